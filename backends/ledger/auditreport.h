// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QVector>

namespace signalbox
{

/// What can be wrong with a log, kept apart because each means something else happened.
enum class AuditFault {
    Edited,       ///< the record does not have the hash it carries
    Missing,      ///< records that were here are gone, and others follow
    Inserted,     ///< a record that was never written here, or one that is here twice
    Reordered,    ///< records stand in another order
    Replaced,     ///< fits its own hash, but the next record was written after another one
    Unreadable,   ///< no record at all
    WrongAnchor,  ///< a checkpoint saw another record at this place: another chain, or all of it rewritten
    Truncated,    ///< a checkpoint saw records behind the end
    BadSignature, ///< a checkpoint was not signed by the key it names
    UnknownKey,   ///< a checkpoint was signed by another key than the one trusted
};

struct AuditFinding {
    AuditFault fault = AuditFault::Edited;
    qint64 sequence = 0; ///< first one concerned; of a checkpoint: its size
    qint64 count = 1;    ///< records concerned from there on, where that is known
    bool operator==(const AuditFinding &) const = default;
};

/// The one word for a log. The last four mean that it is broken.
enum class AuditVerdict {
    Intact,        ///< every record fits, and a checkpoint covers the last one
    Extended,      ///< intact, and records follow the newest checkpoint: they are not sealed yet
    Unanchored,    ///< intact, and no checkpoint says how long it has to be
    Mismatch,      ///< records were edited, removed, put in or moved
    WrongAnchor,   ///< the chain is not the one the checkpoints were made of
    Truncated,     ///< the end is missing
    BadCheckpoint, ///< the records fit, a checkpoint is forged or from an unknown key
};

struct AuditReport {
    AuditVerdict verdict = AuditVerdict::Unanchored;
    qint64 records = 0;
    qint64 first = 0; ///< sequence; above 1 for an excerpt
    qint64 last = 0;
    QByteArray head;                ///< hash of the last record
    qint64 anchored = 0;            ///< size of the newest checkpoint the records agree with
    int checkpoints = 0;            ///< that were compared
    bool signaturesChecked = false; ///< a public key was there to check them with
    QVector<AuditFinding> findings; ///< the first ones, in the order of the log
    qint64 faults = 0;              ///< all of them

    [[nodiscard]] bool isBroken() const { return verdict >= AuditVerdict::Mismatch; }
    bool operator==(const AuditReport &) const = default;
};

/// Words for reports and exports; they never change their meaning.
[[nodiscard]] QByteArray wordOf(AuditVerdict verdict);
[[nodiscard]] QByteArray wordOf(AuditFault fault);

} // namespace signalbox
