// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dialogs/commandpalette.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox
{

namespace
{

/// All words must occur; a hit at the start of the title ranks first. Negative: no match.
int rank(const PaletteEntry &entry, const QStringList &words)
{
    const QString haystack =
        entry.title + QLatin1Char(' ') + entry.detail + QLatin1Char(' ') + entry.keywords;
    for (const QString &word : words) {
        if (!haystack.contains(word, Qt::CaseInsensitive)) {
            return -1;
        }
    }
    if (words.isEmpty() || entry.title.startsWith(words.first(), Qt::CaseInsensitive)) {
        return 0;
    }
    return entry.title.contains(words.first(), Qt::CaseInsensitive) ? 1 : 2;
}

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setModal(true);
    m_filter->setObjectName(QStringLiteral("paletteFilter"));
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setUniformItemSizes(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_filter);
    layout->addWidget(m_list);
    resize(fontMetrics().height() * 34, fontMetrics().height() * 22);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, &CommandPalette::refill);
    connect(m_filter, &QLineEdit::returnPressed, this, &CommandPalette::accept);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::accept);
    retranslateUi();
}

void CommandPalette::setEntries(const QVector<PaletteEntry> &entries)
{
    m_entries = entries;
    refill();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const int step = key == Qt::Key_Down ? 1 : -1;
            m_list->setCurrentRow(
                std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QDialog::changeEvent(event);
}

void CommandPalette::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_filter->clear();
    m_filter->setFocus();
    refill();
}

void CommandPalette::retranslateUi()
{
    setWindowTitle(tr("Command palette"));
    m_filter->setPlaceholderText(tr("Go to a release, a cluster, a page or an action"));
    m_filter->setAccessibleName(tr("Search"));
    m_list->setAccessibleName(tr("Results"));
}

void CommandPalette::refill()
{
    // ':' is what users of k9s type first; it means nothing here and must not hide everything.
    QString text = m_filter->text().trimmed();
    if (text.startsWith(QLatin1Char(':'))) {
        text.remove(0, 1);
    }
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QVector<QPair<int, const PaletteEntry *>> hits;
    for (const PaletteEntry &entry : std::as_const(m_entries)) {
        const int value = rank(entry, words);
        if (value >= 0) {
            hits.append({value, &entry});
        }
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const auto &left, const auto &right) { return left.first < right.first; });
    m_list->clear();
    for (const auto &[value, entry] : std::as_const(hits)) {
        auto *item = new QListWidgetItem(
            entry->detail.isEmpty() ? entry->title : tr("%1 — %2").arg(entry->title, entry->detail), m_list);
        item->setData(Qt::UserRole, entry->id);
        if (!entry->enabled) {
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
        }
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::accept()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled)) {
        return;
    }
    const QString id = item->data(Qt::UserRole).toString();
    QDialog::accept();
    Q_EMIT chosen(id);
}

} // namespace signalbox
