// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QString>
#include <QVector>

#include <optional>

/// PostgreSQL's frontend/backend protocol 3.0, as much as a probe needs.
/// Source: PostgreSQL 15, "Message Formats".
namespace signalbox::probes::postgres
{

struct Message {
    char type = 0;
    QByteArray body;
};

struct ServerError {
    QString state; ///< SQLSTATE
    QString text;
};

[[nodiscard]] QByteArray tlsRequest();
[[nodiscard]] QByteArray startup(const QString &user, const QString &database);
[[nodiscard]] QByteArray message(char type, const QByteArray &body);
/// First answer of a SASL exchange.
[[nodiscard]] QByteArray saslStart(const QByteArray &mechanism, const QByteArray &first);
[[nodiscard]] QByteArray md5Password(const QByteArray &password, const QByteArray &user,
                                     const QByteArray &salt);

enum class ReadState { Incomplete, Read, Nonsense };
/// Takes one message; Nonsense for a length that no message of ours has.
[[nodiscard]] ReadState read(QIODevice &device, Message &into);
[[nodiscard]] ServerError readError(const QByteArray &body);
[[nodiscard]] std::optional<quint32> readNumber(const QByteArray &body, qsizetype at);
/// Columns of a DataRow as text; none for a body that is no row. NULL is a null array.
[[nodiscard]] std::optional<QVector<QByteArray>> readRow(const QByteArray &body);

} // namespace signalbox::probes::postgres
