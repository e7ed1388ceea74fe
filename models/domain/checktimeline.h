// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/checklistrun.h"

namespace signalbox
{

/// How one item counted over time, from evidence and waivers that all concern it. Replayed from the start, so
/// that a failure or a gap that is over still voids what was decided before it.
class CheckTimeline
{
public:
    /// @param granted waivers with a second person's word
    CheckTimeline(const CheckItem &item, QVector<Evidence> machine, QVector<Evidence> person,
                  QVector<Waiver> granted);

    /// All but the waiver that is shown and the reasons that need evidence from elsewhere.
    [[nodiscard]] CheckState stateAt(const QDateTime &now) const;

private:
    /// Position in the replay: how much evidence has been seen by then.
    struct Cursor {
        qsizetype machine = 0;
        qsizetype person = 0;
        qint64 changedMs = 0; ///< since when the machine says what it says
    };
    struct Counted {
        CheckResult result = CheckResult::Unknown;
        CheckReason reason = CheckReason::NeverChecked;
        qint64 validUntilMs = -1; ///< -1: for ever
    };
    void advance(Cursor &cursor, qint64 ms) const;
    [[nodiscard]] QVector<qint64> moments(qint64 nowMs) const;
    [[nodiscard]] Counted count(const Cursor &cursor, qint64 ms) const;
    [[nodiscard]] Counted byMachine(const Cursor &cursor, qint64 ms) const;
    [[nodiscard]] Counted byPerson(const Cursor &cursor, qint64 ms) const;
    [[nodiscard]] Counted confirmed(const Cursor &cursor, qint64 ms) const;
    [[nodiscard]] QDateTime voidedAt(qint64 nowMs) const;

    const CheckItem &m_item;
    QVector<Evidence> m_machine; ///< oldest first
    QVector<Evidence> m_person;
    QVector<Waiver> m_granted;
    qint64 m_freshMs;  ///< machine's evidence, and attestations
    qint64 m_personMs; ///< a person's word
};

} // namespace signalbox
