// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measurements.h"

namespace signalbox::bench
{

using namespace std::chrono_literals;

Rows measureChecklist(Surroundings &around)
{
    const QString name = QStringLiteral("checklist of 81 items: recomputed and repainted");
    const QString unit = QStringLiteral("ms");
    constexpr int rounds = 200;
    MeasuredChild::Command command =
        Surroundings::child(QStringLiteral("checklist"), {QStringLiteral("81"), QString::number(rounds)});
    command.environment = around.windowEnvironment();
    MeasuredChild child(command);
    const auto line = child.failure().isEmpty() ? child.readLine(120s) : std::optional<QByteArray>();
    const QList<QByteArray> words = line.value_or(QByteArray()).split(' ');
    if (words.size() != 4 || words.first() != "checklist") {
        return {Row::failed(name, unit,
                            child.failure().isEmpty() ? QStringLiteral("it said nothing") : child.failure())};
    }
    Row row = limitRow(name, unit, words.at(2).toDouble(), 16);
    row.note = QStringLiteral("processor time of the GUI thread, 95th of 100 of %1 rounds in which every row "
                              "changes and every row is painted; "
                              "median %2 ms, worst %3 ms")
                   .arg(rounds)
                   .arg(words.at(1).toDouble(), 0, 'f', 2)
                   .arg(words.at(3).toDouble(), 0, 'f', 2);
    return {row};
}

} // namespace signalbox::bench
