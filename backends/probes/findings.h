// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/probefinding.h"
#include "models/domain/result.h"

#include <QAbstractSocket>
#include <QSslError>

namespace signalbox::probes
{

/// Codes and their arguments are listed in models/domain/probecodes.
[[nodiscard]] ProbeFinding passed(const char *code, QStringList args = {});
[[nodiscard]] ProbeFinding failed(const char *code, QStringList args = {});
[[nodiscard]] ProbeFinding unknown(const char *code, QStringList args = {});
/// Passes, but somebody should look.
[[nodiscard]] ProbeFinding warned(const char *code, QStringList args = {});

/// The cluster, Prometheus, Alertmanager or the secret store did not answer: nothing was learnt.
[[nodiscard]] ProbeFinding sourceFailed(const Error &error);
/// A socket that could not connect, or broke. A refused or cut connection is an answer and fails; a missing
/// name or route says nothing about the server.
[[nodiscard]] ProbeFinding connectionFailed(QAbstractSocket::SocketError error, const QString &endpoint,
                                            const QString &text);
/// Certificate errors: self-signed before unknown authority before host name before dates.
[[nodiscard]] ProbeFinding certificateRefused(const QList<QSslError> &errors, const QString &endpoint);

/// Up to `most` of them, then how many more there are.
[[nodiscard]] QString shortList(const QStringList &names, qsizetype most = 5);
/// "host:port", with brackets around IPv6 addresses.
[[nodiscard]] QString endpointText(const QString &host, int port);
/// Whether a secret may travel there: encrypted, or within this machine.
[[nodiscard]] bool mayCarrySecret(const QString &host, bool encrypted);

} // namespace signalbox::probes
