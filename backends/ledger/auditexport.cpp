// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/auditexport.h"

#include "backends/ledger/recordhash.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <unistd.h>

namespace signalbox
{
namespace
{

/// Longer than any line we write: reasons and parameters have limits of their own.
constexpr qint64 longestLine = 16 * 1024 * 1024;
constexpr int exportVersion = 1;

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray bytesOf(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

QJsonObject toJson(const LedgerRecord &record)
{
    QJsonObject object{{QStringLiteral("sequence"), record.sequence},
                       {QStringLiteral("time"), record.time.toMSecsSinceEpoch()},
                       {QStringLiteral("kind"), ledger::kindWord(record.kind)},
                       {QStringLiteral("operation"), record.operationId},
                       {QStringLiteral("actor"), record.actor},
                       {QStringLiteral("cluster"), record.cluster},
                       {QStringLiteral("namespace"), record.namespaceName},
                       {QStringLiteral("object"), record.object},
                       {QStringLiteral("uid"), record.objectUid},
                       {QStringLiteral("action"), record.action},
                       {QStringLiteral("result"), record.result},
                       {QStringLiteral("reason"), record.reason},
                       {QStringLiteral("previous"), hex(record.previousHash)},
                       {QStringLiteral("hash"), hex(record.hash)}};
    const QString parameters = QString::fromUtf8(record.parameters);
    if (parameters.toUtf8() == record.parameters) {
        object.insert(QStringLiteral("parameters"), parameters);
    } else {
        object.insert(QStringLiteral("parametersHex"), hex(record.parameters));
    }
    return object;
}

LedgerRecord recordOf(const QJsonObject &object)
{
    const auto text = [&object](const char *name) { return object[QLatin1String(name)].toString(); };
    LedgerRecord record;
    record.sequence = object[QLatin1String("sequence")].toInteger();
    record.time = QDateTime::fromMSecsSinceEpoch(object[QLatin1String("time")].toInteger(), Qt::UTC);
    record.kind = ledger::kindOfWord(text("kind"));
    record.operationId = text("operation");
    record.actor = text("actor");
    record.cluster = text("cluster");
    record.namespaceName = text("namespace");
    record.object = text("object");
    record.objectUid = text("uid");
    record.action = text("action");
    record.result = text("result");
    record.reason = text("reason");
    record.parameters = object.contains(QLatin1String("parameters"))
                            ? text("parameters").toUtf8()
                            : bytesOf(object[QLatin1String("parametersHex")]);
    record.previousHash = bytesOf(object[QLatin1String("previous")]);
    record.hash = bytesOf(object[QLatin1String("hash")]);
    return record;
}

struct Reader {
    AuditExport &into;
    const std::function<void(const AuditRow &)> &take;
    const std::function<void()> &unreadable;

    void read(const QByteArray &bytes) const
    {
        const QJsonObject object = QJsonDocument::fromJson(bytes).object();
        if (object.size() == 1 && object.contains(QLatin1String("record"))) {
            const LedgerRecord record = recordOf(object[QLatin1String("record")].toObject());
            take({record, exportLine(record) == bytes});
            return;
        }
        if (object.size() == 1 && object.contains(QLatin1String("checkpoint"))) {
            if (const auto seen = checkpointOf(object[QLatin1String("checkpoint")].toObject())) {
                into.checkpoints.append(*seen);
                return;
            }
        }
        if (object.size() == 1 && object.contains(QLatin1String("report"))) {
            into.complete = true;
            into.reportedLast = object[QLatin1String("report")][QLatin1String("last")].toInteger();
            return;
        }
        unreadable();
    }
};

} // namespace

QByteArray exportHeader(qint64 from, qint64 to)
{
    return line({{QStringLiteral("signalboxAudit"), exportVersion},
                 {QStringLiteral("from"), from},
                 {QStringLiteral("to"), to}});
}

QByteArray exportLine(const LedgerRecord &record)
{
    return line({{QStringLiteral("record"), toJson(record)}});
}

QByteArray exportLine(const AuditCheckpoint &checkpoint)
{
    return line({{QStringLiteral("checkpoint"), toJson(checkpoint)}});
}

QByteArray exportLine(const AuditReport &report)
{
    return line({{QStringLiteral("report"), toJson(report)}});
}

QJsonObject toJson(const AuditReport &report)
{
    QJsonArray findings;
    for (const AuditFinding &finding : report.findings) {
        findings.append(QJsonObject{{QStringLiteral("fault"), QString::fromLatin1(wordOf(finding.fault))},
                                    {QStringLiteral("sequence"), finding.sequence},
                                    {QStringLiteral("count"), finding.count}});
    }
    return {{QStringLiteral("verdict"), QString::fromLatin1(wordOf(report.verdict))},
            {QStringLiteral("records"), report.records},
            {QStringLiteral("first"), report.first},
            {QStringLiteral("last"), report.last},
            {QStringLiteral("head"), hex(report.head)},
            {QStringLiteral("anchored"), report.anchored},
            {QStringLiteral("checkpoints"), report.checkpoints},
            {QStringLiteral("signaturesChecked"), report.signaturesChecked},
            {QStringLiteral("faults"), report.faults},
            {QStringLiteral("findings"), findings}};
}

Result<AuditExport> readExport(QIODevice &device, const std::function<void(const AuditRow &)> &take,
                               const std::function<void()> &unreadable)
{
    AuditExport read;
    const QByteArray first = device.readLine(longestLine);
    const QJsonObject header = QJsonDocument::fromJson(first).object();
    read.from = header[QLatin1String("from")].toInteger();
    read.to = header[QLatin1String("to")].toInteger();
    if (read.from < 1 || first != exportHeader(read.from, read.to)) {
        return failure(ErrorCode::Protocol, ErrorLayer::Storage,
                       QStringLiteral("this is not an audit export of version 1"));
    }
    const Reader reader{read, take, unreadable};
    while (!device.atEnd()) {
        const QByteArray bytes = device.readLine(longestLine);
        if (bytes.isEmpty()) {
            return failure(ErrorCode::Storage, ErrorLayer::Storage, device.errorString());
        }
        if (read.complete) { // nothing comes after the report
            unreadable();
        } else {
            reader.read(bytes);
        }
    }
    return read;
}

Result<QVector<AuditCheckpoint>> readCheckpoints(const QString &path)
{
    QVector<AuditCheckpoint> all;
    QFile file(path);
    if (!file.exists()) {
        return all;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Storage, ErrorLayer::Storage, file.errorString(), path);
    }
    for (int number = 1; !file.atEnd(); ++number) {
        const QByteArray bytes = file.readLine(longestLine);
        const QJsonObject object = QJsonDocument::fromJson(bytes).object();
        const auto seen = checkpointOf(object[QLatin1String("checkpoint")].toObject());
        if (!seen || exportLine(*seen) != bytes) {
            return failure(ErrorCode::Protocol, ErrorLayer::Storage,
                           QStringLiteral("line %1 is not a checkpoint").arg(number), path);
        }
        all.append(*seen);
    }
    return all;
}

Result<Done> appendCheckpoint(const QString &path, const AuditCheckpoint &checkpoint)
{
    QFile file(path);
    const QByteArray bytes = exportLine(checkpoint);
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered) &&
                         file.write(bytes) == bytes.size() && ::fsync(file.handle()) == 0;
    return written ? Result<Done>(Done())
                   : failure(ErrorCode::Storage, ErrorLayer::Storage, file.errorString(), path);
}

} // namespace signalbox
