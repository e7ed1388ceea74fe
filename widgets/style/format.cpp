// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <array>
#include <cmath>

namespace signalbox
{

namespace
{

using namespace std::chrono_literals;

QString twoDigits(qint64 number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

/// Three significant digits, no exponent, no needless zeros behind the point.
QString shortNumber(double value)
{
    const double size = std::abs(value);
    const int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3;
    const QLocale locale;
    QString text = locale.toString(value, 'f', decimals);
    if (decimals > 0) {
        while (text.endsWith(locale.zeroDigit())) {
            text.chop(1);
        }
        if (text.endsWith(locale.decimalPoint())) {
            text.chop(locale.decimalPoint().size());
        }
    }
    return text;
}

QString scaled(double value, double base, const std::array<const char *, 5> &prefixes)
{
    std::size_t index = 0;
    while (std::abs(value) >= base && index + 1 < prefixes.size()) {
        value /= base;
        ++index;
    }
    const QString prefix = QString::fromLatin1(prefixes.at(index));
    return prefix.isEmpty() ? shortNumber(value) : QStringLiteral("%1 %2").arg(shortNumber(value), prefix);
}

QString bytesText(double bytes)
{
    return scaled(bytes, 1024, {"B", "KiB", "MiB", "GiB", "TiB"});
}

QString decimalText(double value)
{
    return scaled(value, 1000, {"", "k", "M", "G", "T"});
}

QString notFiniteText(double value)
{
    if (std::isnan(value)) {
        return QCoreApplication::translate("Format", "not a number");
    }
    return value > 0 ? QStringLiteral("+∞") : QStringLiteral("−∞");
}

} // namespace

QString durationText(std::chrono::seconds span)
{
    const qint64 seconds = std::max<qint64>(0, span.count());
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (seconds < 60) {
        //: duration in seconds
        return QCoreApplication::translate("Format", "%1 s", "duration").arg(seconds);
    }
    if (minutes < 60) {
        if (seconds % 60 == 0 || minutes >= 10) {
            //: duration in minutes
            return QCoreApplication::translate("Format", "%1 m").arg(minutes);
        }
        //: duration in minutes and seconds
        return QCoreApplication::translate("Format", "%1 m %2 s").arg(minutes).arg(twoDigits(seconds % 60));
    }
    if (hours < 48) {
        if (minutes % 60 == 0) {
            //: duration in hours
            return QCoreApplication::translate("Format", "%1 h").arg(hours);
        }
        //: duration in hours and minutes
        return QCoreApplication::translate("Format", "%1 h %2 m").arg(hours).arg(twoDigits(minutes % 60));
    }
    //: duration in days
    return QCoreApplication::translate("Format", "%1 d").arg(hours / 24);
}

QString millisecondsText(double milliseconds)
{
    if (!std::isfinite(milliseconds)) {
        return notFiniteText(milliseconds);
    }
    if (std::abs(milliseconds) < 1000) {
        //: a latency in milliseconds
        return QCoreApplication::translate("Format", "%1 ms").arg(shortNumber(milliseconds));
    }
    //: a latency in seconds
    return QCoreApplication::translate("Format", "%1 s", "latency").arg(shortNumber(milliseconds / 1000));
}

QString countdownText(std::chrono::seconds left)
{
    const qint64 seconds = std::max<qint64>(0, left.count());
    if (seconds < 3600) {
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(twoDigits(seconds % 60));
    }
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600)
        .arg(twoDigits(seconds / 60 % 60), twoDigits(seconds % 60));
}

QString agoText(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid() || !now.isValid()) {
        return dashText();
    }
    const std::chrono::seconds span(time.secsTo(now));
    if (span < 1s) {
        return QCoreApplication::translate("Format", "just now");
    }
    //: %1 is a duration such as "2 s"
    return QCoreApplication::translate("Format", "%1 ago").arg(durationText(span));
}

QString ageText(const QDateTime &since, const QDateTime &now)
{
    return since.isValid() && now.isValid() ? durationText(std::chrono::seconds(since.secsTo(now)))
                                            : dashText();
}

QString percentText(int percent)
{
    //: a percentage; keep or drop the space as the language wants
    return QCoreApplication::translate("Format", "%1 %").arg(percent);
}

QString ratioText(double ratio)
{
    if (!std::isfinite(ratio)) {
        return notFiniteText(ratio);
    }
    //: a percentage; keep or drop the space as the language wants
    return QCoreApplication::translate("Format", "%1 %").arg(shortNumber(ratio * 100));
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString valueText(double value, Unit unit)
{
    if (!std::isfinite(value)) {
        return notFiniteText(value);
    }
    switch (unit) {
    case Unit::Ratio:
        return ratioText(value);
    case Unit::Seconds:
        return std::abs(value) < 120 ? millisecondsText(value * 1000)
                                     : durationText(std::chrono::seconds(std::llround(value)));
    case Unit::PerSecond:
        //: rate: %1 events per second
        return QCoreApplication::translate("Format", "%1/s").arg(decimalText(value));
    case Unit::Bytes:
        return bytesText(value);
    case Unit::Cores:
        //: processor cores in use
        return QCoreApplication::translate("Format", "%1 cores").arg(shortNumber(value));
    case Unit::Count:
    case Unit::None:
        break;
    }
    return decimalText(value);
}

QDateTime inZone(const QDateTime &time, TimeZoneChoice zone)
{
    return zone == TimeZoneChoice::Utc ? time.toUTC() : time.toLocalTime();
}

QString clockText(const QDateTime &time, const QDateTime &now, TimeZoneChoice zone)
{
    if (!time.isValid()) {
        return dashText();
    }
    const QDateTime shown = inZone(time, zone);
    const QLocale locale;
    if (now.isValid() && inZone(now, zone).date() == shown.date()) {
        return locale.toString(shown.time(), QStringLiteral("HH:mm:ss"));
    }
    //: day and time of day; Qt date format letters
    return locale.toString(shown, QCoreApplication::translate("Format", "d MMM HH:mm"));
}

QString dateTimeText(const QDateTime &time, TimeZoneChoice zone)
{
    if (!time.isValid()) {
        return dashText();
    }
    return QStringLiteral("%1 %2").arg(inZone(time, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                                       zoneText(time, zone));
}

QString zoneText(const QDateTime &time, TimeZoneChoice zone)
{
    return zone == TimeZoneChoice::Utc ? QStringLiteral("UTC") : inZone(time, zone).timeZoneAbbreviation();
}

QString dashText()
{
    return QStringLiteral("–");
}

QString joinedText(const QStringList &parts)
{
    //: between parts of a line; Chinese fonts draw U+00B7 as wide as a Han character, so U+22C5 stands for it
    return parts.join(QCoreApplication::translate("Format", " · "));
}

} // namespace signalbox
