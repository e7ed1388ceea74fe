// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/signrows.h"

#include "widgets/style/safetext.h"

#include <QVBoxLayout>

namespace signalbox
{

SignRows::SignRows(QWidget &parent, QVBoxLayout &column)
    : m_parent(parent)
    , m_column(column)
{
}

void SignRows::show(const QVector<Entry> &entries)
{
    while (m_rows.size() > entries.size()) {
        delete m_rows.takeLast();
    }
    while (m_rows.size() < entries.size()) {
        auto *row = new SignRow(&m_parent);
        m_column.addWidget(row);
        m_rows.append(row);
    }
    for (qsizetype index = 0; index < entries.size(); ++index) {
        const Entry &entry = entries.at(index);
        m_rows[index]->setRow(entry.glyph, entry.key, entry.value, entry.tone);
        m_rows[index]->setToolTip(plainToolTip(entry.detail));
    }
}

} // namespace signalbox
