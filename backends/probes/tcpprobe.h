// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/socketprobe.h"

namespace signalbox::probes
{

/// A port takes connections, or has to refuse them. A port that does not answer at all is neither.
/// Source: requirements S2-NET-01, S2-NET-05.
class TcpProbe final : public SocketProbe
{
    Q_OBJECT

public:
    using SocketProbe::SocketProbe;

protected:
    void run() override;
    void onConnected() override;
    void onBytes() override {}
    void onSocketError(QAbstractSocket::SocketError error) override;

private:
    [[nodiscard]] bool wantsClosed() const;
};

} // namespace signalbox::probes
