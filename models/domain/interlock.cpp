// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/interlock.h"

#include <array>

namespace signalbox
{

namespace
{

using Type = InterlockType;

// INV-01 … INV-24 in order. Source: requirements C6.
constexpr std::array types{
    Type::BreakGlass, Type::Absolute,   Type::Absolute,   Type::Absolute,   Type::Absolute,
    Type::Absolute,   Type::Absolute,   Type::Absolute,   Type::BreakGlass, Type::BreakGlass,
    Type::BreakGlass, Type::BreakGlass, Type::BreakGlass, Type::BreakGlass, Type::Absolute,
    Type::Single,     Type::BreakGlass, Type::Single,     Type::BreakGlass, Type::BreakGlass,
    Type::Absolute,   Type::Absolute,   Type::Absolute,   Type::Absolute,
};
static_assert(types.size() == 24);

} // namespace

std::optional<InterlockType> interlockType(const QString &rule)
{
    for (std::size_t i = 0; i < types.size(); ++i) {
        if (rule == QStringLiteral("INV-%1").arg(i + 1, 2, 10, QLatin1Char('0'))) {
            return types.at(i);
        }
    }
    return std::nullopt;
}

} // namespace signalbox
