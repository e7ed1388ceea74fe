// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/fleetfilterproxy.h"

#include "models/items/fleetmodel.h"

namespace signalbox
{

namespace
{

std::optional<QString> fieldOf(const FleetEntry &entry, const QString &key)
{
    const QHash<QString, QString> fields{
        {QStringLiteral("name"), entry.key.name},
        {QStringLiteral("cluster"), entry.key.cluster.value()},
        {QStringLiteral("namespace"), entry.key.namespaceName},
        {QStringLiteral("ns"), entry.key.namespaceName},
        {QStringLiteral("state"), stateWord(entry.state)},
        {QStringLiteral("phase"), entry.backendPhase},
        {QStringLiteral("from"), entry.fromVersion},
        {QStringLiteral("to"), entry.toVersion},
        {QStringLiteral("image"), entry.image},
        {QStringLiteral("kind"),
         entry.key.kind == ReleaseKind::Rollout ? QStringLiteral("rollout") : QStringLiteral("deployment")},
    };
    const auto found = fields.constFind(key);
    return found == fields.cend() ? std::nullopt : std::optional(*found);
}

QStringList textsOf(const FleetEntry &entry)
{
    return {entry.key.name,        entry.key.namespaceName, entry.key.cluster.value(),
            entry.fromVersion,     entry.toVersion,         entry.image,
            stateWord(entry.state)};
}

} // namespace

FleetFilterProxy::FleetFilterProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void FleetFilterProxy::setFilterText(const QString &text)
{
    if (text != m_text) {
        m_text = text;
        m_query = FilterQuery(text);
        invalidate(); // not invalidateFilter(): with recursive filtering Qt 6.4 leaves dangling mappings
    }
}

bool FleetFilterProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto *fleet = qobject_cast<const FleetModel *>(sourceModel());
    const FleetEntry *entry = fleet == nullptr ? nullptr : fleet->entry(fleet->index(row, 0, parent));
    if (entry == nullptr) {
        return false; // a group: shown by what is in it
    }
    return m_query.matches(textsOf(*entry), [entry](const QString &key) { return fieldOf(*entry, key); });
}

} // namespace signalbox
