// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/pollcard.h"

#include "widgets/style/buttonrole.h"
#include "widgets/style/decisiontext.h"
#include "widgets/style/safetext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox
{

PollCard::PollCard(QWidget *parent)
    : Card(parent)
    , m_stationColumn(new QVBoxLayout)
    , m_stations(*this, *m_stationColumn)
    , m_note(new TextLabel(TextStyle::Small, this))
    , m_go(new QPushButton(this))
    , m_noGo(new QPushButton(this))
    , m_hold(new QPushButton(this))
    , m_open(new QPushButton(this))
    , m_revoke(new QPushButton(this))
{
    build();
    retranslateUi();
}

void PollCard::build()
{
    setObjectName(QStringLiteral("pollCard"));
    m_go->setObjectName(QStringLiteral("pollGo"));
    m_noGo->setObjectName(QStringLiteral("pollNoGo"));
    m_hold->setObjectName(QStringLiteral("pollHold"));
    m_open->setObjectName(QStringLiteral("pollOpen"));
    m_revoke->setObjectName(QStringLiteral("pollRevoke"));
    m_note->setWordWrap(true);
    m_note->setTone(Tone::Neutral);
    m_stationColumn->setSpacing(0);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_go, m_noGo, m_hold}) {
        buttons->addWidget(button, 1);
    }
    body()->addLayout(m_stationColumn);
    body()->addWidget(m_note);
    body()->addLayout(buttons);
    body()->addWidget(m_open);
    body()->addWidget(m_revoke);
    connect(m_go, &QPushButton::clicked, this, [this] { answer(StationAnswer::Go); });
    connect(m_noGo, &QPushButton::clicked, this, [this] { answer(StationAnswer::NoGo); });
    connect(m_hold, &QPushButton::clicked, this, [this] { answer(StationAnswer::Hold); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        Q_EMIT intended({DecisionIntent::Kind::OpenPoll, m_poll.rule.id, {}});
    });
    connect(m_revoke, &QPushButton::clicked, this, [this] { act(DecisionIntent::Kind::RevokeVerdict); });
}

void PollCard::act(DecisionIntent::Kind kind)
{
    if (m_poll.poll) {
        Q_EMIT intended({kind, m_poll.poll->id, {}});
    }
}

void PollCard::answer(StationAnswer answer)
{
    const StationView *station = myStation();
    if (station == nullptr || !m_poll.poll) {
        return;
    }
    DecisionIntent intent{DecisionIntent::Kind::AnswerPoll, m_poll.poll->id, station->station.id};
    intent.answer = answer;
    if (isDirector(*station)) {
        intent.kind = DecisionIntent::Kind::Announce;
        intent.verdict = answer == StationAnswer::Go     ? PollVerdict::Go
                         : answer == StationAnswer::NoGo ? PollVerdict::NoGo
                                                         : PollVerdict::Hold;
    }
    Q_EMIT intended(intent);
}

void PollCard::setPoll(const PollView &poll, const DecisionView &view)
{
    m_poll = poll;
    m_reach = view.reach;
    m_actor = view.actor.id;
    refresh();
}

void PollCard::setNow(const QDateTime &now, TimeZoneChoice zone)
{
    m_now = now;
    m_zone = zone;
    setRemark(remarkText(), toneOf(m_poll.state));
}

bool PollCard::isDirector(const StationView &station) const
{
    return station.station.id == m_poll.rule.director.id;
}

const StationView *PollCard::myStation() const
{
    for (const StationView &station : m_poll.stations) {
        if (station.mayAnswer == Refusal::None) {
            return &station;
        }
    }
    // What is refused for another reason than the role is closest to being this person's.
    for (const StationView &station : m_poll.stations) {
        if (station.mayAnswer != Refusal::RoleMissing) {
            return &station;
        }
    }
    return m_poll.stations.isEmpty() ? nullptr : &m_poll.stations.constFirst();
}

QString PollCard::whyNot() const
{
    if (m_reach != LedgerReach::Reachable) {
        return ledgerReachText(m_reach);
    }
    const StationView *station = myStation();
    return station ? refusalText(station->mayAnswer) : QString();
}

QString PollCard::remarkText() const
{
    QStringList parts{pollStateText(m_poll.state)};
    if (!isFinal(m_poll.state) && m_poll.deadline.isValid() && m_now.isValid()) {
        const std::chrono::seconds left(std::max<qint64>(0, m_now.secsTo(m_poll.deadline)));
        //: %1 is a duration; then the time to answer, or an armed GO, is over
        parts.append(tr("%1 left").arg(durationText(left)));
    }
    return joinedText(parts);
}

void PollCard::refresh()
{
    //: title of a card; %1 is the name of the poll
    setTitle(tr("Poll: %1").arg(planText(m_poll.rule.title, 60)));
    setRemark(remarkText(), toneOf(m_poll.state));
    showStations();
    showNote();
    showButtons();
}

