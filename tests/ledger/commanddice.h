// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "models/domain/decisioncommand.h"

#include <QRandomGenerator>

namespace signalbox::test
{

/// Random commands that are often almost right, the same ones for the same seed.
class CommandDice final
{
public:
    CommandDice(quint32 seed, const Clock &clock);

    [[nodiscard]] DecisionCommand roll(const Decisions &facts);
    [[nodiscard]] int below(int end) { return m_random.bounded(end); }
    [[nodiscard]] static QStringList people();
    [[nodiscard]] static QString describe(const DecisionCommand &command);

private:
    [[nodiscard]] DecisionBody gateBody(const Decisions &facts);
    [[nodiscard]] DecisionBody openGateBody(const Decisions &facts);
    [[nodiscard]] DecisionBody pollBody(const Decisions &facts);
    [[nodiscard]] DecisionBody otherBody(const Decisions &facts);
    /// The id of one of the newest, sometimes of none.
    template <typename T> [[nodiscard]] QString one(const QVector<T> &all);
    [[nodiscard]] QString pick(const QStringList &from) { return from[below(static_cast<int>(from.size()))]; }
    [[nodiscard]] QString words() { return below(10) == 0 ? QStringLiteral(" ") : QStringLiteral("because"); }
    [[nodiscard]] Binding binding();
    [[nodiscard]] QVector<GateCondition> conditions();
    [[nodiscard]] QDateTime time();

    QRandomGenerator m_random;
    const Clock &m_clock;
    int m_number = 0;
};

} // namespace signalbox::test
