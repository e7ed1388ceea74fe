// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cmath>
#include <cstdint>

namespace signalbox::drill
{

/// A small generator that is the same on every machine for one seed (splitmix64).
class WorldRandom
{
public:
    explicit WorldRandom(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }
    /// In [0, 1).
    double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    /// About normal, mean 0, deviation 1 (sum of uniforms; no tails beyond 3).
    double bell() { return (unit() + unit() + unit() + unit() - 2.0) * std::sqrt(3.0); }
    /// Letters that Kubernetes uses in generated names.
    QString letters(int count)
    {
        static constexpr char alphabet[] = "bcdfghjklmnpqrstvwxz2456789";
        QString out;
        for (int i = 0; i < count; ++i)
            out += QLatin1Char(alphabet[next() % (sizeof alphabet - 1)]);
        return out;
    }

private:
    std::uint64_t m_state;
};

} // namespace signalbox::drill
