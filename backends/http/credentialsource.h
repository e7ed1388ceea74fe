// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QPair>
#include <QSslCertificate>
#include <QSslKey>
#include <QVector>

namespace signalbox::http
{

/// What one request carries to say who asks. Memory only: never logged, never written to a file.
struct Credentials {
    QByteArray authorization;                 ///< full header value; empty: none. Only ever sent over TLS
    QList<QSslCertificate> clientCertificate; ///< chain, leaf first
    QSslKey clientKey;
    QVector<QPair<QByteArray, QByteArray>> headers; ///< impersonation, extra headers
    QDateTime expires;                              ///< UTC; invalid: unknown
};

/// Where credentials come from. Lives on the thread that uses it (the cluster's worker).
class CredentialSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// @param renew the last ones were refused with 401: discard them and fetch anew. Callers that ask while
    /// a fetch is under way share it. The future is fulfilled on the thread of the source, with Cancelled at
    /// the latest when the source is destroyed.
    [[nodiscard]] virtual QFuture<Result<Credentials>> credentials(bool renew) = 0;

Q_SIGNALS:
    /// An exec credential plugin waits for the user; answer with approve(). The arguments are external text.
    void consentNeeded(const QString &binary, const QStringList &arguments);

public:
    /// Answers consentNeeded(). Sources without plugins ignore it.
    virtual void approve(const QString &binary, bool approved);
    /// The user tries again: forgets back-off and refusals, so that the next credentials() really asks.
    virtual void retryNow();
    /// Gives up what is under way; the pending futures end with Cancelled.
    virtual void cancel();
};

} // namespace signalbox::http
