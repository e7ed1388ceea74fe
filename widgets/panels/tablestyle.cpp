// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/tablestyle.h"

#include "widgets/style/fonts.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace signalbox
{

namespace
{

int rowHeight()
{
    return QFontMetrics(Fonts::resolved(TextStyle::Body)).height() + 10;
}

void styleHeader(QHeaderView &header)
{
    header.setHighlightSections(false);
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header.setStretchLastSection(false);
    header.setMinimumSectionSize(36);
    header.setTextElideMode(Qt::ElideRight);
}

} // namespace

void styleTable(QTableView &table)
{
    table.setShowGrid(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setWordWrap(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    // Measuring every row would cost a quarter of a second per insertion in a long table.
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(rowHeight());
    styleHeader(*table.horizontalHeader());
}

void styleTree(QTreeView &tree)
{
    tree.setFrameShape(QFrame::NoFrame);
    tree.setUniformRowHeights(true);
    tree.setSelectionBehavior(QAbstractItemView::SelectRows);
    tree.setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree.setTabKeyNavigation(false);
    tree.setIndentation(16);
    styleHeader(*tree.header());
}

void sizeColumns(QHeaderView &header, int stretched, const QVector<int> &widths)
{
    for (int i = 0; i < header.count(); ++i) {
        header.setSectionResizeMode(i, i == stretched ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (i != stretched && i < widths.size()) {
            header.resizeSection(i, widths.at(i));
        }
    }
}

void fitTableToRows(QTableView &table, int least, int most)
{
    table.verticalHeader()->setDefaultSectionSize(rowHeight());
    const int rows = std::clamp(table.model() == nullptr ? 0 : table.model()->rowCount(), least, most);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height() + rows * rowHeight() + 4);
}

} // namespace signalbox
