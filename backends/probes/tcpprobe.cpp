// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/tcpprobe.h"

#include "backends/probes/findings.h"

namespace signalbox::probes
{

void TcpProbe::run()
{
    connectTo(arguments().text("host"), arguments().number("port"), false);
}

void TcpProbe::onConnected()
{
    finish(wantsClosed() ? failed("tcp-open-unexpectedly", {endpoint()}) : passed("tcp-open", {endpoint()}));
    socket().abort();
}

void TcpProbe::onSocketError(QAbstractSocket::SocketError error)
{
    if (wantsClosed() && error == QAbstractSocket::ConnectionRefusedError) {
        finish(passed("tcp-closed", {endpoint()}));
    } else {
        SocketProbe::onSocketError(error);
    }
}

bool TcpProbe::wantsClosed() const
{
    return arguments().text("expect") == QLatin1String("closed");
}

} // namespace signalbox::probes
