// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemModel>
#include <QObject>
#include <QStringList>

#include <utility>
#include <vector>

namespace signalbox::test
{

/// A copy of a model kept up to date by its signals alone. When it differs from what the model says, a change
/// was announced wrongly or not at all; QAbstractItemModelTester misses some of those.
class ModelMirror final : public QObject
{
    Q_OBJECT

public:
    explicit ModelMirror(const QAbstractItemModel &model, int role = Qt::DisplayRole);

    /// The tree as the signals told it, one line a row, children indented.
    [[nodiscard]] QStringList told() const;
    /// The tree as the model says now.
    [[nodiscard]] QStringList actual() const;

    int resets = 0;
    int inserts = 0; ///< signals, not rows
    int removes = 0;
    int moves = 0;
    int changes = 0;

private:
    struct Node {
        QString cells;
        std::vector<Node> children;
    };
    [[nodiscard]] Node read(const QModelIndex &index) const;
    [[nodiscard]] QString cellsOf(const QModelIndex &index) const;
    Node &nodeAt(const QModelIndex &index);
    static void print(const Node &node, int depth, QStringList &lines);

    const QAbstractItemModel &m_model;
    int m_role;
    Node m_root;
};

} // namespace signalbox::test
