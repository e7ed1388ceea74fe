// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/revisionsdelegate.h"

#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"

#include <QLocale>

namespace signalbox
{

namespace
{

QString rolesText(const Revision &revision)
{
    QStringList words;
    for (const RevisionRole role : revision.roles) {
        words << roleText(role);
    }
    return QLocale().createSeparatedList(words);
}

} // namespace

CellLook RevisionsDelegate::look(const QModelIndex &index) const
{
    const auto revision = index.data(static_cast<int>(RevisionsModel::Role::Value)).value<Revision>();
    CellLook look;
    switch (static_cast<RevisionsModel::Column>(index.column())) {
    case RevisionsModel::Column::Number:
        look.text = countText(revision.number);
        look.alignment = Qt::AlignRight;
        look.tone = Tone::Neutral;
        break;
    case RevisionsModel::Column::Version:
        look.text = safeText(versionOf(revision), 60);
        look.strong = !revision.roles.isEmpty();
        break;
    case RevisionsModel::Column::Roles:
        look.text = rolesText(revision);
        look.tone = revision.has(RevisionRole::Stable) || revision.has(RevisionRole::Active) ? Tone::Info
                                                                                             : Tone::Good;
        break;
    case RevisionsModel::Column::Ready:
        //: ready pods of wanted pods, as short as possible
        look.text = tr("%1 / %2").arg(countText(revision.ready), countText(revision.desired));
        look.tone = revision.desired == 0 ? Tone::Neutral : toneOf(revision.health);
        break;
    case RevisionsModel::Column::Created:
        look.text = agoText(revision.created, m_now);
        look.tone = Tone::Neutral;
        break;
    case RevisionsModel::Column::Health:
        look.text = healthText(revision.health);
        look.tone = toneOf(revision.health);
        look.glyph = glyphOf(revision.health);
        break;
    case RevisionsModel::Column::Image:
    case RevisionsModel::Column::Digest:
        look.text = safeText(index.data().toString());
        look.mono = true;
        look.tone = Tone::Neutral;
        break;
    }
    return look;
}

} // namespace signalbox
