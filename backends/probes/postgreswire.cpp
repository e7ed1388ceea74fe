// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/postgreswire.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace signalbox::probes::postgres
{

namespace
{

constexpr quint32 Protocol = 196608;     ///< 3.0
constexpr quint32 TlsRequest = 80877103; ///< the number that asks for TLS
/// Notices and errors are short, and so are the rows we ask for.
constexpr quint32 LargestMessage = 32 * 1024;

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray withLength(const QByteArray &body)
{
    return number(static_cast<quint32>(body.size()) + 4) + body;
}

/// Zero ends a text, so it cannot be in one.
QByteArray text(const QString &value)
{
    QByteArray bytes = value.toUtf8();
    bytes.replace('\0', "");
    return bytes + '\0';
}

} // namespace

QByteArray tlsRequest()
{
    return withLength(number(TlsRequest));
}

QByteArray startup(const QString &user, const QString &database)
{
    const QByteArray who = QByteArray("user") + '\0' + text(user) + "database" + '\0' + text(database);
    const QByteArray what = QByteArray("application_name") + '\0' + "signalbox" + '\0';
    return withLength(number(Protocol) + who + what + '\0');
}

QByteArray message(char type, const QByteArray &body)
{
    return type + withLength(body);
}

QByteArray saslStart(const QByteArray &mechanism, const QByteArray &first)
{
    return message('p', mechanism + '\0' + number(static_cast<quint32>(first.size())) + first);
}

QByteArray md5Password(const QByteArray &password, const QByteArray &user, const QByteArray &salt)
{
    const auto hex = [](const QByteArray &bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex();
    };
    return "md5" + hex(hex(password + user) + salt) + '\0';
}

ReadState read(QIODevice &device, Message &into)
{
    constexpr qsizetype HeadSize = 5;
    const QByteArray head = device.peek(HeadSize);
    if (head.size() < HeadSize) {
        return ReadState::Incomplete;
    }
    const auto length = qFromBigEndian<quint32>(head.constData() + 1);
    if (length < 4 || length > LargestMessage) {
        return ReadState::Nonsense;
    }
    if (device.bytesAvailable() < qint64(length) + 1) {
        return ReadState::Incomplete;
    }
    into.type = head[0];
    into.body = device.read(qint64(length) + 1).mid(HeadSize);
    return ReadState::Read;
}

ServerError readError(const QByteArray &body)
{
    ServerError error;
    for (const QByteArray &field : body.split('\0')) {
        if (field.startsWith('C')) {
            error.state = QString::fromLatin1(field.mid(1));
        } else if (field.startsWith('M')) {
            error.text = QString::fromUtf8(field.mid(1));
        }
    }
    return error;
}

std::optional<quint32> readNumber(const QByteArray &body, qsizetype at)
{
    return body.size() >= at + 4 ? std::optional(qFromBigEndian<quint32>(body.constData() + at))
                                 : std::nullopt;
}

std::optional<QVector<QByteArray>> readRow(const QByteArray &body)
{
    if (body.size() < 2) {
        return std::nullopt;
    }
    QVector<QByteArray> columns;
    qsizetype at = 2;
    for (int left = qFromBigEndian<quint16>(body.constData()); left > 0; --left) {
        const auto size = readNumber(body, at);
        if (!size) {
            return std::nullopt;
        }
        at += 4;
        if (*size == 0xffffffff) {
            columns.append(QByteArray());
            continue;
        }
        if (at + qsizetype(*size) > body.size()) {
            return std::nullopt;
        }
        columns.append(body.mid(at, qsizetype(*size)));
        at += qsizetype(*size);
    }
    return columns;
}

} // namespace signalbox::probes::postgres
