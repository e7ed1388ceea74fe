// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/localtext.h"

#include <QStringList>
#include <QVector>

#include <chrono>

namespace signalbox
{

/// Source: requirements C5b.
enum class CalendarKind {
    Freeze,      ///< must not
    Peak,        ///< must not, unless emergency
    Maintenance, ///< may
    Release,     ///< a planned run; when a plan has any, releases belong inside one
    Drill,
};

/// One window, once or by rule. Times are wall clock in `timeZone`.
struct CalendarEntry {
    QString id;
    QStringList requirements;
    CalendarKind kind = CalendarKind::Freeze;
    LocalText title;
    LocalText reason;
    QString timeZone; ///< IANA name
    QString start;    ///< ISO 8601 without offset
    std::chrono::seconds duration{0};
    QString recurrence;      ///< RFC 5545 RRULE value without the property name; empty: once
    QStringList exceptDates; ///< ISO 8601 without offset
    QStringList services;    ///< empty: all
    QStringList regions;     ///< empty: all
    QString overrideRole;    ///< role that may ask for an override; empty: none may
    QString owner;
    bool operator==(const CalendarEntry &) const = default;
};

} // namespace signalbox
