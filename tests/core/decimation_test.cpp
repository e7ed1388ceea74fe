// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/decimation.h"
#include "tests/core/check.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace signalbox::core;

namespace
{

constexpr double NotANumber = std::numeric_limits<double>::quiet_NaN();

/// NaN equals NaN here.
bool same(const std::vector<ChartPoint> &left, const std::vector<ChartPoint> &right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const auto &a, const auto &b) {
        return a.ms == b.ms && (a.value == b.value || (std::isnan(a.value) && std::isnan(b.value)));
    });
}

void everythingFits()
{
    const std::vector<ChartPoint> line{{0, 1}, {10, 3}, {20, 2}};
    SIGNALBOX_CHECK(same(decimate(line, {0, 30, 300, 0}), line));
    SIGNALBOX_CHECK(decimate(line, {0, 30, 0, 0}).empty());
    SIGNALBOX_CHECK(decimate(line, {30, 30, 100, 0}).empty());
    SIGNALBOX_CHECK(decimate({}, {0, 30, 100, 0}).empty());
    SIGNALBOX_CHECK(same(decimate(line, {5, 15, 100, 0}), {{10, 3}}));
}

void spikesSurvive()
{
    std::vector<ChartPoint> line;
    for (int i = 0; i < 50000; ++i) {
        line.push_back({i, std::sin(i * 0.01)});
    }
    line[12345].value = 1000;
    line[12346].value = -1000;
    line[40001].value = 77;
    const auto thin = decimate(line, {0, 50000, 200, 0});
    SIGNALBOX_CHECK(thin.size() <= 400);
    SIGNALBOX_CHECK(thin.size() > 300);
    const auto holds = [&thin](double value) {
        return std::any_of(thin.begin(), thin.end(),
                           [value](const auto &point) { return point.value == value; });
    };
    SIGNALBOX_CHECK(holds(1000));
    SIGNALBOX_CHECK(holds(-1000));
    SIGNALBOX_CHECK(holds(77));
    SIGNALBOX_CHECK(
        std::is_sorted(thin.begin(), thin.end(), [](const auto &a, const auto &b) { return a.ms < b.ms; }));
}

void orderInsideAColumn()
{
    SIGNALBOX_CHECK(same(decimate(std::vector<ChartPoint>{{0, 5}, {1, 9}, {2, 1}, {3, 4}}, {0, 10, 1, 0}),
                         {{1, 9}, {2, 1}}));
    SIGNALBOX_CHECK(same(decimate(std::vector<ChartPoint>{{0, 1}, {1, 1}, {2, 1}}, {0, 10, 1, 0}), {{0, 1}}));
}

void gapsSurvive()
{
    const std::vector<ChartPoint> marked{{0, 1}, {10, NotANumber}, {11, NotANumber}, {20, 2}};
    SIGNALBOX_CHECK(same(decimate(marked, {0, 100, 100, 0}), {{0, 1}, {10, NotANumber}, {20, 2}}));
    // A break inside one column.
    SIGNALBOX_CHECK(same(decimate(std::vector<ChartPoint>{{0, 1}, {1, HUGE_VAL}, {2, 2}}, {0, 100, 1, 0}),
                         {{0, 1}, {1, NotANumber}, {2, 2}}));
    // Missing steps.
    const std::vector<ChartPoint> missing{{0, 1}, {10, 1}, {40, 2}, {50, 2}};
    SIGNALBOX_CHECK(
        same(decimate(missing, {0, 100, 100, 15}), {{0, 1}, {10, 1}, {25, NotANumber}, {40, 2}, {50, 2}}));
    SIGNALBOX_CHECK(same(decimate(missing, {0, 100, 100, 30}), missing));
    // A line never starts or ends with a break.
    SIGNALBOX_CHECK(
        same(decimate(std::vector<ChartPoint>{{0, NotANumber}, {10, 1}, {20, NotANumber}}, {0, 100, 100, 0}),
             {{10, 1}}));
}

} // namespace

int main()
{
    everythingFits();
    spikesSurvive();
    orderInsideAColumn();
    gapsSurvive();
    return 0;
}
