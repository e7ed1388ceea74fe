// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/socketprobe.h"

namespace signalbox::probes
{

/// PING answered by PONG. Source: Redis serialization protocol, simple strings and errors.
class RedisProbe final : public SocketProbe
{
    Q_OBJECT

public:
    using SocketProbe::SocketProbe;

protected:
    void run() override;
    void onConnected() override;
    void onBytes() override;

private:
    void onSecret(const Result<QString> &secret);
    void onLine(const QByteArray &line);
    [[nodiscard]] ProbeFinding refusal(const QByteArray &line) const;

    QByteArray m_password;
    bool m_awaitsPong = false;
};

} // namespace signalbox::probes
