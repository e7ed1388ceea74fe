// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/action.h"
#include "models/domain/changes.h"
#include "models/domain/policy.h"

#include <QFuture>
#include <QObject>

#include <optional>

/// Interfaces of backends return QFuture<Result<T>>: a future may be fulfilled from the worker thread that
/// owns the sockets, may be dropped without detaching anything, can be co_awaited through QCoro and chained
/// with then(context, …). Implementations fulfil every future they hand out, with Cancelled at the latest
/// when they are destroyed.
namespace signalbox
{

struct ClusterIdentity {
    QString user;
    QStringList groups;
    QString actingAs; ///< impersonation, empty if none
    QString serverVersion;
    bool operator==(const ClusterIdentity &) const = default;
};

/// Facts about a connection that do not change while it is open.
struct ClusterDescription {
    ClusterId id{QString()};
    QString server; ///< URL
    QString defaultNamespace;
    QString file;          ///< kubeconfig file that named the context
    bool insecure = false; ///< insecure-skip-tls-verify: permanent badge
    bool readOnly = false; ///< call() refuses everything, dry runs too
    QString prometheusUrl; ///< from settings; empty if none
};

struct CallAnswer {
    int httpStatus = 0;
    QByteArray body;      ///< the object as the server returned it
    QStringList warnings; ///< Warning headers, external text
    std::chrono::milliseconds duration{0};
};

/// One Kubernetes API server. Lives on the GUI thread; all work happens on the cluster's own worker thread.
/// Nothing is dialled before open().
class ClusterApi : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const ClusterDescription &description() const = 0;

    /// Connects and starts a list and a watch of `kinds`. Kinds absent on the server report NotInstalled.
    virtual void open(const QVector<ResourceKind> &kinds) = 0;
    /// Stops everything; futures under way end with Cancelled.
    virtual void close() = 0;
    /// Begins watching a kind later, for example pods when their table is opened. Harmless if watched
    /// already.
    virtual void watch(ResourceKind kind) = 0;
    virtual void unwatch(ResourceKind kind) = 0;
    /// Restricts namespaced kinds to these namespaces, for users without cluster-wide rights. Empty: all.
    virtual void setNamespaces(const QStringList &namespaces) = 0;
    /// Forgets back-off and refusals and tries again now.
    virtual void retryNow() = 0;

    /// One call. @param dryRun adds dryRun=All. Never retried; a lost answer is OutcomeUnknown.
    [[nodiscard]] virtual QFuture<Result<CallAnswer>> call(ApiCall call, bool dryRun) = 0;
    /// Reads one object as JSON text. Retried on connection errors.
    [[nodiscard]] virtual QFuture<Result<QByteArray>> get(QString path) = 0;
    [[nodiscard]] virtual QFuture<Result<Access>> review(AccessQuery query) = 0;

Q_SIGNALS:
    /// At most ten times a second and kind.
    void changed(const signalbox::KindChanges &changes);
    void sourceChanged(signalbox::ResourceKind kind, const signalbox::SourceState &state);
    /// State of the connection as a whole.
    void connectionChanged(const signalbox::SourceState &state);
    void latencyMeasured(std::chrono::milliseconds roundTrip);
    void identityKnown(const signalbox::ClusterIdentity &identity);
    /// An exec credential plugin waits for approval; answer with approvePlugin().
    void pluginConsentNeeded(const QString &binary, const QStringList &arguments);

public:
    virtual void approvePlugin(const QString &binary, bool approved) = 0;
};

} // namespace signalbox
