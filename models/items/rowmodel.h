// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/rowdiff.h"

#include <QAbstractItemModel>

#include <utility>

namespace signalbox
{

/// Base of the item models: takes a whole new list of rows and reports only what is different.
/// Nothing here is translated ahead: texts are made when asked for, retranslate() makes views ask again.
class RowModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;
    /// After a change of language.
    void retranslate();

protected:
    template <typename Row, typename KeyOf>
    void updateRows(const QModelIndex &parent, QVector<Row> &rows, const QVector<Row> &next, KeyOf keyOf)
    {
        Host host{*this, parent};
        RowDiff<Row, KeyOf, Host>(rows, next, keyOf, host).apply();
    }
    /// All columns of rows first to last.
    void announceChange(const QModelIndex &parent, int first, int last);

private:
    struct Host {
        RowModel &model;
        QModelIndex parent;
        void beginRemove(int first, int last) { model.beginRemoveRows(parent, first, last); }
        void endRemove() { model.endRemoveRows(); }
        void beginInsert(int first, int last) { model.beginInsertRows(parent, first, last); }
        void endInsert() { model.endInsertRows(); }
        void beginMove(int from, int before) { model.beginMoveRows(parent, from, from, parent, before); }
        void endMove() { model.endMoveRows(); }
        void changed(int first, int last) { model.announceChange(parent, first, last); }
    };
};

/// A RowModel without children.
class TableModel : public RowModel
{
    Q_OBJECT

public:
    using RowModel::RowModel;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    using QObject::parent;
};

} // namespace signalbox
