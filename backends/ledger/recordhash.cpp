// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/recordhash.h"

#include <openssl/sha.h>

namespace signalbox::ledger
{
namespace
{

/// Of the canonical form without its two long fields.
constexpr qsizetype usualLength = 640;

void field(QByteArray &out, const char *name, const QByteArray &value)
{
    out += name;
    out += '=';
    out += QByteArray::number(value.size());
    out += ':';
    out += value;
    out += '\n';
}

} // namespace

QString kindWord(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Intent:
        return QStringLiteral("intent");
    case RecordKind::Step:
        return QStringLiteral("step");
    case RecordKind::Outcome:
        return QStringLiteral("outcome");
    case RecordKind::Observation:
        break;
    }
    return QStringLiteral("observation");
}

RecordKind kindOfWord(const QString &word)
{
    if (word == QLatin1String("intent")) {
        return RecordKind::Intent;
    }
    if (word == QLatin1String("step")) {
        return RecordKind::Step;
    }
    return word == QLatin1String("outcome") ? RecordKind::Outcome : RecordKind::Observation;
}

QByteArray canonicalForm(const LedgerRecord &record)
{
    QByteArray out;
    out.reserve(usualLength + record.reason.size() + record.parameters.size());
    out += "signalbox-ledger-1\n";
    field(out, "sequence", QByteArray::number(record.sequence));
    field(out, "time", QByteArray::number(record.time.toMSecsSinceEpoch()));
    field(out, "kind", kindWord(record.kind).toUtf8());
    field(out, "operation", record.operationId.toUtf8());
    field(out, "actor", record.actor.toUtf8());
    field(out, "cluster", record.cluster.toUtf8());
    field(out, "namespace", record.namespaceName.toUtf8());
    field(out, "object", record.object.toUtf8());
    field(out, "uid", record.objectUid.toUtf8());
    field(out, "action", record.action.toUtf8());
    field(out, "result", record.result.toUtf8());
    field(out, "reason", record.reason.toUtf8());
    field(out, "parameters", record.parameters);
    field(out, "previous", record.previousHash.toHex());
    return out;
}

QByteArray recordHash(const LedgerRecord &record)
{
    // OpenSSL uses what the processor has for it, which Qt 6.4 does not.
    const QByteArray form = canonicalForm(record);
    QByteArray hash(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
    SHA256(reinterpret_cast<const unsigned char *>(form.constData()), static_cast<size_t>(form.size()),
           reinterpret_cast<unsigned char *>(hash.data()));
    return hash;
}

} // namespace signalbox::ledger
