// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/postgreswire.h"
#include "backends/probes/scramclient.h"
#include "backends/probes/socketprobe.h"

#include <optional>

namespace signalbox::probes
{

/// Whether a PostgreSQL server accepts connections, which it says before it wants to know who asks; or,
/// signed in, how many replicas stream from it. Speaks the protocol itself: libpq's calls block without a
/// limit when a server falls silent after the greeting. Source: requirements S1-ENV-02, S3-BASE-01.
class PostgresProbe final : public SocketProbe
{
    Q_OBJECT

public:
    using SocketProbe::SocketProbe;

protected:
    void run() override;
    void onConnected() override;
    void onBytes() override;

private:
    enum class Stage { TlsAnswer, Login, Query };
    void onSecret(const Result<QString> &secret);
    void dial();
    void onTlsAnswer();
    void onMessage(const postgres::Message &message);
    void onAuthentication(const QByteArray &body);
    void answerAuthentication(quint32 method, const QByteArray &data);
    void beginScram(const QByteArray &mechanisms);
    void onError(const postgres::ServerError &error);
    void onReadyForQuery();
    [[nodiscard]] ProbeFinding judgeReplication() const;
    [[nodiscard]] bool wantsReplication() const;
    void unexpected();

    Stage m_stage = Stage::Login;
    QByteArray m_password;
    std::optional<ScramClient> m_scram;
    bool m_serverProved = false;
    QVector<QByteArray> m_row;
};

} // namespace signalbox::probes
