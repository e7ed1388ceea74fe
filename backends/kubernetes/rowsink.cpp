// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/rowsink.h"

#include <QSet>

namespace signalbox::kubernetes
{

namespace
{

template <typename Row, typename Changes> class TypedSink final : public RowSink
{
public:
    void beginList(const QString &scope) override { m_listed[scope].clear(); }

    void listItem(const QString &scope, std::string_view padded) override
    {
        auto row = m_parser.item<Row>(padded);
        if (!row) {
            ++m_unreadable;
            return;
        }
        m_listed[scope].insert(row->meta.uid);
        QString &known = m_known[scope][row->meta.uid];
        if (known.isEmpty() || known != row->meta.resourceVersion) {
            known = row->meta.resourceVersion;
            upsert(std::move(*row));
        }
    }

    void endList(const QString &scope) override
    {
        const QSet<QString> listed = m_listed.take(scope);
        auto &known = m_known[scope];
        for (auto it = known.begin(); it != known.end();) {
            if (listed.contains(it.key())) {
                ++it;
            } else {
                remove(it.key());
                it = known.erase(it);
            }
        }
    }

    LineOutcome watchLine(const QString &scope, std::string_view padded) override
    {
        auto event = m_parser.event<Row>(padded);
        if (!event) {
            ++m_unreadable;
            return {true, {}, {}};
        }
        const QString uid = event->row.meta.uid;
        const bool isObject = event->type == WatchEventType::Added ||
                              event->type == WatchEventType::Modified ||
                              event->type == WatchEventType::Deleted;
        if (isObject && uid.isEmpty()) {
            ++m_unreadable;
            return {true, {}, {}};
        }
        if (event->type == WatchEventType::Deleted) {
            m_known[scope].remove(uid);
            remove(uid);
        } else if (isObject) {
            m_known[scope].insert(uid, event->resourceVersion);
            upsert(std::move(event->row));
        }
        return {false, event->resourceVersion, event->error};
    }

    ListMeta listMeta(std::string_view padded) override { return m_parser.listMeta(padded); }

    void reset() override
    {
        m_known.clear();
        m_listed.clear();
        m_index.clear();
        m_removed.clear();
        m_changes = {};
        m_changes.reset = true;
    }

    bool hasChanges() const override
    {
        return m_changes.reset || !m_changes.upserted.isEmpty() || !m_removed.isEmpty();
    }

    KindChanges take() override
    {
        m_changes.removed = QVector<QString>(m_removed.begin(), m_removed.end());
        Changes taken = std::move(m_changes);
        m_changes = {};
        m_index.clear();
        m_removed.clear();
        return KindChanges(std::in_place_type<Changes>, std::move(taken));
    }

    qint64 unreadable() const override { return m_unreadable; }

private:
    void upsert(Row row)
    {
        const QString uid = row.meta.uid;
        m_removed.remove(uid);
        const auto found = m_index.constFind(uid);
        if (found != m_index.constEnd()) {
            m_changes.upserted[*found] = std::move(row);
            return;
        }
        m_index.insert(uid, m_changes.upserted.size());
        m_changes.upserted.append(std::move(row));
    }

    void remove(const QString &uid)
    {
        m_removed.insert(uid);
        const auto found = m_index.constFind(uid);
        if (found == m_index.constEnd()) {
            return;
        }
        // Changes apply removals first, so a row that came and went must not stay among the upserts.
        const qsizetype at = *found;
        m_index.erase(found);
        const qsizetype last = m_changes.upserted.size() - 1;
        if (at != last) {
            m_changes.upserted[at] = std::move(m_changes.upserted[last]);
            m_index[m_changes.upserted[at].meta.uid] = at;
        }
        m_changes.upserted.removeLast();
    }

    ObjectParser m_parser;
    QHash<QString, QHash<QString, QString>> m_known; ///< scope -> uid -> resource version
    QHash<QString, QSet<QString>> m_listed;
    QHash<QString, qsizetype> m_index;
    QSet<QString> m_removed;
    Changes m_changes;
    qint64 m_unreadable = 0;
};

template <typename Row> std::unique_ptr<RowSink> plain()
{
    return std::make_unique<TypedSink<Row, RowChanges<Row>>>();
}

} // namespace

std::unique_ptr<RowSink> makeRowSink(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::Namespace:
        return plain<NamespaceRow>();
    case ResourceKind::Rollout:
        return plain<RolloutRow>();
    case ResourceKind::Deployment:
        return plain<DeploymentRow>();
    case ResourceKind::ReplicaSet:
        return plain<ReplicaSetRow>();
    case ResourceKind::AnalysisRun:
        return plain<AnalysisRunRow>();
    case ResourceKind::Service:
        return plain<ServiceRow>();
    case ResourceKind::VirtualService:
        return std::make_unique<TypedSink<RouteRow, VirtualServiceChanges>>();
    case ResourceKind::HttpRoute:
        return std::make_unique<TypedSink<RouteRow, HttpRouteChanges>>();
    case ResourceKind::HorizontalPodAutoscaler:
        return plain<HpaRow>();
    case ResourceKind::Event:
        return plain<EventRow>();
    case ResourceKind::Node:
        return plain<NodeRow>();
    case ResourceKind::Experiment:
        return plain<ExperimentRow>();
    case ResourceKind::Pod:
        break;
    }
    return plain<PodRow>();
}

} // namespace signalbox::kubernetes
