// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/operation.h"
#include "models/items/rowmodel.h"

namespace signalbox
{

/// One step of an operation as a row.
struct StepEntry {
    int number = 0; ///< 1-based
    ActionStep step;
    StepProgress progress;
    bool current = false;
    bool operator==(const StepEntry &) const = default;
};

/// Steps of the operation on screen. Texts are message codes (Role::Title, Role::Observations): widgets
/// turn them into sentences.
class StepsModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Column { Number, Title, Phase, Observations, Started, Finished, Budget };
    Q_ENUM(Column)
    enum class Role {
        Sort = Qt::UserRole + 1,
        Title,        ///< Message
        Phase,        ///< StepPhase
        Observations, ///< QVector<Message>
        Failure,      ///< Error, invalid if none
        Started,      ///< QDateTime UTC
        Finished,
        BudgetSeconds, ///< int; 0: none
        OverBudget,    ///< bool
        IsCurrent,     ///< bool
        Value,         ///< StepEntry
    };
    Q_ENUM(Role)

    using TableModel::TableModel;
    /// The same operation again changes rows in place; another one replaces them. None empties the model.
    void setOperation(const std::optional<OperationStatus> &status);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant raw(const StepEntry &entry, Column column) const;
    [[nodiscard]] QVariant roleData(const StepEntry &entry, Role role) const;

    QString m_operation;
    QVector<StepEntry> m_rows;
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::StepEntry)
