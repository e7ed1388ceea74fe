// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/localtext.h"

#include <QDateTime>
#include <QStringList>
#include <QVector>

#include <chrono>
#include <optional>

namespace signalbox
{

/// Somebody who may act for a member of a role for a limited time.
struct Deputy {
    QString person;
    QString standsFor;
    QDateTime from; ///< UTC
    QDateTime until;
    bool operator==(const Deputy &) const = default;
};

/// publisher, reviewer, admin and oncall are known to every plan; others are the plan's own.
struct PlanRole {
    QString id;
    LocalText title;
    QStringList requirements;
    QStringList members; ///< login names; on a team ledger the ledger's grants win
    QVector<Deputy> deputies;
    bool operator==(const PlanRole &) const = default;
};

struct Contact {
    QString id;
    QStringList requirements;
    LocalText role;
    QString name;
    QString phone;
    QString mail;
    QString url;
    LocalText backup;
    bool operator==(const Contact &) const = default;
};

enum class CommunicationPhase { Immediate, Regular, External, Stakeholders, Afterwards };

struct CommunicationRule {
    QString id;
    QStringList requirements;
    CommunicationPhase phase = CommunicationPhase::Immediate;
    LocalText title;
    LocalText condition; ///< empty: always
    QString channel;
    std::optional<std::chrono::seconds> every;
    LocalText text; ///< ready to copy
    bool operator==(const CommunicationRule &) const = default;
};

struct RetentionRule {
    QString id;
    QStringList requirements;
    LocalText title;
    std::chrono::hours minimum{0};
    std::optional<std::chrono::hours> maximum;
    bool operator==(const RetentionRule &) const = default;
};

} // namespace signalbox
