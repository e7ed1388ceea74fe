// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QByteArray>

namespace signalbox::probes
{

/// The client's side of SCRAM-SHA-256 without channel binding. Both sides prove that they know the password;
/// it never travels. Source: RFC 5802, RFC 7677; PostgreSQL 15, "SASL Authentication".
class ScramClient final
{
public:
    /// @param nonce printable, without a comma; made anew for each exchange
    ScramClient(QByteArray password, QByteArray nonce);

    [[nodiscard]] QByteArray firstMessage() const;
    /// Errors: the server's message is not one, its nonce is not an extension of ours, or it asks for so many
    /// rounds that it would only keep this machine busy.
    [[nodiscard]] Result<QByteArray> finalMessage(const QByteArray &serverFirst);
    /// Whether the server knows the password too.
    [[nodiscard]] bool verify(const QByteArray &serverFinal) const;

private:
    QByteArray m_password;
    QByteArray m_nonce;
    QByteArray m_serverSignature;
};

} // namespace signalbox::probes
