// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisioncommand.h"

#include <QString>

#include <type_traits>

namespace signalbox::ledger
{

/// The word a ledger stores for a value of one of the enums of decisions. Words never change their meaning.
[[nodiscard]] QString wordOf(GateState value);
[[nodiscard]] QString wordOf(GateClass value);
[[nodiscard]] QString wordOf(GateKind value);
[[nodiscard]] QString wordOf(GateExpiry value);
[[nodiscard]] QString wordOf(VoteChoice value);
[[nodiscard]] QString wordOf(PollState value);
[[nodiscard]] QString wordOf(PollVerdict value);
[[nodiscard]] QString wordOf(StationAnswer value);
[[nodiscard]] QString wordOf(CheckResult value);
[[nodiscard]] QString wordOf(InterlockType value);

/// The value of a stored word. An unknown one reads as the value that allows least.
template <typename T> [[nodiscard]] T valueOf(const QString &word);
template <> GateState valueOf<GateState>(const QString &word);
template <> GateClass valueOf<GateClass>(const QString &word);
template <> GateKind valueOf<GateKind>(const QString &word);
template <> GateExpiry valueOf<GateExpiry>(const QString &word);
template <> VoteChoice valueOf<VoteChoice>(const QString &word);
template <> PollState valueOf<PollState>(const QString &word);
template <> PollVerdict valueOf<PollVerdict>(const QString &word);
template <> StationAnswer valueOf<StationAnswer>(const QString &word);
template <> CheckResult valueOf<CheckResult>(const QString &word);

} // namespace signalbox::ledger
