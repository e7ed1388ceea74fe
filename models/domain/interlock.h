// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisionbinding.h"
#include "models/domain/message.h"

#include <QVector>

#include <optional>

namespace signalbox
{

/// How a rule may be set aside. Source: requirements C6.
enum class InterlockType {
    Absolute,   ///< never
    BreakGlass, ///< two people, a reason, and an end in time
    Single,     ///< one person and a reason
};

/// Type of a rule by its id ("INV-09"). None: there is no such rule.
[[nodiscard]] std::optional<InterlockType> interlockType(const QString &rule);

/// A rule set aside by name, for one release and a limited time.
struct Override {
    QString id;
    QString runId;
    QString rule; ///< "INV-09"
    QString reason;
    QString requester;
    QString secondPerson; ///< BreakGlass: empty until granted
    QDateTime requested;
    QDateTime granted;
    QDateTime until; ///< at most 60 minutes after it was granted
    bool operator==(const Override &) const = default;
};

} // namespace signalbox
