// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/drilluser.h"
#include "backends/drill/faultplan.h"
#include "backends/drill/objectstore.h"

#include <QUrl>

#include <chrono>

namespace signalbox
{
class Clock;
}

namespace signalbox::drill
{

class Exchange;

/// A Kubernetes API server on loopback over an ObjectStore: HTTPS with an authority of its own, bearer tokens
/// and client certificates, access rules, discovery, list, watch and every write. Real clients work against
/// it. Single thread, that of the store.
class ApiServer final : public QObject
{
    Q_OBJECT

public:
    /// Store and clock outlive the server.
    ApiServer(ObjectStore &store, const Clock &clock, QObject *parent = nullptr);
    ~ApiServer() override;

    /// Makes the authority, the certificates and the tokens, and serves. @param port 0: any free one
    [[nodiscard]] Result<Done> listen(quint16 port = 0);
    /// Ends every connection.
    void close();
    /// "https://127.0.0.1:PORT"
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QByteArray caCertificatePem() const;
    /// admin (everything), oncall (reads all, acts on releases), viewer (reads), shop-only (oncall in "shop"
    /// alone).
    [[nodiscard]] QVector<DrillUser> users() const;

    [[nodiscard]] FaultPlan &faults();
    /// Requests to …/services/{service}:{port}/proxy/… are forwarded to `target`.
    void setServiceProxy(const QString &namespaceName, const QString &service, const QUrl &target);
    /// Serialises everything that is stored now, so that the first list of a big cluster costs no more than
    /// the next.
    void warmUp();
    /// How often watches that allow bookmarks get one; a minute by default.
    void setBookmarkInterval(std::chrono::milliseconds interval);
    /// How a watch from a version that is gone is refused: by status 410, or by an ERROR line (the default).
    /// Real servers do either.
    void setExpiredWatchAsStatus(bool asStatus);

Q_SIGNALS:
    /// Every request, when it has been read and before it is answered. @param user empty: not authenticated
    void requestReceived(const QByteArray &method, const QByteArray &target, const QString &user);
    /// The same moment. @param firstByteNs monotonic clock, shared by all processes, when the first byte of
    /// the request was read; 0 if it came together with the request before it
    void requestTimed(const QByteArray &method, const QByteArray &target, qint64 firstByteNs);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::drill
