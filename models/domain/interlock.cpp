// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/interlock.h"

#include <algorithm>
#include <array>

namespace signalbox
{

namespace
{

constexpr int ruleCount = 24;

constexpr std::array<InterlockType, ruleCount> types{
    InterlockType::BreakGlass, // 01
    InterlockType::Absolute,   InterlockType::Absolute,   InterlockType::Absolute,
    InterlockType::Absolute,   InterlockType::Absolute,   InterlockType::Absolute,
    InterlockType::Absolute, // 08
    InterlockType::BreakGlass, InterlockType::BreakGlass, InterlockType::BreakGlass,
    InterlockType::BreakGlass, InterlockType::BreakGlass, InterlockType::BreakGlass, // 14
    InterlockType::Absolute,                                                         // 15
    InterlockType::Single,                                                           // 16
    InterlockType::BreakGlass,                                                       // 17
    InterlockType::Single,                                                           // 18
    InterlockType::BreakGlass, InterlockType::BreakGlass,                            // 20
    InterlockType::Absolute,   InterlockType::Absolute,   InterlockType::Absolute,
    InterlockType::Absolute};

/// Whether the ceremony the type asks for took place.
bool isSigned(const Override &entry, InterlockType type)
{
    if (entry.requester.isEmpty() || entry.reason.trimmed().isEmpty() || !entry.granted.isValid()) {
        return false;
    }
    if (type == InterlockType::BreakGlass) {
        return !entry.secondPerson.isEmpty() && entry.secondPerson != entry.requester;
    }
    return type == InterlockType::Single;
}

} // namespace

QString interlockId(Interlock rule)
{
    return QStringLiteral("INV-%1").arg(static_cast<int>(rule), 2, 10, QLatin1Char('0'));
}

std::optional<Interlock> interlockOfId(const QString &id)
{
    for (int number = 1; number <= ruleCount; ++number) {
        const auto rule = static_cast<Interlock>(number);
        if (interlockId(rule) == id) {
            return rule;
        }
    }
    return std::nullopt;
}

InterlockType interlockType(Interlock rule)
{
    const int index = static_cast<int>(rule) - 1;
    return index >= 0 && index < ruleCount ? types.at(static_cast<std::size_t>(index))
                                           : InterlockType::Absolute;
}

const Override *overrideOf(const QVector<Override> &overrides, Interlock rule, const QDateTime &now)
{
    const QString id = interlockId(rule);
    const InterlockType type = interlockType(rule);
    const auto holds = [&](const Override &entry) {
        // An end later than the rule allows counts as the latest allowed one.
        const QDateTime latest = entry.granted.addSecs(std::chrono::seconds(longestOverride).count());
        return entry.rule == id && isSigned(entry, type) && entry.granted <= now &&
               now < std::min(entry.until, latest);
    };
    const auto found = std::find_if(overrides.cbegin(), overrides.cend(), holds);
    return found == overrides.cend() ? nullptr : &*found;
}

} // namespace signalbox
