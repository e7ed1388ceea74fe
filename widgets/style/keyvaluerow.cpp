// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/keyvaluerow.h"

#include <QHBoxLayout>

namespace signalbox
{

KeyValueRow::KeyValueRow(QWidget *parent)
    : QWidget(parent)
    , m_key(new ElidedLabel(TextStyle::Body, this))
    , m_value(new ElidedLabel(TextStyle::Body, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(12);
    row->addWidget(m_key);
    row->addWidget(m_value, 1);
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void KeyValueRow::setKey(const QString &key)
{
    m_key->setFullText(key);
    nameForAssistance();
}

void KeyValueRow::setValue(const QString &value, std::optional<Tone> tone)
{
    m_value->setFullText(value);
    m_value->setTone(tone);
    nameForAssistance();
}

void KeyValueRow::setMono(bool mono)
{
    m_value->setStyle(mono ? TextStyle::Mono : TextStyle::Body);
}

QString KeyValueRow::key() const
{
    return m_key->fullText();
}
QString KeyValueRow::value() const
{
    return m_value->fullText();
}

void KeyValueRow::nameForAssistance()
{
    //: a name and its value, read aloud
    setAccessibleName(tr("%1: %2").arg(key(), value()));
}

} // namespace signalbox
