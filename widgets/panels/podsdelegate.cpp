// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/podsdelegate.h"

#include "widgets/style/safetext.h"

namespace signalbox
{

CellLook PodsDelegate::look(const QModelIndex &index) const
{
    using Column = PodsModel::Column;
    const bool isHealthy = index.data(static_cast<int>(PodsModel::Role::Healthy)).toBool();
    CellLook look;
    look.text = safeText(index.data().toString(), 120);
    switch (static_cast<Column>(index.column())) {
    case Column::Name:
        break;
    case Column::Status:
        look.tone = isHealthy ? Tone::Good : Tone::Warning;
        look.glyph = isHealthy ? Glyph::Check : Glyph::DottedRing;
        if (look.text.contains(QLatin1String("Error")) || look.text.contains(QLatin1String("BackOff")) ||
            look.text == QLatin1String("Failed") || look.text == QLatin1String("OOMKilled")) {
            look.tone = Tone::Bad;
            look.glyph = Glyph::Cross;
        }
        break;
    case Column::Ready:
        look.tone = isHealthy ? Tone::Good : Tone::Warning;
        break;
    case Column::Restarts:
        look.alignment = Qt::AlignRight;
        break;
    case Column::Age:
        look.text = ageText(index.data(static_cast<int>(PodsModel::Role::Sort)).toDateTime(), m_now);
        look.tone = Tone::Neutral;
        break;
    case Column::Version:
        look.mono = true;
        look.tone = Tone::Neutral;
        break;
    case Column::Namespace:
    case Column::Node:
        look.tone = Tone::Neutral;
        break;
    }
    return look;
}

} // namespace signalbox
