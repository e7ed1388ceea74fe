// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/stepsmodel.h"

#include <array>

namespace signalbox
{

namespace
{

constexpr int columnTotal = 7;

QVector<StepEntry> entriesOf(const OperationStatus &status)
{
    QVector<StepEntry> entries;
    for (int i = 0; i < status.plan.steps.size(); ++i) {
        const StepProgress progress = i < status.steps.size() ? status.steps.at(i) : StepProgress();
        const bool current = status.phase == OperationPhase::Running && i == status.currentStep;
        entries.append({i + 1, status.plan.steps.at(i), progress, current});
    }
    return entries;
}

} // namespace

void StepsModel::setOperation(const std::optional<OperationStatus> &status)
{
    const auto byNumber = [](const StepEntry &entry) { return entry.number; };
    const QString id = status ? status->id : QString();
    if (id != m_operation) {
        updateRows({}, m_rows, {}, byNumber);
        m_operation = id;
    }
    updateRows({}, m_rows, status ? entriesOf(*status) : QVector<StepEntry>(), byNumber);
}

int StepsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StepsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant StepsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const StepEntry &entry = m_rows.at(index.row());
    if (role == Qt::DisplayRole || role == static_cast<int>(Role::Sort)) {
        return raw(entry, static_cast<Column>(index.column()));
    }
    return role > Qt::UserRole ? roleData(entry, static_cast<Role>(role)) : QVariant();
}

QVariant StepsModel::raw(const StepEntry &entry, Column column) const
{
    switch (column) {
    case Column::Number:
        return entry.number;
    case Column::Title:
        return static_cast<int>(entry.step.title.code);
    case Column::Phase:
        return static_cast<int>(entry.progress.phase);
    case Column::Observations:
        return entry.progress.observations.size();
    case Column::Started:
        return entry.progress.started;
    case Column::Finished:
        return entry.progress.finished;
    case Column::Budget:
        return static_cast<int>(entry.step.budget.count());
    }
    return {};
}

QVariant StepsModel::roleData(const StepEntry &entry, Role role) const
{
    switch (role) {
    case Role::Title:
        return QVariant::fromValue(entry.step.title);
    case Role::Phase:
        return QVariant::fromValue(entry.progress.phase);
    case Role::Observations:
        return QVariant::fromValue(entry.progress.observations);
    case Role::Failure:
        return entry.progress.error ? QVariant::fromValue(*entry.progress.error) : QVariant();
    case Role::Started:
        return entry.progress.started;
    case Role::Finished:
        return entry.progress.finished;
    case Role::BudgetSeconds:
        return static_cast<int>(entry.step.budget.count());
    case Role::OverBudget:
        return entry.progress.overBudget;
    case Role::IsCurrent:
        return entry.current;
    case Role::Value:
        return QVariant::fromValue(entry);
    case Role::Sort:
        break;
    }
    return {};
}

QVariant StepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnTotal) {
        return {};
    }
    const std::array names{tr("No."),     tr("Step"),     tr("State"), tr("Observed"),
                           tr("Started"), tr("Finished"), tr("Budget")};
    return names.at(static_cast<size_t>(section));
}

} // namespace signalbox
