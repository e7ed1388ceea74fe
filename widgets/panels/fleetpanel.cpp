// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/fleetpanel.h"

#include "models/items/fleetfilterproxy.h"
#include "models/items/fleetmodel.h"
#include "widgets/delegates/fleetdelegate.h"
#include "widgets/style/safetext.h"
#include "widgets/style/textlabel.h"

#include <QEvent>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

namespace signalbox
{

FleetPanel::FleetPanel(FleetModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_proxy(new FleetFilterProxy(this))
    , m_filter(new QLineEdit(this))
    , m_problem(new TextLabel(TextStyle::Small, this))
    , m_notice(new TextLabel(TextStyle::Small, this))
    , m_empty(new TextLabel(TextStyle::Small, this))
    , m_view(new QTreeView(this))
    , m_delegate(new FleetDelegate(this))
{
    setObjectName(QStringLiteral("fleetPanel"));
    setAttribute(Qt::WA_StyledBackground);
    m_filter->setObjectName(QStringLiteral("fleetFilter"));
    m_filter->setClearButtonEnabled(true);
    m_view->setObjectName(QStringLiteral("fleetList"));
    m_proxy->setSourceModel(&model);
    m_proxy->setRecursiveFilteringEnabled(true);
    // When a row goes, the view makes a neighbour current; that is not the user's choice. Heard before the
    // view hears it, so connected before it gets the model.
    connect(m_proxy, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_changing = true; });
    m_view->setModel(m_proxy);
    m_view->setItemDelegate(m_delegate);
    m_view->setHeaderHidden(true);
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setIndentation(0);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (int column = 1; column < m_proxy->columnCount(); ++column) {
        m_view->setColumnHidden(column, true);
    }
    m_problem->setTone(Tone::Bad);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_notice->setObjectName(QStringLiteral("fleetNotice"));
    m_notice->setTone(Tone::Warning);
    m_notice->setWordWrap(true);
    m_notice->hide();
    m_empty->setTone(Tone::Neutral);
    m_empty->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_filter);
    layout->addWidget(m_problem);
    layout->addWidget(m_notice);
    layout->addWidget(m_empty);
    layout->addWidget(m_view, 1);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setFilterText(text);
        m_problem->setText(m_proxy->problem().isEmpty()
                               ? QString()
                               : tr("Not a valid expression: %1").arg(safeText(m_proxy->problem())));
        m_problem->setVisible(!m_proxy->problem().isEmpty());
        tidyGroups();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                const FleetEntry *entry = m_model.entry(m_proxy->mapToSource(index));
                if (!m_changing && entry && (!m_selected || !(*m_selected == entry->key))) {
                    m_selected = entry->key;
                    Q_EMIT releaseSelected(entry->key);
                }
            });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_proxy, signal, this, &FleetPanel::tidyGroups);
    }
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &FleetPanel::tidyGroups);
    retranslateUi();
    tidyGroups();
}

void FleetPanel::tidyGroups()
{
    m_changing = false;
    bool any = false;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const bool filled = m_proxy->rowCount(m_proxy->index(row, 0)) > 0;
        m_view->setRowHidden(row, {}, !filled);
        any = any || filled;
    }
    m_view->expandAll();
    m_empty->setVisible(!any && !m_empty->text().isEmpty());
    keepSelection();
}

void FleetPanel::keepSelection()
{
    // A release that moves to another group is removed and inserted; the selection follows it by key.
    if (m_selected) {
        const QModelIndex index = m_proxy->mapFromSource(m_model.indexOf(*m_selected));
        if (index.isValid() && index != m_view->currentIndex()) {
            m_view->setCurrentIndex(index);
        }
    }
}

void FleetPanel::select(const ReleaseKey &key)
{
    const bool isNew = !m_selected || !(*m_selected == key);
    m_selected = key;
    keepSelection();
    if (isNew) {
        Q_EMIT releaseSelected(key);
    }
}

std::optional<ReleaseKey> FleetPanel::selected() const
{
    return m_selected;
}

void FleetPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void FleetPanel::setEmptyText(const QString &text)
{
    if (text != m_empty->text()) {
        m_empty->setText(text);
        tidyGroups();
    }
}

void FleetPanel::setNotice(const QString &text)
{
    if (text != m_notice->text()) {
        m_notice->setText(text);
        m_notice->setVisible(!text.isEmpty());
    }
}

void FleetPanel::setRunning(const QHash<ReleaseKey, ActionKind> &running)
{
    m_delegate->setRunning(running);
    m_view->viewport()->update();
}

void FleetPanel::setClusterNamed(bool named)
{
    m_delegate->setClusterNamed(named);
    m_view->viewport()->update();
}

void FleetPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

void FleetPanel::retranslateUi()
{
    m_filter->setPlaceholderText(tr("Filter   Ctrl+F"));
    m_filter->setAccessibleName(tr("Filter releases"));
    m_view->setAccessibleName(tr("Releases"));
    m_view->viewport()->update();
}

} // namespace signalbox
