// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/checklistmodel.h"

#include "models/items/probeline.h"

#include <QLocale>

#include <array>

namespace signalbox
{

QVector<ChecklistModel::Group> ChecklistModel::groupsOf(const Checklist &checklist,
                                                        const ChecklistState &state,
                                                        const QStringList &running,
                                                        const QVector<ProbeSpec> &probes)
{
    QHash<QString, const CheckState *> states;
    for (const CheckState &item : state.items) {
        states.insert(item.item, &item);
    }
    QVector<Group> groups;
    for (const CheckGroup &group : checklist.groups) {
        Group next{group.id, group.title, {}};
        next.rows.reserve(group.items.size());
        for (const CheckItem &item : group.items) {
            ChecklistRow row{item, {}, checkLine(item, probes), running.contains(item.id)};
            if (const CheckState *known = states.value(item.id)) {
                row.state = *known;
            } else {
                row.state.item = item.id;
                row.state.mode = item.mode;
                row.state.mandatory = item.mandatory;
            }
            next.rows.append(row);
        }
        groups.append(next);
    }
    return groups;
}

bool ChecklistModel::hasSameGroups(const QString &checklist, const QVector<Group> &groups) const
{
    return m_checklist == checklist &&
           std::equal(m_groups.cbegin(), m_groups.cend(), groups.cbegin(), groups.cend(),
                      [](const Group &a, const Group &b) { return a.id == b.id && a.title == b.title; });
}

void ChecklistModel::show(const Checklist &checklist, const ChecklistState &state, const QStringList &running,
                          const QVector<ProbeSpec> &probes)
{
    const QVector<Group> next = groupsOf(checklist, state, running, probes);
    if (!hasSameGroups(checklist.id, next)) {
        beginResetModel();
        m_checklist = checklist.id;
        m_groups = next;
        endResetModel();
        return;
    }
    for (int group = 0; group < m_groups.size(); ++group) {
        if (m_groups[group].rows != next[group].rows) {
            updateRows(index(group, 0), m_groups[group].rows, next[group].rows,
                       [](const ChecklistRow &row) { return row.item.id; });
        }
    }
}

void ChecklistModel::clear()
{
    if (!m_groups.isEmpty() || !m_checklist.isEmpty()) {
        beginResetModel();
        m_checklist.clear();
        m_groups.clear();
        endResetModel();
    }
}

const ChecklistRow *ChecklistModel::row(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0) {
        return nullptr;
    }
    const QVector<ChecklistRow> &rows = m_groups.at(static_cast<int>(index.internalId()) - 1).rows;
    return index.row() < rows.size() ? &rows.at(index.row()) : nullptr;
}

QModelIndex ChecklistModel::indexOf(const QString &item) const
{
    for (int group = 0; group < m_groups.size(); ++group) {
        const QVector<ChecklistRow> &rows = m_groups.at(group).rows;
        for (int row = 0; row < rows.size(); ++row) {
            if (rows.at(row).item.id == item) {
                return index(row, 0, index(group, 0));
            }
        }
    }
    return {};
}

// The internal id of an item is the number of its group plus one; that of a group is 0.
QModelIndex ChecklistModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex ChecklistModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0) {
        return {};
    }
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int ChecklistModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_groups.size());
    }
    const bool isGroup = parent.internalId() == 0 && parent.column() == 0;
    return isGroup ? static_cast<int>(m_groups.at(parent.row()).rows.size()) : 0;
}

int ChecklistModel::columnCount(const QModelIndex &) const
{
    return columnTotal;
}

QVariant ChecklistModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    const ChecklistRow *shown = row(index);
    if (shown == nullptr) {
        if (isText && index.column() == 0) {
            return m_groups.at(index.row()).title.in(QLocale().name());
        }
        return role == static_cast<int>(Role::IsGroup) ? QVariant(true) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return m_texts ? m_texts(*shown, static_cast<Column>(index.column())) : QVariant();
    case static_cast<int>(Role::IsGroup):
        return false;
    case static_cast<int>(Role::ItemId):
        return shown->item.id;
    case static_cast<int>(Role::Satisfied):
        return shown->state.satisfied();
    default:
        return {};
    }
}

QVariant ChecklistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnTotal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && section == static_cast<int>(Column::Action)) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter); // over its buttons
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    //: column of the checklist: what has to be done for an item
    const std::array names{tr("Item"), tr("Evidence"), tr("Mode"), tr("Time"), tr("Action")};
    return names.at(static_cast<size_t>(section));
}

} // namespace signalbox
