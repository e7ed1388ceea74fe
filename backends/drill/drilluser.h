// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace signalbox::drill
{

/// A person of the drill, with both ways to prove it. Made anew at each start.
struct DrillUser {
    QString name;
    QByteArray token;
    QByteArray clientCertificatePem;
    QByteArray clientKeyPem;
};

} // namespace signalbox::drill
