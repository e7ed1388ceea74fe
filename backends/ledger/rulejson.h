// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisionbinding.h"
#include "models/domain/planchecklist.h"
#include "models/domain/plangate.h"

#include <QJsonObject>

namespace signalbox::ledger
{

/// The copies of rules that lie in a ledger, and back. Times in seconds. What is missing or of another type
/// reads as the default value, which is the one that allows least.
[[nodiscard]] QJsonObject toJson(const GateRule &rule);
[[nodiscard]] GateRule gateRuleOf(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const PollRule &rule);
[[nodiscard]] PollRule pollRuleOf(const QJsonObject &json);
/// The same with only such text as every engine keeps, see filled().
[[nodiscard]] QJsonValue storable(const QJsonValue &value);
/// Hashes in hexadecimal.
[[nodiscard]] QJsonObject toJson(const Binding &binding);

} // namespace signalbox::ledger
