// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/interruptedpanel.h"

#include "widgets/style/card.h"
#include "widgets/style/textlabel.h"

#include <QEvent>
#include <QVBoxLayout>

namespace signalbox
{

InterruptedPanel::InterruptedPanel(QWidget *parent)
    : QWidget(parent)
    , m_layout(nullptr)
    , m_more(new TextLabel(TextStyle::Small, this))
{
    setObjectName(QStringLiteral("interruptedPanel"));
    auto *card = new Card(this);
    m_layout = card->body();
    m_layout->addWidget(m_more);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 0);
    layout->addWidget(card);
    hide();
}

void InterruptedPanel::setItems(const QVector<InterruptedItem> &items, const QDateTime &now)
{
    const auto shown = qMin<qsizetype>(items.size(), shownAtMost);
    // A row keeps its operation while it is shown, so that a half-written reason stays with what it is about.
    QVector<InterruptedRow *> former = m_rows;
    m_rows.clear();
    for (qsizetype index = 0; index < shown; ++index) {
        const QString &id = items.at(index).status.id;
        InterruptedRow *row = nullptr;
        for (InterruptedRow *each : std::as_const(former)) {
            row = each->id() == id ? each : row;
        }
        if (row) {
            former.removeOne(row);
        } else {
            row = new InterruptedRow(this);
            connect(row, &InterruptedRow::continued, this, &InterruptedPanel::continueRequested);
            connect(row, &InterruptedRow::givenUp, this, &InterruptedPanel::giveUpRequested);
        }
        row->setItem(items.at(index), now);
        m_layout->insertWidget(static_cast<int>(index), row);
        m_rows.append(row);
    }
    for (InterruptedRow *row : std::as_const(former)) {
        row->hide();
        row->deleteLater(); // its own button may have led here
    }
    m_hidden = static_cast<int>(items.size() - shown);
    showMore();
    setVisible(!items.isEmpty());
}

void InterruptedPanel::showMore()
{
    m_more->setVisible(m_hidden > 0);
    m_more->setText(tr("%n more interrupted operation(s)", nullptr, m_hidden));
}

void InterruptedPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showMore();
    }
    QWidget::changeEvent(event);
}

} // namespace signalbox
