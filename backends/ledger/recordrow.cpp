// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/recordrow.h"

#include "backends/ledger/recordhash.h"

#include <QVariant>

namespace signalbox::ledger
{

QString recordColumns()
{
    return QStringLiteral(
        "sequence, time_ms, kind, operation_id, actor, cluster, namespace, object, object_uid, action, "
        "result, reason, parameters, previous_hash, hash");
}

QString filled(const QString &text)
{
    if (text.isNull()) {
        return QStringLiteral("");
    }
    // Through UTF-8: both engines store that, and half a surrogate pair would not come back as it was hashed.
    QString kept = QString::fromUtf8(text.toUtf8());
    return kept.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
}

LedgerRecord storable(LedgerRecord record)
{
    for (QString *text :
         {&record.operationId, &record.actor, &record.cluster, &record.namespaceName, &record.object,
          &record.objectUid, &record.action, &record.result, &record.reason}) {
        *text = filled(*text);
    }
    record.time = QDateTime::fromMSecsSinceEpoch(record.time.toMSecsSinceEpoch(), Qt::UTC);
    return record;
}

QByteArray filled(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

QVariant stored(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qlonglong>());
}

QDateTime timeOf(const QVariant &stored)
{
    return stored.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(stored.toLongLong(), Qt::UTC);
}

LedgerRecord recordOf(const QSqlQuery &row)
{
    LedgerRecord record;
    record.sequence = row.value(0).toLongLong();
    record.time = timeOf(row.value(1));
    record.kind = kindOfWord(row.value(2).toString());
    record.operationId = row.value(3).toString();
    record.actor = row.value(4).toString();
    record.cluster = row.value(5).toString();
    record.namespaceName = row.value(6).toString();
    record.object = row.value(7).toString();
    record.objectUid = row.value(8).toString();
    record.action = row.value(9).toString();
    record.result = row.value(10).toString();
    record.reason = row.value(11).toString();
    record.parameters = row.value(12).toByteArray();
    record.previousHash = row.value(13).toByteArray();
    record.hash = row.value(14).toByteArray();
    if (kindWord(record.kind) != row.value(2).toString()) {
        record.hash.clear(); // a kind nobody writes reads like another one, whose hash it may carry
    }
    return record;
}

void bindRecord(QSqlQuery &query, const LedgerRecord &record)
{
    query.addBindValue(record.sequence);
    query.addBindValue(record.time.toMSecsSinceEpoch());
    query.addBindValue(kindWord(record.kind));
    for (const QString &text :
         {record.operationId, record.actor, record.cluster, record.namespaceName, record.object,
          record.objectUid, record.action, record.result, record.reason}) {
        query.addBindValue(text);
    }
    for (const QByteArray &bytes : {record.parameters, record.previousHash, record.hash}) {
        query.addBindValue(filled(bytes));
    }
}

} // namespace signalbox::ledger
