// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/verdictscard.h"

#include "widgets/panels/tablestyle.h"
#include "widgets/panels/verdictsdelegate.h"
#include "widgets/style/format.h"
#include "widgets/style/verdicttext.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace signalbox
{

namespace
{

std::optional<Tone> toneOf(ShareState state)
{
    switch (state) {
    case ShareState::Mismatch:
        return Tone::Bad;
    case ShareState::Doubtful:
        return Tone::Warning;
    default:
        return Tone::Neutral;
    }
}

} // namespace

VerdictsCard::VerdictsCard(QWidget *parent)
    : Card(parent)
    , m_delegate(new VerdictsDelegate(this))
    , m_share(new TextLabel(TextStyle::Small))
    , m_table(new QTableView)
    , m_reasons(new TextLabel(TextStyle::Small))
    , m_empty(new TextLabel)
{
    m_table->setObjectName(QStringLiteral("verdicts"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(m_delegate);
    styleTable(*m_table);
    sizeColumns(*m_table->horizontalHeader(), static_cast<int>(VerdictsModel::Column::Metric),
                {0, 88, 84, 144, 118, 62, 80, 120});
    m_share->setObjectName(QStringLiteral("trafficShareCheck"));
    m_reasons->setObjectName(QStringLiteral("verdictReasons"));
    m_empty->setObjectName(QStringLiteral("verdictsEmpty"));
    m_empty->setTone(Tone::Neutral);
    for (TextLabel *label : {m_share, m_reasons, m_empty}) {
        label->setWordWrap(true);
    }
    for (QWidget *part : std::initializer_list<QWidget *>{m_share, m_table, m_reasons, m_empty}) {
        body()->addWidget(part);
    }
    refresh();
}

void VerdictsCard::setJudgement(const Judgement &judgement, bool isInProgress)
{
    m_judgement = judgement;
    m_isInProgress = isInProgress;
    m_model.setJudgement(judgement);
    refresh();
}

void VerdictsCard::setNow(const QDateTime &now)
{
    m_now = now;
    showRemark();
}

void VerdictsCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model.retranslate();
        refresh();
    } else if (event->type() == QEvent::FontChange) {
        fitTableToRows(*m_table, 1, 24);
    }
}

/// Everything that holds the release up, one line each.
QString VerdictsCard::reasons() const
{
    QStringList lines;
    for (const VerdictRow &row : m_model.rows()) {
        if (row.verdict.verdict != Verdict::Pass) {
            //: %1 is a metric, %2 a sentence about it
            lines.append(
                tr("%1: %2").arg(metricTitle(row.metric), verdictReasonText(row.verdict, row.metric)));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

void VerdictsCard::showRemark()
{
    if (!m_judgement.plan || !m_judgement.step.last.isValid()) {
        setRemark({});
        return;
    }
    //: %1 is how long ago, such as "12 s ago"; %2 is the number of looks
    setRemark(tr("Last look %1, %2 in this step")
                  .arg(agoText(m_judgement.step.last, m_now), countText(m_judgement.step.looks)));
}

void VerdictsCard::refresh()
{
    setTitle(tr("Verdicts on the new version"));
    m_table->setAccessibleName(title());
    const bool isGoverned = m_judgement.plan != nullptr;
    setVisible(m_isInProgress);
    m_empty->setVisible(!isGoverned);
    m_empty->setText(tr("No usable release plan with metrics governs this release, so nothing is judged. The "
                        "charts below still "
                        "compare the versions."));
    m_share->setVisible(isGoverned);
    m_share->setText(shareText(m_judgement.share));
    m_share->setTone(toneOf(m_judgement.share.state));
    m_table->setVisible(isGoverned);
    const QString why = reasons();
    m_reasons->setVisible(isGoverned && !why.isEmpty());
    m_reasons->setText(why);
    fitTableToRows(*m_table, 1, 24);
    showRemark();
}

} // namespace signalbox
