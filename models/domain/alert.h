// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

namespace signalbox
{

enum class AlertState { Unprocessed, Active, Suppressed, Unknown };

/// One alert as Alertmanager v2 lists it. All text is external.
struct Alert {
    QString fingerprint;
    QHash<QString, QString> labels;
    QHash<QString, QString> annotations;
    QDateTime startsAt;
    QDateTime updatedAt;
    AlertState state = AlertState::Unknown;
    QStringList silencedBy;
    QStringList inhibitedBy;
    bool operator==(const Alert &) const = default;
};

} // namespace signalbox
