// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/signrow.h"

#include <QVector>

class QVBoxLayout;

namespace signalbox
{

/// A column of SignRows that grows and shrinks with what it shows, without losing widgets on every update.
class SignRows final
{
public:
    struct Entry {
        Glyph glyph = Glyph::Ring;
        QString key;
        QString value;
        Tone tone = Tone::Neutral;
        QString detail; ///< tool tip
    };
    /// @param parent of the rows. @param column where they go; both outlive this
    SignRows(QWidget &parent, QVBoxLayout &column);

    void show(const QVector<Entry> &entries);

private:
    QWidget &m_parent;
    QVBoxLayout &m_column;
    QVector<SignRow *> m_rows;
};

} // namespace signalbox