void PollCard::showStations()
{
    QVector<SignRows::Entry> entries;
    for (const StationView &station : std::as_const(m_poll.stations)) {
        SignRows::Entry entry{glyphOf(station.answer),
                              planText(station.station.title, 60),
                              answerText(station.answer),
                              toneOf(station.answer),
                              {}};
        if (!station.station.mandatory) {
            //: a station of a poll nobody waits for
            entry.key = tr("%1 (optional)").arg(entry.key);
        }
        if (station.onTurn) {
            entry.glyph = Glyph::Bars;
            entry.tone = Tone::Warning;
            entry.value = tr("on turn");
        } else if (isDirector(station) && m_poll.poll && m_poll.poll->verdict != PollVerdict::None) {
            entry.value =
                joinedText({safeText(m_poll.poll->verdictBy, 40), pollVerdictText(m_poll.poll->verdict)});
            entry.tone = toneOf(m_poll.state);
        }
        if (station.last) {
            QStringList detail{
                joinedText({safeText(station.last->person, 60), answerText(station.last->answer),
                            dateTimeText(station.last->at, m_zone)})};
            if (!station.last->reason.isEmpty()) {
                detail.append(safeText(station.last->reason, 500));
            }
            entry.detail = detail.join(QLatin1Char('\n'));
        }
        entries.append(entry);
    }
    m_stations.show(entries);
}

void PollCard::showNote()
{
    QStringList lines;
    if (m_poll.unmet > 0 && !isFinal(m_poll.state)) {
        lines.append(tr("%n mandatory item(s) are not satisfied.", nullptr, m_poll.unmet));
    }
    if (m_poll.poll && !m_poll.poll->verdictReason.isEmpty()) {
        lines.append(safeText(m_poll.poll->verdictReason, 300));
    }
    const bool isAsking = m_poll.state == PollState::Locked || m_poll.state == PollState::Polling ||
                          m_poll.state == PollState::Hold;
    const QString why = isAsking ? whyNot() : m_open->isHidden() ? QString() : refusalText(m_poll.mayOpen);
    const bool isSaid = !isAsking && m_poll.mayOpen == Refusal::CriteriaNotMet && m_poll.unmet > 0;
    if (!why.isEmpty() && !isSaid) { // the first line says the same with the number
        lines.append(why);
    }
    if (!m_poll.rule.rule.isEmpty()) {
        lines.append(planText(m_poll.rule.rule, 300));
    }
    m_note->setText(lines.join(QLatin1Char('\n')));
    m_note->setVisible(!lines.isEmpty());
}

void PollCard::showButtons()
{
    const bool isAsking = m_poll.state == PollState::Locked || m_poll.state == PollState::Polling ||
                          m_poll.state == PollState::Hold;
    const QString why = whyNot();
    const StationView *mine = myStation();
    const bool announces = mine != nullptr && isDirector(*mine);
    for (QPushButton *button : {m_go, m_noGo, m_hold}) {
        button->setVisible(isAsking);
        QString reason = why;
        const PollVerdict wanted = button == m_go     ? PollVerdict::Go
                                   : button == m_noGo ? PollVerdict::NoGo
                                                      : PollVerdict::Hold;
        if (reason.isEmpty() && announces && wanted == PollVerdict::Go &&
            m_poll.possible != PollVerdict::Go) {
            reason = refusalText(m_poll.unmet > 0 ? Refusal::CriteriaNotMet : Refusal::VerdictNotPossible);
        }
        button->setEnabled(reason.isEmpty());
        button->setToolTip(plainToolTip(reason));
        button->setAccessibleDescription(reason);
    }
    const bool isClosed = m_poll.state == PollState::Draft || isFinal(m_poll.state);
    const QString closed =
        m_reach == LedgerReach::Reachable ? refusalText(m_poll.mayOpen) : ledgerReachText(m_reach);
    m_open->setVisible(isClosed && m_poll.state != PollState::Consumed);
    m_open->setEnabled(closed.isEmpty());
    m_open->setToolTip(plainToolTip(closed));
    m_open->setAccessibleDescription(closed);
    const bool isMine = m_poll.poll && m_poll.poll->verdictBy == m_actor;
    const QString revoke = m_reach != LedgerReach::Reachable ? ledgerReachText(m_reach)
                           : isMine                          ? QString()
                                                             : refusalText(Refusal::NotYours);
    m_revoke->setVisible(m_poll.state == PollState::Armed);
    m_revoke->setEnabled(revoke.isEmpty());
    m_revoke->setToolTip(plainToolTip(revoke));
    m_revoke->setAccessibleDescription(revoke);
}

void PollCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    Card::changeEvent(event);
}

void PollCard::retranslateUi()
{
    //: buttons of a go/no-go poll; each opens a dialog first
    m_go->setText(tr("GO…"));
    m_noGo->setText(tr("NO-GO…"));
    m_hold->setText(tr("HOLD…"));
    m_open->setText(tr("Open the poll…"));
    m_revoke->setText(tr("Revoke the verdict…"));
    refresh();
}

} // namespace signalbox
