// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clusterapi.h"

#include <QPromise>
#include <QSet>

#include <functional>
#include <vector>

namespace signalbox::test
{

/// A cluster that does what the test says. Every question is written down; one that no script answers fails,
/// so that a test notices calls it did not expect.
class FakeClusterApi final : public ClusterApi
{
    Q_OBJECT

public:
    explicit FakeClusterApi(const QString &id = QStringLiteral("prod"), QObject *parent = nullptr);
    ~FakeClusterApi() override;

    // ClusterApi
    [[nodiscard]] const ClusterDescription &description() const override { return m_description; }
    void open(const QVector<ResourceKind> &kinds) override;
    void close() override;
    void watch(ResourceKind kind) override { watched.insert(kind); }
    void unwatch(ResourceKind kind) override { watched.remove(kind); }
    void setNamespaces(const QStringList &names) override { namespaces = names; }
    void retryNow() override { ++retries; }
    [[nodiscard]] QFuture<Result<CallAnswer>> call(ApiCall call, bool dryRun) override;
    [[nodiscard]] QFuture<Result<QByteArray>> get(QString path) override;
    [[nodiscard]] QFuture<Result<Access>> review(AccessQuery query) override;
    void approvePlugin(const QString &binary, bool approved) override;

    // what was asked
    struct SentCall {
        ApiCall call;
        bool dryRun = false;
    };
    QVector<SentCall> calls;
    QStringList gets;
    QVector<AccessQuery> reviews;
    QSet<ResourceKind> watched;
    QStringList namespaces;
    QHash<QString, bool> approvals;
    bool isOpen = false;
    int retries = 0;

    // how it is answered
    std::function<Result<CallAnswer>(const ApiCall &, bool dryRun)> onCall;
    std::function<Result<QByteArray>(const QString &path)> onGet;
    std::function<Result<Access>(const AccessQuery &)> onReview;
    /// While true, answers wait for answerHeld().
    bool hold = false;
    void answerHeld();

    // what the server tells by itself
    /// Connection and every kind live since then.
    void goLive(const QDateTime &since);
    void setConnection(Freshness freshness, const QDateTime &since);
    void setSource(ResourceKind kind, Freshness freshness, const QDateTime &since);
    /// For kinds whose changes are plain RowChanges, i.e. all but the two route kinds.
    template <typename Row> void upsert(const QVector<Row> &rows)
    {
        RowChanges<Row> changes;
        changes.upserted = rows;
        Q_EMIT changed(changes);
    }
    template <typename Row> void remove(const QVector<QString> &uids)
    {
        RowChanges<Row> changes;
        changes.removed = uids;
        Q_EMIT changed(changes);
    }

private:
    template <typename T> QFuture<Result<T>> answer(Result<T> result);

    ClusterDescription m_description;
    std::vector<std::function<void(bool cancelled)>> m_held;
};

} // namespace signalbox::test
