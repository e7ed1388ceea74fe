// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/servicesmodel.h"

#include <array>

namespace signalbox
{

namespace
{

constexpr int columnTotal = 9;

QVariant number(const Reading &reading)
{
    return reading.value ? QVariant(*reading.value) : QVariant();
}

QString readiness(const ServiceSide &side)
{
    return side.hash.isEmpty() ? QString() : QStringLiteral("%1/%2").arg(side.ready).arg(side.desired);
}

const Reading *readingOf(const ServiceComparison &service, ServicesModel::Column column)
{
    switch (column) {
    case ServicesModel::Column::BlueErrors:
        return &service.blue.errorRatio;
    case ServicesModel::Column::GreenErrors:
        return &service.green.errorRatio;
    case ServicesModel::Column::BlueLatency:
        return &service.blue.latency;
    case ServicesModel::Column::GreenLatency:
        return &service.green.latency;
    default:
        return nullptr;
    }
}

} // namespace

void ServicesModel::setServices(const QVector<ServiceComparison> &services)
{
    updateRows({}, m_rows, services, [](const ServiceComparison &service) { return service.key; });
}

int ServicesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ServicesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant ServicesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const ServiceComparison &service = m_rows.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(service, column);
    case static_cast<int>(Role::Sort):
        return raw(service, column);
    case static_cast<int>(Role::Key):
        return QVariant::fromValue(service.key);
    case static_cast<int>(Role::Measured): {
        const Reading *reading = readingOf(service, column);
        return reading == nullptr ? QVariant() : QVariant::fromValue(*reading);
    }
    case static_cast<int>(Role::Verdict):
        return QVariant::fromValue(service.verdict);
    case static_cast<int>(Role::Value):
        return QVariant::fromValue(service);
    default:
        return {};
    }
}

QVariant ServicesModel::text(const ServiceComparison &service, Column column) const
{
    switch (column) {
    case Column::BlueReady:
        return readiness(service.blue);
    case Column::GreenReady:
        return readiness(service.green);
    default:
        return raw(service, column);
    }
}

QVariant ServicesModel::raw(const ServiceComparison &service, Column column) const
{
    if (const Reading *reading = readingOf(service, column)) {
        return number(*reading);
    }
    switch (column) {
    case Column::BlueReady:
        return service.blue.ready - service.blue.desired; // the worst first
    case Column::GreenReady:
        return service.green.ready - service.green.desired;
    case Column::GreenRestarts:
        return service.green.restarts;
    case Column::Verdict:
        return static_cast<int>(service.verdict);
    default:
        return service.key.name;
    }
}

QVariant ServicesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnTotal) {
        return {};
    }
    const std::array names{tr("Service"),     tr("Blue ready"),     tr("Green ready"),
                           tr("Blue errors"), tr("Green errors"),   tr("Blue p95"),
                           tr("Green p95"),   tr("Green restarts"), tr("Verdict")};
    return names.at(static_cast<size_t>(section));
}

} // namespace signalbox
