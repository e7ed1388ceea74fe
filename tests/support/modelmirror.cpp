// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/modelmirror.h"

#include <algorithm>

namespace signalbox::test
{

ModelMirror::ModelMirror(const QAbstractItemModel &model, int role)
    : m_model(model)
    , m_role(role)
    , m_root(read({}))
{
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        ++resets;
        m_root = read({});
    });
    connect(&model, &QAbstractItemModel::layoutChanged, this, [this] { m_root = read({}); });
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &parent, int first, int last) {
                ++inserts;
                auto &children = nodeAt(parent).children;
                for (int row = first; row <= last; ++row) {
                    children.insert(children.begin() + row, read(m_model.index(row, 0, parent)));
                }
            });
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &parent, int first, int last) {
                ++removes;
                auto &children = nodeAt(parent).children;
                children.erase(children.begin() + first, children.begin() + last + 1);
            });
    connect(&model, &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex &parent, int first, int, const QModelIndex &, int before) {
                ++moves;
                auto &children = nodeAt(parent).children;
                Node node = std::move(children.at(static_cast<size_t>(first)));
                children.erase(children.begin() + first);
                children.insert(children.begin() + (before > first ? before - 1 : before), std::move(node));
            });
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                ++changes;
                for (int row = from.row(); row <= to.row(); ++row) {
                    const QModelIndex index = from.siblingAtRow(row).siblingAtColumn(0);
                    nodeAt(index).cells = cellsOf(index);
                }
            });
}

QString ModelMirror::cellsOf(const QModelIndex &index) const
{
    QStringList cells;
    for (int column = 0; column < m_model.columnCount(index.parent()); ++column) {
        cells.append(index.siblingAtColumn(column).data(m_role).toString());
    }
    return cells.join(QLatin1Char('|'));
}

ModelMirror::Node ModelMirror::read(const QModelIndex &index) const
{
    Node node;
    if (index.isValid()) {
        node.cells = cellsOf(index);
    }
    for (int row = 0; row < m_model.rowCount(index); ++row) {
        node.children.push_back(read(m_model.index(row, 0, index)));
    }
    return node;
}

ModelMirror::Node &ModelMirror::nodeAt(const QModelIndex &index)
{
    if (!index.isValid()) {
        return m_root;
    }
    return nodeAt(index.parent()).children.at(static_cast<size_t>(index.row()));
}

void ModelMirror::print(const Node &node, int depth, QStringList &lines)
{
    for (const auto &child : node.children) {
        lines.append(QString(depth * 2, QLatin1Char(' ')) + child.cells);
        print(child, depth + 1, lines);
    }
}

QStringList ModelMirror::told() const
{
    QStringList lines;
    print(m_root, 0, lines);
    return lines;
}

QStringList ModelMirror::actual() const
{
    QStringList lines;
    print(read({}), 0, lines);
    return lines;
}

} // namespace signalbox::test
