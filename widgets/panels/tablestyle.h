// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QVector>

class QHeaderView;
class QTableView;
class QTreeView;

namespace signalbox
{

/// The common look and keyboard behaviour of tables: rows selected as a whole, Tab leaves the table, fixed
/// row height from the font, no grid, elided cells.
void styleTable(QTableView &table);
void styleTree(QTreeView &tree);

/// One column (-1: none) takes the room that is left, the others begin with these widths and can be dragged.
void sizeColumns(QHeaderView &header, int stretched, const QVector<int> &widths);

/// Fixed-height table inside a scrolling page: as high as its rows, between `least` and `most` rows.
void fitTableToRows(QTableView &table, int least, int most);

} // namespace signalbox
