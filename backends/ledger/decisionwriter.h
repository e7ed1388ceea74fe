// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/ledger/sqlitefile.h"
#include "models/domain/decisioncommand.h"

namespace signalbox::ledger
{

/// Writes what a command changed in the facts of a run to an SQLite ledger, inside a transaction the caller
/// began. The facts that were there are never written again.
class DecisionWriter final
{
public:
    explicit DecisionWriter(SqliteFile &file);

    /// @param after applyDecision's answer for `before`
    [[nodiscard]] Result<Done> write(const Decisions &before, const Decisions &after);
    /// Notes the run and the command that was accepted. To be called before write().
    struct Accepted {
        const DecisionCommand &command;
        QString person;
        qint64 version = 0;
        qint64 sequence = 0; ///< of the audit record
        QDateTime now;
    };
    [[nodiscard]] Result<Done> note(const Accepted &accepted);

private:
    [[nodiscard]] Result<Done> put(const QString &sql, const QVariantList &values);
    [[nodiscard]] Result<Done> writeGates(const QVector<Gate> &before, const QVector<Gate> &after);
    [[nodiscard]] Result<Done> addGate(const Gate &gate);
    [[nodiscard]] Result<Done> writeVotes(const Gate &before, const Gate &after);
    [[nodiscard]] Result<Done> writePolls(const QVector<Poll> &before, const QVector<Poll> &after);
    [[nodiscard]] Result<Done> addPoll(const Poll &poll);
    [[nodiscard]] Result<Done> changePoll(const Poll &before, const Poll &after);
    [[nodiscard]] Result<Done> writeEvidence(const Decisions &before, const Decisions &after);
    [[nodiscard]] Result<Done> writeWaivers(const QVector<Waiver> &before, const QVector<Waiver> &after);
    [[nodiscard]] Result<Done> writeOverrides(const QVector<Override> &before,
                                              const QVector<Override> &after);

    SqliteFile &m_file;
};

} // namespace signalbox::ledger
