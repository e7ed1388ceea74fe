// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/timelinedelegate.h"

#include "widgets/style/recordtext.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"

namespace signalbox
{

namespace
{

Tone toneFor(ActivityTone tone)
{
    switch (tone) {
    case ActivityTone::Good:
        return Tone::Good;
    case ActivityTone::Warning:
        return Tone::Warning;
    case ActivityTone::Bad:
        return Tone::Bad;
    case ActivityTone::Neutral:
        break;
    }
    return Tone::Neutral;
}

Glyph glyphFor(ActivityTone tone)
{
    switch (tone) {
    case ActivityTone::Good:
        return Glyph::Check;
    case ActivityTone::Warning:
        return Glyph::Question;
    case ActivityTone::Bad:
        return Glyph::Cross;
    case ActivityTone::Neutral:
        break;
    }
    return Glyph::Ring;
}

} // namespace

CellLook TimelineDelegate::look(const QModelIndex &index) const
{
    const auto entry = index.data(static_cast<int>(TimelineModel::Role::Value)).value<ActivityEntry>();
    CellLook look;
    switch (static_cast<TimelineModel::Column>(index.column())) {
    case TimelineModel::Column::Time:
        look.text = clockText(entry.time, m_now, m_zone);
        look.tone = Tone::Neutral;
        break;
    case TimelineModel::Column::Object:
        look.text = safeText(index.data().toString(), 120);
        break;
    case TimelineModel::Column::Reason:
        return reasonLook(entry);
    case TimelineModel::Column::Text:
        look.text = whatText(entry);
        break;
    case TimelineModel::Column::Actor:
        look.text = safeText(entry.actor, 80);
        look.tone = Tone::Neutral;
        break;
    }
    return look;
}

CellLook TimelineDelegate::reasonLook(const ActivityEntry &entry) const
{
    CellLook look;
    look.tone = toneFor(entry.tone);
    look.glyph = glyphFor(entry.tone);
    if (entry.kind == ActivityKind::Event) {
        look.text = safeText(entry.reason, 80);
        if (entry.count > 1) {
            //: an event and how often it happened
            look.text = tr("%1 (%2 times)").arg(look.text, countText(entry.count));
        }
        return look;
    }
    look.text = recordActionText(entry);
    return look;
}

QString TimelineDelegate::whatText(const ActivityEntry &entry) const
{
    if (entry.kind == ActivityKind::Event) {
        return safeText(entry.text, 400);
    }
    QString result = recordResultText(entry);
    if (result.isEmpty() && entry.recordKind == RecordKind::Intent && entry.kind == ActivityKind::Record) {
        //: a person asked for an action; the outcome is another entry
        result = tr("asked for");
    }
    if (entry.text.isEmpty()) {
        return result;
    }
    const QString reason = safeText(entry.text, 400);
    //: outcome of an action, and the reason a person gave
    return result.isEmpty() ? reason : tr("%1 · reason: %2").arg(result, reason);
}

} // namespace signalbox
