// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/rowmodel.h"
#include "models/items/servicecomparison.h"

namespace signalbox
{

/// Services, blue beside green. Cells give raw values; a delegate renders readings with their problems.
class ServicesModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Column {
        Service,
        BlueReady,
        GreenReady,
        BlueErrors,
        GreenErrors,
        BlueLatency,
        GreenLatency,
        GreenRestarts,
        Verdict,
    };
    Q_ENUM(Column)
    enum class Role {
        Sort = Qt::UserRole + 1, ///< raw number or text; invalid where nothing was measured
        Key,                     ///< ReleaseKey
        Measured,                ///< Reading, on the errors and latency columns
        Verdict,                 ///< ServiceVerdict
        Value,                   ///< ServiceComparison
    };
    Q_ENUM(Role)

    using TableModel::TableModel;
    void setServices(const QVector<ServiceComparison> &services);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant text(const ServiceComparison &service, Column column) const;
    [[nodiscard]] QVariant raw(const ServiceComparison &service, Column column) const;

    QVector<ServiceComparison> m_rows;
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::ServiceComparison)
