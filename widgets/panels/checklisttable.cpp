// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/checklisttable.h"

#include "widgets/panels/checklistdelegate.h"
#include "widgets/panels/tablestyle.h"
#include "widgets/style/checktext.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

namespace signalbox
{

ChecklistTable::ChecklistTable(ChecklistModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_delegate(new ChecklistDelegate(model, this))
{
    setObjectName(QStringLiteral("checklistTable"));
    model.setTexts([delegate = m_delegate](const ChecklistRow &row, ChecklistModel::Column column) {
        return delegate->text(row, column);
    });
    setModel(&model);
    setItemDelegate(m_delegate);
    styleTree(*this);
    setUniformRowHeights(false);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    sizeColumns(*header(), static_cast<int>(ChecklistModel::Column::Item), {0, 220, 76, 104, 124});
    connect(&model, &QAbstractItemModel::modelReset, this, &ChecklistTable::spanGroups);
    spanGroups();
}

void ChecklistTable::spanGroups()
{
    for (int group = 0; group < m_model.rowCount(); ++group) {
        setFirstColumnSpanned(group, {}, true);
    }
    expandAll();
    if (m_model.rowCount() > 0 && !currentIndex().isValid()) {
        setCurrentIndex(m_model.index(0, 0, m_model.index(0, 0)));
    }
}

void ChecklistTable::setNow(const QDateTime &now)
{
    m_delegate->setNow(now);
    viewport()->update();
}

void ChecklistTable::setZone(TimeZoneChoice zone)
{
    m_delegate->setZone(zone);
    viewport()->update();
}

const ChecklistRow *ChecklistTable::currentRow() const
{
    return m_model.row(currentIndex());
}

void ChecklistTable::retranslate()
{
    m_delegate->refreshFonts();
    setAccessibleName(tr("Checklist"));
    setAccessibleDescription(
        tr("Up and down to walk the items, Enter for the action of an item, R to check it again."));
    m_model.retranslate();
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void ChecklistTable::changeEvent(QEvent *event)
{
    const bool isFont = event->type() == QEvent::FontChange ||
                        event->type() == QEvent::ApplicationFontChange ||
                        event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange;
    if (isFont && m_delegate != nullptr) {
        m_delegate->refreshFonts();
        scheduleDelayedItemsLayout();
    }
    QTreeView::changeEvent(event);
}

void ChecklistTable::keyPressEvent(QKeyEvent *event)
{
    const ChecklistRow *row = currentRow();
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (row != nullptr && isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT mainActionRequested(row->item.id);
        return;
    }
    if (row != nullptr && isPlain && event->key() == Qt::Key_R) {
        // Looking again changes nothing that is decided; it only brings fresh evidence.
        Q_EMIT recheckRequested(row->item.id);
        return;
    }
    QTreeView::keyPressEvent(event);
}

void ChecklistTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    const ChecklistRow *row = m_model.row(index);
    if (event->button() == Qt::LeftButton && row != nullptr &&
        index.column() == static_cast<int>(ChecklistModel::Column::Action) &&
        m_delegate->buttonRect(visualRect(index), *row).contains(event->pos())) {
        Q_EMIT mainActionRequested(row->item.id);
    }
}

void ChecklistTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentItemChanged();
}

} // namespace signalbox
