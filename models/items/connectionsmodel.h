// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/rowmodel.h"
#include "models/stores/fleetstore.h"

namespace signalbox
{

enum class ConnectionKind { Cluster, Metrics, Alerts, Ledger };

/// One remote system and how far it may be believed.
struct ConnectionEntry {
    ConnectionKind kind = ConnectionKind::Cluster;
    QString id; ///< unique within its kind; for clusters the context name
    QString name;
    QString address; ///< URL, or how it is reached
    SourceState state;
    std::chrono::milliseconds latency{-1}; ///< below 0: not measured
    bool insecure = false;                 ///< TLS is not verified: permanent badge
    QString identity;                      ///< who we are there, empty if unknown
    bool operator==(const ConnectionEntry &) const = default;
};

/// Clusters first, in the order they were added, then the other servers as the application lists them.
class ConnectionsModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Column { Name, State, Latency, Address, Identity };
    Q_ENUM(Column)
    enum class Role {
        Sort = Qt::UserRole + 1,
        Kind, ///< ConnectionKind
        Id,
        Source,    ///< SourceState
        LatencyMs, ///< int, below 0: not measured
        Insecure,  ///< bool
        Value,     ///< ConnectionEntry
    };
    Q_ENUM(Role)

    /// @param fleet outlives the model
    explicit ConnectionsModel(FleetStore &fleet, QObject *parent = nullptr);
    /// Everything that is no cluster: Prometheus, Alertmanager, the ledger.
    void setServers(const QVector<ConnectionEntry> &servers);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    [[nodiscard]] QVariant raw(const ConnectionEntry &entry, Column column) const;

    FleetStore &m_fleet;
    QVector<ConnectionEntry> m_servers;
    QVector<ConnectionEntry> m_rows;
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::ConnectionEntry)
