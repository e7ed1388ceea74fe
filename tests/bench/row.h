// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QVector>

#include <optional>

namespace signalbox::bench
{

/// One line of the result: a figure beside its reference, measured in the same run, and its goal.
struct Row {
    QString name;
    std::optional<double> value; ///< none: could not be measured, `note` says why
    QString unit;
    std::optional<double> reference{}; ///< in the same unit
    std::optional<double> ratio{};     ///< value / reference
    enum class Judged { Nothing, Value, Ratio };
    Judged judged = Judged::Nothing; ///< what the goal limits from above
    double limit = 0;
    QString note{}; ///< what a reader has to know to believe the figure

    [[nodiscard]] bool isMeasured() const { return value.has_value(); }
    /// "ratio <= 3.5", "<= 33", or empty.
    [[nodiscard]] QString goal() const;
    /// Empty for a row without a goal. A goal that was not measured is not met.
    [[nodiscard]] std::optional<bool> met() const;

    /// A figure that could not be had.
    [[nodiscard]] static Row failed(const QString &name, const QString &unit, const QString &why);
};

using Rows = QVector<Row>;

/// `value` against `reference`, judged by their ratio.
[[nodiscard]] Row ratioRow(const QString &name, const QString &unit, double value, double reference,
                           double limit);
[[nodiscard]] Row limitRow(const QString &name, const QString &unit, double value, double limit);

} // namespace signalbox::bench
