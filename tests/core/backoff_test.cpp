// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/backoff.h"
#include "tests/core/check.h"

using signalbox::core::Backoff;
using std::chrono::milliseconds;

int main()
{
    Backoff backoff(milliseconds(800), milliseconds(30000), milliseconds(120000));
    milliseconds now(0);
    milliseconds expected(800);
    for (int i = 0; i < 12; ++i) {
        const milliseconds least = backoff.next(0.0, now);
        SIGNALBOX_CHECK(least == expected / 2);
        now += least;
        expected = expected * 2 > milliseconds(30000) ? milliseconds(30000) : expected * 2;
    }
    // Jitter never reaches above the full step.
    SIGNALBOX_CHECK(backoff.next(0.999, now) < milliseconds(30000));
    // Healthy for long enough: start over.
    SIGNALBOX_CHECK(backoff.next(0.0, now + milliseconds(120000)) == milliseconds(400));
    SIGNALBOX_CHECK(backoff.next(0.0, now + milliseconds(120001)) == milliseconds(800));
    backoff.reset();
    SIGNALBOX_CHECK(backoff.next(0.0, now + milliseconds(120002)) == milliseconds(400));
    return 0;
}
