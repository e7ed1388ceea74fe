// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/auditreport.h"

namespace signalbox
{

QByteArray wordOf(AuditVerdict verdict)
{
    switch (verdict) {
    case AuditVerdict::Intact:
        return "intact";
    case AuditVerdict::Extended:
        return "extended";
    case AuditVerdict::Unanchored:
        return "unanchored";
    case AuditVerdict::Mismatch:
        return "mismatch";
    case AuditVerdict::WrongAnchor:
        return "wrong-anchor";
    case AuditVerdict::Truncated:
        return "truncated";
    case AuditVerdict::BadCheckpoint:
        break;
    }
    return "bad-checkpoint";
}

QByteArray wordOf(AuditFault fault)
{
    switch (fault) {
    case AuditFault::Edited:
        return "edited";
    case AuditFault::Missing:
        return "missing";
    case AuditFault::Inserted:
        return "inserted";
    case AuditFault::Reordered:
        return "reordered";
    case AuditFault::Replaced:
        return "replaced";
    case AuditFault::Unreadable:
        return "unreadable";
    case AuditFault::WrongAnchor:
        return "wrong-anchor";
    case AuditFault::Truncated:
        return "truncated";
    case AuditFault::BadSignature:
        return "bad-signature";
    case AuditFault::UnknownKey:
        break;
    }
    return "unknown-key";
}

} // namespace signalbox
