// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/rowmodel.h"
#include "models/stores/clusterstore.h"

#include <QPointer>

#include <memory>
#include <vector>

namespace signalbox
{

/// Every pod of one cluster, in the order in which they were seen; sort and filter through PodsFilterProxy.
/// Keeps the cluster's pods watched as long as it lives.
class PodsModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Column { Name, Namespace, Ready, Status, Restarts, Node, Version, Age };
    Q_ENUM(Column)
    enum class Role {
        Sort = Qt::UserRole + 1, ///< raw value of the column; Age: creation time as QDateTime
        Uid,
        OwnerUid,    ///< of the ReplicaSet
        Hash,        ///< pod template hash
        Healthy,     ///< bool: ready, or finished as it should
        Terminating, ///< bool
    };
    Q_ENUM(Role)

    /// @param cluster normally outlives the model; if it dies first the rows stay as they were
    explicit PodsModel(ClusterStore &cluster, QObject *parent = nullptr);
    ~PodsModel() override;

    [[nodiscard]] QModelIndex indexOf(const QString &uid) const;
    [[nodiscard]] const PodRow &pod(int row) const { return *m_rows.at(static_cast<size_t>(row)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void take(ResourceKind kind, const QVector<QString> &uids);
    void removeRowsAt(QVector<int> rows);
    void moveToEnd(const QVector<int> &rows);
    void updateRowsAt(QVector<int> rows);
    void append(const QVector<PodRow> &rows);
    void renumberFrom(int row);
    [[nodiscard]] QVariant text(const PodRow &pod, Column column) const;
    [[nodiscard]] QVariant raw(const PodRow &pod, Column column) const;

    QPointer<ClusterStore> m_cluster;
    std::vector<std::unique_ptr<PodRow>> m_rows; ///< pointers, so that removing a row moves little
    QHash<QString, int> m_positions;             ///< uid -> row
};

/// What a pod is doing, in the cluster's own words: the most telling reason, else the phase.
[[nodiscard]] QString podStatus(const PodRow &pod);

} // namespace signalbox
