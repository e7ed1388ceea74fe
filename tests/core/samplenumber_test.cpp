// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/samplenumber.h"
#include "tests/core/check.h"

#include <cmath>
#include <string_view>

using namespace signalbox::core;

namespace
{

void numbers()
{
    struct Row {
        std::string_view text;
        double value;
    };
    for (const auto &row :
         {Row{"0", 0}, Row{"1", 1}, Row{"-1.5", -1.5}, Row{"+2.25", 2.25}, Row{"1e-07", 1e-7},
          Row{"1.5E+21", 1.5e21}, Row{"5e-324", 5e-324}, Row{"0.1", 0.1}}) {
        const auto value = parseSampleValue(row.text);
        SIGNALBOX_CHECK(value.has_value());
        SIGNALBOX_CHECK(value.value_or(-99) == row.value);
    }
}

void specials()
{
    SIGNALBOX_CHECK(std::isnan(parseSampleValue("NaN").value_or(0)));
    SIGNALBOX_CHECK(parseSampleValue("+Inf").value_or(0) == HUGE_VAL);
    SIGNALBOX_CHECK(parseSampleValue("Inf").value_or(0) == HUGE_VAL);
    SIGNALBOX_CHECK(parseSampleValue("-Inf").value_or(0) == -HUGE_VAL);
}

void rubbish()
{
    for (const std::string_view text :
         {"", "+", "-", "++1", "+-1", "1,5", "1.5 ", " 1", "abc", "1e", "0x10", "1e999", "none", "1;2"}) {
        SIGNALBOX_CHECK(!parseSampleValue(text).has_value());
    }
}

void times()
{
    SIGNALBOX_CHECK(sampleTime(1787306400.123).value_or(0) == 1787306400123);
    SIGNALBOX_CHECK(sampleTime(1787306400).value_or(0) == 1787306400000);
    SIGNALBOX_CHECK(sampleTime(1787306400.0006).value_or(0) == 1787306400001);
    SIGNALBOX_CHECK(!sampleTime(std::nan("")).has_value());
    SIGNALBOX_CHECK(!sampleTime(HUGE_VAL).has_value());
    SIGNALBOX_CHECK(!sampleTime(1e300).has_value());
}

} // namespace

int main()
{
    numbers();
    specials();
    rubbish();
    times();
    return 0;
}
