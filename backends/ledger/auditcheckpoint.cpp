// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/auditcheckpoint.h"

#include <algorithm>

namespace signalbox
{
namespace
{

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

QByteArray signedForm(const AuditCheckpoint &checkpoint)
{
    QByteArray out("signalbox-checkpoint-1\n");
    field(out, "size", QByteArray::number(checkpoint.size));
    field(out, "head", checkpoint.head.toHex());
    field(out, "time", QByteArray::number(checkpoint.time.toMSecsSinceEpoch()));
    field(out, "key", checkpoint.keyId.toUtf8());
    return out;
}

Result<AuditCheckpoint> signedCheckpoint(qint64 size, const QByteArray &head, const QDateTime &time,
                                         const AuditKey &key)
{
    AuditCheckpoint checkpoint{size,
                               head,
                               QDateTime::fromMSecsSinceEpoch(time.toMSecsSinceEpoch(), Qt::UTC),
                               key.publicKey().id(),
                               {}};
    const auto signature = key.sign(signedForm(checkpoint));
    if (!signature) {
        return tl::unexpected(signature.error());
    }
    checkpoint.signature = *signature;
    return checkpoint;
}

QJsonObject toJson(const AuditCheckpoint &checkpoint)
{
    return {{QStringLiteral("size"), checkpoint.size},
            {QStringLiteral("head"), QString::fromLatin1(checkpoint.head.toHex())},
            {QStringLiteral("time"), checkpoint.time.toMSecsSinceEpoch()},
            {QStringLiteral("key"), checkpoint.keyId},
            {QStringLiteral("signature"), QString::fromLatin1(checkpoint.signature.toHex())}};
}

std::optional<AuditCheckpoint> checkpointOf(const QJsonObject &object)
{
    AuditCheckpoint checkpoint;
    checkpoint.size = object[QLatin1String("size")].toInteger(-1);
    checkpoint.head = QByteArray::fromHex(object[QLatin1String("head")].toString().toLatin1());
    checkpoint.time = QDateTime::fromMSecsSinceEpoch(object[QLatin1String("time")].toInteger(), Qt::UTC);
    checkpoint.keyId = object[QLatin1String("key")].toString();
    checkpoint.signature = QByteArray::fromHex(object[QLatin1String("signature")].toString().toLatin1());
    return checkpoint.size >= 0 && toJson(checkpoint) == object ? std::optional(checkpoint) : std::nullopt;
}

std::optional<AuditFinding> signatureFault(const AuditCheckpoint &checkpoint,
                                           const QVector<AuditPublicKey> &trusted)
{
    const auto key =
        std::find_if(trusted.cbegin(), trusted.cend(),
                     [&checkpoint](const AuditPublicKey &each) { return each.id() == checkpoint.keyId; });
    if (key == trusted.cend()) {
        return AuditFinding{AuditFault::UnknownKey, checkpoint.size, 1};
    }
    if (!key->verifies(signedForm(checkpoint), checkpoint.signature)) {
        return AuditFinding{AuditFault::BadSignature, checkpoint.size, 1};
    }
    return std::nullopt;
}

} // namespace signalbox
