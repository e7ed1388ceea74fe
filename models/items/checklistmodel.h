// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/checklistrun.h"
#include "models/domain/releaseplan.h"
#include "models/items/rowmodel.h"

#include <functional>

namespace signalbox
{

/// One item of a checklist as it counts now.
struct ChecklistRow {
    CheckItem item;
    CheckState state;
    QString command; ///< what the machine does, in the words of the plan; external text
    bool running = false;
    bool operator==(const ChecklistRow &) const = default;
};

/// A checklist: its groups at the top level, their items below. Taking a new state touches only the rows that
/// differ; another checklist resets the model.
class ChecklistModel final : public RowModel
{
    Q_OBJECT

public:
    enum class Column { Item, Evidence, Mode, Time, Action };
    Q_ENUM(Column)
    static constexpr int columnTotal = 5;
    enum class Role {
        IsGroup = Qt::UserRole + 1, ///< bool
        ItemId,
        Satisfied, ///< bool
    };
    Q_ENUM(Role)
    /// Words for a cell, as people read and hear them; the model itself has none.
    using TextOf = std::function<QString(const ChecklistRow &, Column)>;

    using RowModel::RowModel;

    void setTexts(TextOf texts) { m_texts = std::move(texts); }
    /// @param probes of the plan the checklist comes from. @param running ids of items being checked now
    void show(const Checklist &checklist, const ChecklistState &state, const QStringList &running,
              const QVector<ProbeSpec> &probes);
    void clear();

    /// None for groups and for an invalid index. Valid until the next show().
    [[nodiscard]] const ChecklistRow *row(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &item) const;
    [[nodiscard]] const QString &checklist() const { return m_checklist; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    using QObject::parent;

private:
    struct Group {
        QString id;
        LocalText title;
        QVector<ChecklistRow> rows;
    };
    [[nodiscard]] static QVector<Group> groupsOf(const Checklist &checklist, const ChecklistState &state,
                                                 const QStringList &running,
                                                 const QVector<ProbeSpec> &probes);
    [[nodiscard]] bool hasSameGroups(const QString &checklist, const QVector<Group> &groups) const;

    QString m_checklist;
    QVector<Group> m_groups;
    TextOf m_texts;
};

} // namespace signalbox
