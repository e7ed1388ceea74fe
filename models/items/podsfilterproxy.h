// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/filterquery.h"

#include <QSet>
#include <QSortFilterProxyModel>

#include <optional>

namespace signalbox
{

/// Sorts a PodsModel by raw values and filters it in the language of FilterQuery. Fields: name, namespace
/// (ns), status, phase, node, hash, image, ready (true or false).
class PodsFilterProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit PodsFilterProxy(QObject *parent = nullptr);
    void setFilterText(const QString &text);
    /// Only pods of these owners (uids of ReplicaSets); none: all pods.
    void setOwners(const std::optional<QSet<QString>> &owners);
    [[nodiscard]] const QString &filterText() const { return m_text; }
    [[nodiscard]] const QString &problem() const { return m_query.problem(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_text;
    FilterQuery m_query;
    std::optional<QSet<QString>> m_owners;
};

} // namespace signalbox
