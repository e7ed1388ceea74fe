// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/gatecard.h"

#include "widgets/style/buttonrole.h"
#include "widgets/style/chip.h"
#include "widgets/style/decisiontext.h"
#include "widgets/style/messagetext.h"
#include "widgets/style/safetext.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox
{

GateCard::GateCard(QWidget *parent)
    : Card(parent)
    , m_enforcement(new Chip(this))
    , m_seatColumn(new QVBoxLayout)
    , m_seats(*this, *m_seatColumn)
    , m_note(new TextLabel(TextStyle::Small, this))
    , m_approve(new QPushButton(this))
    , m_reject(new QPushButton(this))
    , m_revoke(new QPushButton(this))
    , m_withdraw(new QPushButton(this))
    , m_open(new QPushButton(this))
{
    build();
    retranslateUi();
}

void GateCard::build()
{
    setObjectName(QStringLiteral("gateCard"));
    m_approve->setObjectName(QStringLiteral("gateApprove"));
    m_reject->setObjectName(QStringLiteral("gateReject"));
    m_revoke->setObjectName(QStringLiteral("gateRevoke"));
    m_withdraw->setObjectName(QStringLiteral("gateWithdraw"));
    m_open->setObjectName(QStringLiteral("gateOpen"));
    setButtonRole(*m_approve, ButtonRole::Primary);
    m_enforcement->setInteractive(false);
    m_note->setWordWrap(true);
    m_note->setTone(Tone::Neutral);
    m_seatColumn->setSpacing(0);
    auto *chips = new QHBoxLayout;
    chips->addWidget(m_enforcement);
    chips->addStretch(1);
    auto *buttons = new QGridLayout;
    buttons->addWidget(m_approve, 0, 0);
    buttons->addWidget(m_reject, 0, 1);
    buttons->addWidget(m_revoke, 1, 0);
    buttons->addWidget(m_withdraw, 1, 1);
    body()->addLayout(m_seatColumn);
    body()->addLayout(chips);
    body()->addWidget(m_note);
    body()->addLayout(buttons);
    body()->addWidget(m_open);
    connect(m_approve, &QPushButton::clicked, this, [this] { act(DecisionIntent::Kind::Approve); });
    connect(m_reject, &QPushButton::clicked, this, [this] { act(DecisionIntent::Kind::Reject); });
    connect(m_withdraw, &QPushButton::clicked, this, [this] { act(DecisionIntent::Kind::WithdrawGate); });
    connect(m_revoke, &QPushButton::clicked, this, [this] {
        for (const SeatView &seat : std::as_const(m_gate.seats)) {
            if (seat.mine) {
                act(DecisionIntent::Kind::RevokeVote, seat.seat.id);
                return;
            }
        }
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        Q_EMIT intended({DecisionIntent::Kind::OpenGate, m_gate.rule.id, {}});
    });
}

void GateCard::act(DecisionIntent::Kind kind, const QString &part)
{
    if (m_gate.gate) {
        Q_EMIT intended({kind, m_gate.gate->id, part});
    }
}

void GateCard::setGate(const GateView &gate, const DecisionView &view)
{
    m_gate = gate;
    m_reach = view.reach;
    m_actor = view.actor.id;
    refresh();
}

void GateCard::setNow(const QDateTime &now, TimeZoneChoice zone)
{
    m_now = now;
    m_zone = zone;
    setRemark(remarkText(), toneOf(m_gate.state));
}

QString GateCard::remarkText() const
{
    QStringList parts;
    const bool isOpen = m_gate.state == GateState::Open || m_gate.state == GateState::Approved;
    if (m_gate.state == GateState::Open) {
        const auto filled =
            std::count_if(m_gate.seats.cbegin(), m_gate.seats.cend(), [](const SeatView &seat) {
                return seat.vote && seat.vote->choice == VoteChoice::Approve;
            });
        const int wanted = m_gate.rule.quorum > 0 && m_gate.gate->urgency == GateClass::Normal
                               ? m_gate.rule.quorum
                               : static_cast<int>(m_gate.seats.size());
        //: seats of a gate that are filled, of those it takes
        parts.append(tr("%1 of %2").arg(filled).arg(wanted));
    } else {
        parts.append(gateStateText(m_gate.state));
    }
    if (isOpen && m_gate.deadline.isValid() && m_now.isValid()) {
        const std::chrono::seconds left(std::max<qint64>(0, m_now.secsTo(m_gate.deadline)));
        //: %1 is a duration; then an open gate times out, or an approval is no longer good
        parts.append(tr("%1 left").arg(durationText(left)));
    }
    return joinedText(parts);
}

void GateCard::refresh()
{
    //: title of a card; %1 is the name of the gate
    setTitle(tr("Gate: %1").arg(planText(m_gate.rule.title, 60)));
    setRemark(remarkText(), toneOf(m_gate.state));
    const bool isEnforced = m_gate.enforcement == Enforcement::EnforcedByCluster;
    m_enforcement->setLook(isEnforced ? Glyph::Check : Glyph::Question,
                           isEnforced ? Tone::Good : Tone::Warning, true);
    m_enforcement->setLabel(enforcementText(m_gate.enforcement));
    m_enforcement->setToolTip(plainToolTip(enforcementHint(m_gate.enforcement)));
    m_enforcement->setAccessibleDescription(enforcementHint(m_gate.enforcement));
    showSeats();
    showNote();
    apply(*m_open, mayOpen());
    apply(*m_approve, mayVote());
    apply(*m_reject, mayVote());
    apply(*m_revoke, mayRevoke());
    apply(*m_withdraw, mayWithdraw());
}

void GateCard::showSeats()
{
    QVector<SignRows::Entry> entries;
    for (const SeatView &seat : std::as_const(m_gate.seats)) {
        SignRows::Entry entry{Glyph::Ring, seatTitle(seat.seat), tr("waiting"), Tone::Neutral, {}};
        if (m_gate.state == GateState::NotOpen) {
            entry.value = dashText();
        }
        if (seat.vote) {
            const bool approved = seat.vote->choice == VoteChoice::Approve;
            entry.glyph = approved ? Glyph::Disc : Glyph::Cross;
            entry.tone = approved ? Tone::Good : Tone::Bad;
            entry.value =
                joinedText({safeText(seat.vote->person, 40), clockText(seat.vote->at, m_now, m_zone)});
            QStringList detail{voteText(seat.vote->choice) + QLatin1Char(' ') +
                               safeText(seat.vote->person, 80)};
            if (!seat.vote->deputyFor.isEmpty()) {
                //: %1 is a person
                detail.append(tr("as deputy of %1").arg(safeText(seat.vote->deputyFor, 80)));
            }
            if (seat.vote->late) {
                detail.append(tr("signed after an emergency start"));
            }
            detail.append(safeText(seat.vote->comment, 500));
            detail.removeAll(QString());
            entry.detail = detail.join(QLatin1Char('\n'));
        }
        entries.append(entry);
    }
    m_seats.show(entries);
}

void GateCard::showNote()
{
    QStringList lines;
    if (m_gate.gate && m_gate.gate->urgency == GateClass::Emergency) {
        lines.append(tr("Emergency: %1").arg(safeText(m_gate.gate->reason, 300)));
    }
    if (m_gate.gate && m_gate.gate->end && !m_gate.gate->end->reason.isEmpty()) {
        lines.append(joinedText({gateStateText(m_gate.gate->end->state), safeText(m_gate.gate->end->by, 40),
                                 safeText(m_gate.gate->end->reason, 300)}));
    }
    if (!m_gate.missing.isEmpty()) {
        lines.append(messageLines(m_gate.missing));
    }
    if (m_gate.state == GateState::Open) {
        lines.append(gateExpiryText(m_gate.rule.onExpiry));
    }
    for (const Permission &permission : {mayVote(), mayOpen()}) {
        if (permission.wanted && !permission.why.isEmpty() && !lines.contains(permission.why)) {
            lines.append(permission.why);
        }
    }
    m_note->setText(lines.join(QLatin1Char('\n')));
    m_note->setVisible(!lines.isEmpty());
}

void GateCard::apply(QPushButton &button, const Permission &permission)
{
    button.setVisible(permission.wanted);
    button.setEnabled(permission.wanted && permission.why.isEmpty());
    button.setToolTip(plainToolTip(permission.why));
    button.setAccessibleDescription(permission.why);
}

GateCard::Permission GateCard::mayOpen() const
{
    const bool isClosed = m_gate.state == GateState::NotOpen || isFinal(m_gate.state);
    Permission permission{isClosed && m_gate.state != GateState::Consumed &&
                              m_gate.rule.kind == GateKind::Manual,
                          refusalText(m_gate.mayOpen)};
    if (m_reach != LedgerReach::Reachable) {
        permission.why = ledgerReachText(m_reach);
    }
    return permission;
}

GateCard::Permission GateCard::mayVote() const
{
    Permission permission{m_gate.state == GateState::Open && m_gate.rule.kind == GateKind::Manual, {}};
    if (m_reach != LedgerReach::Reachable) {
        permission.why = ledgerReachText(m_reach);
        return permission;
    }
    for (const SeatView &seat : m_gate.seats) {
        if (seat.mayApprove == Refusal::None && !seat.vote) {
            permission.why.clear();
            return permission;
        }
        // "Somebody already filled it" explains least; any other reason is about this person.
        if (permission.why.isEmpty() || seat.mayApprove != Refusal::SeatTaken) {
            permission.why = refusalText(seat.mayApprove);
        }
    }
    return permission;
}

GateCard::Permission GateCard::mayRevoke() const
{
    const bool isOpen = m_gate.state == GateState::Open || m_gate.state == GateState::Approved;
    const bool hasMine = std::any_of(m_gate.seats.cbegin(), m_gate.seats.cend(),
                                     [](const SeatView &seat) { return seat.mine; });
    return {isOpen && hasMine, m_reach == LedgerReach::Reachable ? QString() : ledgerReachText(m_reach)};
}

GateCard::Permission GateCard::mayWithdraw() const
{
    const bool isOpen = m_gate.state == GateState::Open || m_gate.state == GateState::Approved;
    if (m_reach != LedgerReach::Reachable) {
        return {isOpen, ledgerReachText(m_reach)};
    }
    const bool isOwn = m_gate.gate && m_gate.gate->requester == m_actor;
    return {isOpen, isOwn ? QString() : tr("Only the person who opened the gate can withdraw it.")};
}

void GateCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    Card::changeEvent(event);
}

void GateCard::retranslateUi()
{
    m_approve->setText(tr("Approve…"));
    m_reject->setText(tr("Reject…"));
    m_revoke->setText(tr("Revoke my vote…"));
    m_withdraw->setText(tr("Withdraw…"));
    m_open->setText(tr("Open gate…"));
    refresh();
}

} // namespace signalbox
