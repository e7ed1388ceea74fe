// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/metric.h"
#include "models/domain/preferences.h"

#include <QDateTime>
#include <QString>

#include <chrono>

namespace signalbox
{

// Numbers, times and durations for people, in the default QLocale, which the language switch sets. Nothing
// here may be stored: ask again after a language change.

/// "38 s", "15 m", "1 h 07 m", "2 d 4 h". Negative spans are shown as zero.
[[nodiscard]] QString durationText(std::chrono::seconds span);
/// "412 ms", "1.42 s".
[[nodiscard]] QString millisecondsText(double milliseconds);
/// A countdown with constant width per unit: "9:12", "1:07:30".
[[nodiscard]] QString countdownText(std::chrono::seconds left);
/// "2 s ago", "just now"; a dash for an invalid time.
[[nodiscard]] QString agoText(const QDateTime &time, const QDateTime &now);
/// How old something is, without "ago": "4 m", "3 d".
[[nodiscard]] QString ageText(const QDateTime &since, const QDateTime &now);
[[nodiscard]] QString percentText(int percent);
/// From a ratio 0…1, with the digits the size deserves: "0.31 %", "25 %".
[[nodiscard]] QString ratioText(double ratio);
[[nodiscard]] QString countText(qint64 count);
/// A measured value in the unit of its rule: "0.31 %", "412 ms", "1.2 k/s", "340 MiB".
[[nodiscard]] QString valueText(double value, Unit unit);
/// "10:42:07" today, "20 Nov 10:42" otherwise.
[[nodiscard]] QString clockText(const QDateTime &time, const QDateTime &now, TimeZoneChoice zone);
/// Full date and time with the zone's name, for tool tips.
[[nodiscard]] QString dateTimeText(const QDateTime &time, TimeZoneChoice zone);
/// Time in the zone to show; an invalid time stays invalid.
[[nodiscard]] QDateTime inZone(const QDateTime &time, TimeZoneChoice zone);
/// "UTC" or the local zone's abbreviation at that time.
[[nodiscard]] QString zoneText(const QDateTime &time, TimeZoneChoice zone);
/// The parts with a middle dot between them, as the language spaces it.
[[nodiscard]] QString joinedText(const QStringList &parts);
/// Shown where a value is missing.
[[nodiscard]] QString dashText();

} // namespace signalbox
