// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/decisioncards.h"

#include "widgets/panels/gatecard.h"
#include "widgets/panels/pollcard.h"
#include "widgets/style/decisiontext.h"
#include "widgets/style/safetext.h"

#include <QEvent>
#include <QVBoxLayout>

namespace signalbox
{

QVector<GateView> gatesInPlay(const QVector<GateView> &gates)
{
    QVector<GateView> open;
    QVector<GateView> rest;
    bool hasClosed = false;
    for (const GateView &gate : gates) {
        if (gate.state == GateState::Open || gate.state == GateState::Approved) {
            open.append(gate);
        } else if (gate.state == GateState::NotOpen && !hasClosed) {
            hasClosed = true;
            rest.append(gate);
        } else if (isFinal(gate.state) && gate.state != GateState::Consumed) {
            rest.append(gate);
        }
    }
    return open + rest;
}

DecisionCards::DecisionCards(QWidget *parent)
    : QWidget(parent)
    , m_reach(new TextLabel(TextStyle::Body, this))
    , m_pollColumn(new QVBoxLayout)
    , m_gateColumn(new QVBoxLayout)
{
    setObjectName(QStringLiteral("decisionCards"));
    m_reach->setWordWrap(true);
    m_reach->setTone(Tone::Bad);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_reach);
    column->addLayout(m_gateColumn);
    column->addLayout(m_pollColumn);
    refresh();
}

void DecisionCards::setView(const DecisionView &view)
{
    m_view = view;
    m_now = view.readAt.isValid() && (!m_now.isValid() || m_now < view.readAt) ? view.readAt : m_now;
    refresh();
}

void DecisionCards::setProblem(const QString &problem)
{
    if (m_problem != problem) {
        m_problem = problem;
        refresh();
    }
}

void DecisionCards::setNow(const QDateTime &now)
{
    m_now = now;
    showClocks();
}

void DecisionCards::setZone(TimeZoneChoice zone)
{
    m_zone = zone;
    refresh();
}

void DecisionCards::refresh()
{
    QStringList troubles{m_view.plan ? ledgerReachText(m_view.reach) : QString(), m_problem};
    if (!m_view.unusablePlan.isEmpty()) {
        //: %1 is the place of a plan
        troubles.append(tr("The plan that governs this release has errors, so nothing moves forward: %1")
                            .arg(safeText(m_view.unusablePlan, 200)));
    }
    if (!m_view.clusterProblem.isEmpty()) {
        //: %1 is what the cluster said
        troubles.append(tr("The approval could not be written to the cluster: %1")
                            .arg(safeText(m_view.clusterProblem, 300)));
    }
    troubles.removeAll(QString());
    m_reach->setText(troubles.join(QLatin1Char('\n')));
    m_reach->setVisible(!troubles.isEmpty());
    const QVector<GateView> gates = gatesInPlay(m_view.gates);
    while (m_gates.size() > gates.size()) {
        delete m_gates.takeLast();
    }
    while (m_gates.size() < gates.size()) {
        auto *card = new GateCard(this);
        connect(card, &GateCard::intended, this, &DecisionCards::intended);
        m_gateColumn->addWidget(card);
        m_gates.append(card);
    }
    while (m_polls.size() > m_view.polls.size()) {
        delete m_polls.takeLast();
    }
    while (m_polls.size() < m_view.polls.size()) {
        auto *card = new PollCard(this);
        connect(card, &PollCard::intended, this, &DecisionCards::intended);
        m_pollColumn->addWidget(card);
        m_polls.append(card);
    }
    showClocks();
    for (qsizetype index = 0; index < gates.size(); ++index) {
        m_gates[index]->setGate(gates.at(index), m_view);
    }
    for (qsizetype index = 0; index < m_polls.size(); ++index) {
        m_polls[index]->setPoll(m_view.polls.at(index), m_view);
    }
    setVisible(m_view.plan != nullptr || !troubles.isEmpty());
}

void DecisionCards::showClocks()
{
    for (GateCard *card : std::as_const(m_gates)) {
        card->setNow(m_now, m_zone);
    }
    for (PollCard *card : std::as_const(m_polls)) {
        card->setNow(m_now, m_zone);
    }
}

void DecisionCards::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace signalbox
