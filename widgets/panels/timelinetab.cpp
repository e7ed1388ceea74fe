// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/timelinetab.h"

#include "widgets/panels/tablestyle.h"
#include "widgets/panels/timelinedelegate.h"
#include "widgets/style/card.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace signalbox
{

TimelineTab::TimelineTab(TimelineModel &timeline, QWidget *parent)
    : QWidget(parent)
    , m_timeline(timeline)
    , m_delegate(new TimelineDelegate(this))
    , m_table(new QTableView(this))
    , m_empty(new TextLabel(TextStyle::Body, this))
{
    m_table->setObjectName(QStringLiteral("timeline"));
    m_table->setModel(&timeline);
    m_table->setItemDelegate(m_delegate);
    styleTable(*m_table);
    sizeColumns(*m_table->horizontalHeader(), static_cast<int>(TimelineModel::Column::Text),
                {80, 164, 178, 0, 106});
    m_empty->setTone(Tone::Neutral);
    auto *card = new Card(this);
    card->body()->addWidget(m_empty);
    card->body()->addWidget(m_table, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->addWidget(card);
    connect(&timeline, &QAbstractItemModel::rowsInserted, this, &TimelineTab::showEmptiness);
    connect(&timeline, &QAbstractItemModel::rowsRemoved, this, &TimelineTab::showEmptiness);
    retranslateUi();
}

void TimelineTab::setNow(const QDateTime &now)
{
    m_delegate->setNow(now);
}

void TimelineTab::setZone(TimeZoneChoice zone)
{
    m_delegate->setZone(zone);
    m_table->viewport()->update();
}

void TimelineTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

void TimelineTab::retranslateUi()
{
    m_table->setAccessibleName(tr("Timeline of the release"));
    m_empty->setText(tr("Nothing has happened yet. The cluster keeps its events for about an hour."));
    m_timeline.retranslate();
    showEmptiness();
}

void TimelineTab::showEmptiness()
{
    m_empty->setVisible(m_timeline.rowCount() == 0);
}

} // namespace signalbox
