// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisioncommand.h"

#include <QJsonObject>

namespace signalbox::ledger
{

/// Name of what a command does, for example "CastVote": the action of its audit record.
[[nodiscard]] QString actionOf(const DecisionBody &body);
/// What a command says, as a ledger takes it. Times in milliseconds since 1970; none: null.
[[nodiscard]] QJsonObject toJson(const DecisionBody &body);
/// SHA-256 of a command's run, actor and body: two commands of one id have to be the same.
[[nodiscard]] QByteArray digestOf(const DecisionCommand &command, const QString &person);
/// True for what is somebody's word and therefore needs clocks that agree.
[[nodiscard]] bool isSomebodysWord(const DecisionBody &body);

} // namespace signalbox::ledger
