// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdio>

namespace signalbox::test
{

/// Counts what did not hold; a test program returns failures() != 0.
inline int &failures()
{
    static int count = 0;
    return count;
}

inline void check(bool holds, const char *what, const char *file, int line)
{
    if (!holds) {
        ++failures();
        std::fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    }
}

} // namespace signalbox::test

#define CHECK(condition)                                                                                     \
    ::signalbox::test::check(static_cast<bool>(condition), #condition, __FILE__, __LINE__)
