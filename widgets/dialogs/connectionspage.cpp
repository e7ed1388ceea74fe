// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dialogs/connectionspage.h"

#include "widgets/style/glyph.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"
#include "widgets/style/statuspalette.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace signalbox
{

ConnectionsPage::ConnectionsPage(QWidget *parent)
    : QWidget(parent)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_problems(new QLabel(this))
    , m_form(new ConnectionForm(this))
{
    auto *layout = new QHBoxLayout(this);
    auto *left = new QVBoxLayout;
    left->addWidget(m_filter);
    left->addWidget(m_list, 1);
    left->addWidget(m_problems);
    layout->addLayout(left, 2);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("connectionScroll"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_form);
    layout->addWidget(scroll, 5);
    buildList();
    connect(m_form, &ConnectionForm::openRequested, this, &ConnectionsPage::openRequested);
    connect(m_form, &ConnectionForm::closeRequested, this, &ConnectionsPage::closeRequested);
    connect(m_form, &ConnectionForm::secretEntered, this, &ConnectionsPage::secretEntered);
    connect(m_form, &ConnectionForm::preferencesChanged, this, &ConnectionsPage::remember);
    retranslateUi();
    showCurrent();
}

void ConnectionsPage::buildList()
{
    m_filter->setObjectName(QStringLiteral("contextFilter"));
    m_list->setObjectName(QStringLiteral("contextList"));
    m_list->setUniformItemSizes(true);
    m_problems->setObjectName(QStringLiteral("contextProblems"));
    m_problems->setTextFormat(Qt::PlainText);
    m_problems->setWordWrap(true);
    m_problems->hide();
    connect(m_list, &QListWidget::currentRowChanged, this, &ConnectionsPage::showCurrent);
    connect(m_filter, &QLineEdit::textChanged, this, &ConnectionsPage::filterList);
}

void ConnectionsPage::filterList()
{
    for (int row = 0; row < m_list->count(); ++row) {
        m_list->item(row)->setHidden(
            !m_list->item(row)->text().contains(m_filter->text(), Qt::CaseInsensitive));
    }
}

void ConnectionsPage::setContexts(const QVector<ContextItem> &contexts)
{
    if (contexts == m_contexts) {
        return;
    }
    const std::optional<ContextItem> before = current() ? std::optional(*current()) : std::nullopt;
    m_contexts = contexts;
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const ContextItem &context : contexts) {
        m_list->addItem(safeText(context.name));
    }
    showSigns();
    m_list->setCurrentRow(rowOf(before ? before->name : QString()));
    filterList();
    // Somebody may be typing into the form while connections come and go.
    const ContextItem *now = current();
    if (before && now && now->name == before->name && now->preferences == before->preferences) {
        m_form->updateState(*now);
    } else {
        showCurrent();
    }
}

void ConnectionsPage::showSigns()
{
    const StatusPalette colors(palette());
    for (int row = 0; row < m_list->count(); ++row) {
        const ContextItem &context = m_contexts[row];
        QListWidgetItem *item = m_list->item(row);
        const Glyph sign = context.problem ? Glyph::Cross
                           : context.link  ? glyphOf(*context.link)
                                           : Glyph::Ring;
        const Tone tone = context.problem ? Tone::Bad : context.link ? toneOf(*context.link) : Tone::Neutral;
        //: state of a kubeconfig context nobody has connected
        const QString word = context.problem ? tr("cannot be used")
                             : context.link  ? freshnessText(*context.link)
                                             : tr("not connected");
        item->setIcon(glyphIcon(sign, colors.color(tone)));
        //: a context and its state, for assistive tools and the tool tip
        const QString description = tr("%1, %2").arg(safeText(context.name), word);
        item->setToolTip(plainToolTip(description));
        item->setData(Qt::AccessibleTextRole, description);
    }
}

int ConnectionsPage::rowOf(const QString &context) const
{
    for (int row = 0; row < m_contexts.size(); ++row) {
        if (m_contexts[row].name == context) {
            return row;
        }
    }
    return m_contexts.isEmpty() ? -1 : 0;
}

void ConnectionsPage::select(const QString &context)
{
    const QSignalBlocker blocker(m_list);
    m_list->setCurrentRow(rowOf(context));
    showCurrent();
}

void ConnectionsPage::setProblems(const QStringList &problems)
{
    m_problems->setText(problems.join(QLatin1Char('\n')));
    m_problems->setVisible(!problems.isEmpty());
}

const ContextItem *ConnectionsPage::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_contexts.size() ? &m_contexts[row] : nullptr;
}

void ConnectionsPage::showCurrent()
{
    const ContextItem *item = current();
    m_form->setItem(item ? std::optional(*item) : std::nullopt);
}

void ConnectionsPage::remember(const QString &context, const ClusterPreferences &preferences)
{
    for (ContextItem &item : m_contexts) {
        if (item.name == context) {
            item.preferences = preferences;
        }
    }
    Q_EMIT preferencesChanged(context, preferences);
}

void ConnectionsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        showSigns();
    } else if (event->type() == QEvent::PaletteChange) {
        showSigns();
    }
    QWidget::changeEvent(event);
}

void ConnectionsPage::retranslateUi()
{
    m_filter->setPlaceholderText(tr("Filter contexts"));
    m_filter->setAccessibleName(tr("Filter contexts"));
    m_list->setAccessibleName(tr("Contexts"));
}

} // namespace signalbox
