// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/analysisdelegate.h"

#include "widgets/style/safetext.h"

#include <QHash>

namespace signalbox
{

namespace
{

struct PhaseLook {
    Tone tone = Tone::Neutral;
    Glyph glyph = Glyph::Ring;
};

PhaseLook lookOf(const QString &phase)
{
    static const QHash<QString, PhaseLook> looks = {
        {QStringLiteral("Successful"), {Tone::Good, Glyph::Check}},
        {QStringLiteral("Running"), {Tone::Info, Glyph::DottedRing}},
        {QStringLiteral("Pending"), {Tone::Neutral, Glyph::Clock}},
        {QStringLiteral("Failed"), {Tone::Bad, Glyph::Cross}},
        {QStringLiteral("Error"), {Tone::Bad, Glyph::NoEntry}},
        {QStringLiteral("Inconclusive"), {Tone::Warning, Glyph::Question}},
    };
    return looks.value(phase);
}

} // namespace

CellLook AnalysisDelegate::look(const QModelIndex &index) const
{
    using Column = AnalysisModel::Column;
    const auto level = index.data(static_cast<int>(AnalysisModel::Role::Level)).value<AnalysisModel::Level>();
    CellLook look;
    look.text = safeText(index.data().toString(), 160);
    switch (static_cast<Column>(index.column())) {
    case Column::Name:
        look.strong = level == AnalysisModel::Level::Run;
        break;
    case Column::Phase:
        look.tone = lookOf(look.text).tone;
        look.glyph = lookOf(look.text).glyph;
        break;
    case Column::Condition:
    case Column::Value:
        look.mono = level != AnalysisModel::Level::Run;
        break;
    case Column::Successful:
    case Column::Failed:
    case Column::Inconclusive:
    case Column::Error:
        look.alignment = Qt::AlignRight;
        break;
    case Column::Time:
        look.text =
            clockText(index.data(static_cast<int>(AnalysisModel::Role::Sort)).toDateTime(), m_now, m_zone);
        look.tone = Tone::Neutral;
        break;
    case Column::Message:
        look.tone = Tone::Neutral;
        break;
    }
    return look;
}

} // namespace signalbox
