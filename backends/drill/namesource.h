// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <random>
#include <string>

namespace signalbox::drill
{

/// Uids and name suffixes as a function of a seed, so that a drill can be repeated exactly. Not secret.
class NameSource
{
public:
    void seed(quint64 value) { m_random.seed(value); }
    /// A version 4 UUID.
    [[nodiscard]] std::string uid();
    /// What a server appends to generateName: five letters or digits that cannot spell a word.
    [[nodiscard]] QString suffix();

private:
    std::mt19937_64 m_random{0x5167'6e61'6c62'6f78ULL};
};

} // namespace signalbox::drill
