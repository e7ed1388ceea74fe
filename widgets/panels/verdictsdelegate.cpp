// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/verdictsdelegate.h"

#include "widgets/style/format.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"
#include "widgets/style/verdicttext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace signalbox
{

namespace
{

VerdictRow rowOf(const QModelIndex &index)
{
    return index.data(static_cast<int>(VerdictsModel::Role::Value)).value<VerdictRow>();
}

CellLook rightText(const QString &text)
{
    CellLook look;
    look.text = text;
    look.alignment = Qt::AlignRight;
    if (text == dashText()) {
        look.tone = Tone::Neutral;
    }
    return look;
}

CellLook readingLook(const Reading &reading, Unit unit)
{
    CellLook look = rightText(reading.value ? valueText(*reading.value, unit) : problemText(reading.problem));
    if (!reading.value) {
        look.tone = Tone::Neutral;
    }
    return look;
}

CellLook verdictLook(const MetricVerdict &verdict)
{
    CellLook look;
    look.text = verdictWord(verdict);
    look.glyph = glyphOf(verdict.verdict);
    look.tone = toneOf(verdict.verdict);
    look.strong = verdict.verdict == Verdict::Fail;
    return look;
}

} // namespace

CellLook VerdictsDelegate::look(const QModelIndex &index) const
{
    const VerdictRow row = rowOf(index);
    const Unit unit = row.metric.unit;
    switch (static_cast<VerdictsModel::Column>(index.column())) {
    case VerdictsModel::Column::Metric: {
        CellLook title;
        title.text = metricTitle(row.metric);
        return title;
    }
    case VerdictsModel::Column::Canary:
        return readingLook(row.verdict.canary, unit);
    case VerdictsModel::Column::Baseline:
        return readingLook(row.verdict.baseline, unit);
    case VerdictsModel::Column::Effect:
        return rightText(effectText(row.verdict, unit));
    case VerdictsModel::Column::Samples:
        return rightText(samplesText(row.verdict));
    case VerdictsModel::Column::Limit:
        return rightText(row.verdict.limit ? valueText(*row.verdict.limit, unit) : dashText());
    case VerdictsModel::Column::Evidence:
        return rightText(evidenceText(row.verdict));
    case VerdictsModel::Column::Verdict:
        break;
    }
    return verdictLook(row.verdict);
}

QString VerdictsDelegate::explanation(const VerdictRow &row, VerdictsModel::Column column)
{
    if (column == VerdictsModel::Column::Evidence) {
        return evidenceMeaning(row.verdict);
    }
    if (column == VerdictsModel::Column::Effect && row.verdict.effectKind != EffectKind::None) {
        //: %1 is a percentage
        return tr("New version against baseline over this step, with the interval that holds the truth %1 of "
                  "the time.")
            .arg(ratioText(intervalConfidence));
    }
    return verdictReasonText(row.verdict, row.metric);
}

bool VerdictsDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid()) {
        return CellDelegate::helpEvent(event, view, option, index);
    }
    const QString why = explanation(rowOf(index), static_cast<VerdictsModel::Column>(index.column()));
    const bool isCut = sizeHint(option, index).width() > option.rect.width();
    const QString text = isCut ? look(index).text + QLatin1Char('\n') + why : why;
    QToolTip::showText(event->globalPos(), plainToolTip(text), view);
    return true;
}

} // namespace signalbox
