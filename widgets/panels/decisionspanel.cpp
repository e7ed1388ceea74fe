// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/decisionspanel.h"

#include "widgets/panels/decisioncards.h"
#include "widgets/panels/interlocklist.h"
#include "widgets/style/buttonrole.h"
#include "widgets/style/card.h"
#include "widgets/style/errortext.h"
#include "widgets/style/format.h"
#include "widgets/style/messagetext.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"
#include "widgets/style/steptext.h"
#include "widgets/style/textlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

namespace signalbox
{

namespace
{

TextLabel *wrappedLabel(TextStyle style, QWidget *parent)
{
    auto *label = new TextLabel(style, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

DecisionsPanel::DecisionsPanel(QWidget *parent)
    : QWidget(parent)
    , m_cards(new DecisionCards(this))
    , m_holdCard(new Card(this))
    , m_holdText(wrappedLabel(TextStyle::Body, this))
    , m_holdGrid(new QGridLayout)
    , m_interlocks(new InterlockList(this))
    , m_promote(new QPushButton(this))
    , m_promoteReason(wrappedLabel(TextStyle::Small, this))
    , m_actionCard(new Card(this))
    , m_actionGrid(new QGridLayout)
    , m_readiness(wrappedLabel(TextStyle::Small, this))
    , m_targetLabel(new TextLabel(TextStyle::Small, this))
    , m_target(new QComboBox(this))
    , m_rollbackButton(new QPushButton(this))
    , m_stop(new QPushButton(this))
{
    setObjectName(QStringLiteral("decisionsPanel"));
    setAttribute(Qt::WA_StyledBackground);
    m_promote->setObjectName(QStringLiteral("promoteButton"));
    setButtonRole(*m_promote, ButtonRole::Primary);
    m_promoteReason->setTone(Tone::Neutral);
    auto *hold = m_holdCard->body();
    m_holdGrid->setColumnStretch(0, 1);
    m_holdGrid->setVerticalSpacing(6);
    hold->addLayout(m_holdGrid);
    hold->addWidget(m_interlocks);
    hold->addWidget(m_holdText);
    hold->addWidget(m_promote);
    hold->addWidget(m_promoteReason);
    connect(m_promote, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested(ActionKind::Promote); });
    connect(m_cards, &DecisionCards::intended, this, &DecisionsPanel::decisionIntended);
    connect(m_interlocks, &InterlockList::intended, this, &DecisionsPanel::decisionIntended);
    buildColumn();
    buildActions();
    buildRollback();
    retranslateUi();
}

/// What grows scrolls; the way back below it is always in sight.
void DecisionsPanel::buildColumn()
{
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("decisionsScroll"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    auto *content = new QWidget(scroll);
    auto *column = new QVBoxLayout(content);
    column->addWidget(m_cards);
    column->addWidget(m_holdCard);
    column->addWidget(m_actionCard);
    column->addStretch(1);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll, 1);
}

void DecisionsPanel::buildActions()
{
    static constexpr ActionKind kinds[] = {
        ActionKind::PromoteFully, ActionKind::Abort,    ActionKind::Pause,
        ActionKind::Resume,       ActionKind::Retry,    ActionKind::Restart,
        ActionKind::Undo,         ActionKind::SetImage, ActionKind::TerminateAnalysis};
    int index = 0;
    for (const ActionKind kind : kinds) {
        auto *button = new QPushButton(m_actionCard);
        button->setObjectName(QStringLiteral("action%1").arg(static_cast<int>(kind)));
        connect(button, &QPushButton::clicked, this, [this, kind] { Q_EMIT actionRequested(kind); });
        // The widest verb, ending an analysis, gets a line of its own at the end.
        const bool wide = kind == ActionKind::TerminateAnalysis;
        m_actionGrid->addWidget(button, index / 2, index % 2, 1, wide ? 2 : 1);
        m_actions.append({kind, button});
        ++index;
    }
    m_actionCard->body()->addLayout(m_actionGrid);
}

void DecisionsPanel::buildRollback()
{
    m_target->setObjectName(QStringLiteral("rollbackTarget"));
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_targetLabel->setBuddy(m_target);
    m_rollbackButton->setObjectName(QStringLiteral("rollbackButton"));
    setButtonRole(*m_rollbackButton, ButtonRole::Danger);
    m_stop->setObjectName(QStringLiteral("stopByHandButton"));
    m_readiness->setTone(Tone::Neutral);
    auto *line = new QHBoxLayout;
    line->addWidget(m_targetLabel);
    line->addWidget(m_target, 1);
    auto *box = new QVBoxLayout;
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    box->setContentsMargins(margin, 0, margin, margin);
    static_cast<QVBoxLayout *>(layout())->addLayout(box);
    box->addWidget(m_readiness);
    box->addLayout(line);
    box->addWidget(m_rollbackButton);
    box->addWidget(m_stop);
    connect(m_rollbackButton, &QPushButton::clicked, this,
            [this] { Q_EMIT actionRequested(ActionKind::RollBack); });
    connect(m_stop, &QPushButton::clicked, this, &DecisionsPanel::stopByHandRequested);
    connect(m_target, &QComboBox::activated, this,
            [this] { Q_EMIT rollbackTargetChosen(m_target->currentData().toString()); });
}

void DecisionsPanel::setRelease(const std::optional<Release> &release)
{
    m_release = release;
    showDecisions();
    showHolds();
}

void DecisionsPanel::setHolds(const QVector<Message> &holds)
{
    m_holds = holds;
    showHolds();
}

void DecisionsPanel::setMetrics(const MetricsWithin &metrics)
{
    m_metrics = metrics;
    showHolds();
}

void DecisionsPanel::setDecisions(const QHash<int, Decision> &decisions)
{
    m_decisions = decisions;
    showDecisions();
}

void DecisionsPanel::setView(const DecisionView &view)
{
    m_heldByRules.clear();
    for (const InterlockHold &hold : view.nextStep.holds) {
        m_heldByRules.append(hold.reason);
    }
    m_cards->setView(view);
    m_interlocks->setView(view);
    showHolds();
    showDecisions();
}

void DecisionsPanel::setDecisionProblem(const QString &problem)
{
    m_cards->setProblem(problem);
}

void DecisionsPanel::setNow(const QDateTime &now)
{
    m_cards->setNow(now);
    m_interlocks->setNow(now, m_zone);
}

void DecisionsPanel::setZone(TimeZoneChoice zone)
{
    m_zone = zone;
    m_cards->setZone(zone);
}

void DecisionsPanel::setRollback(const RollbackView &view, const QDateTime &now)
{
    m_rollback = view;
    m_now = now;
    showRollback();
}

void DecisionsPanel::setOperation(const std::optional<OperationStatus> &operation)
{
    m_operation = operation;
    showHolds();
    showRollback();
}

void DecisionsPanel::showHolds()
{
    QString text;
    if (!m_release) {
        text = tr("Select a release.");
    } else if (m_operation && m_operation->phase == OperationPhase::Running) {
        text = tr("An operation is under way; nothing else starts before it ends.");
    } else if (!m_release->inProgress()) {
        text = tr("No release is in progress.");
    } else if (m_holds.isEmpty() && m_heldByRules.isEmpty()) {
        text = tr("Nothing holds it back.");
    }
    m_holdText->setText(text);
    m_holdText->setVisible(!text.isEmpty());
    showHoldRows(m_release ? holdRows(*m_release, m_holds, m_metrics) : QVector<HoldRow>());
}

void DecisionsPanel::showHoldRows(const QVector<HoldRow> &rows)
{
    while (m_holdLines.size() > rows.size()) {
        const HoldLine line = m_holdLines.takeLast();
        delete line.condition;
        delete line.state;
    }
    while (m_holdLines.size() < rows.size()) {
        const int row = static_cast<int>(m_holdLines.size());
        const HoldLine line{wrappedLabel(TextStyle::Body, m_holdCard),
                            new TextLabel(TextStyle::Body, m_holdCard)};
        m_holdGrid->addWidget(line.condition, row, 0);
        m_holdGrid->addWidget(line.state, row, 1, Qt::AlignRight | Qt::AlignTop);
        m_holdLines.append(line);
    }
    for (qsizetype row = 0; row < rows.size(); ++row) {
        m_holdLines[row].condition->setText(rows[row].condition);
        m_holdLines[row].state->setText(rows[row].state);
        m_holdLines[row].state->setTone(rows[row].tone);
    }
}

QString DecisionsPanel::promoteText() const
{
    if (m_release && m_release->inProgress() && !m_release->aborted) {
        const Revision *wanted = m_release->current();
        if (m_release->strategy == RolloutStrategy::BlueGreen && wanted) {
            //: blue/green: moves all traffic; %1 is a version
            return tr("Switch to %1").arg(safeText(versionOf(*wanted), 40));
        }
        if (const std::optional<int> next = nextWeight(*m_release)) {
            //: %1 is a percentage of traffic
            return tr("Promote to %1").arg(percentText(*next));
        }
    }
    return actionText(ActionKind::Promote);
}

void DecisionsPanel::showDecisions()
{
    const auto apply = [this](QPushButton *button, ActionKind kind) {
        const Decision decision = m_decisions.value(static_cast<int>(kind));
        button->setEnabled(m_release.has_value() && decision.allowed);
        const QString text = kind == ActionKind::Promote ? promoteText() : actionText(kind);
        button->setText(text);
        button->setToolTip(
            plainToolTip(decision.reasons.isEmpty() ? actionHint(kind) : messageLines(decision.reasons)));
        button->setAccessibleName(text);
        button->setAccessibleDescription(messageLines(decision.reasons));
    };
    apply(m_promote, ActionKind::Promote);
    for (const ActionButton &action : std::as_const(m_actions)) {
        apply(action.button, action.kind);
    }
    // The rules in the way stand above the button already, each with its id.
    QVector<Message> reasons;
    for (const Message &reason : m_decisions.value(static_cast<int>(ActionKind::Promote)).reasons) {
        if (!m_heldByRules.contains(reason)) {
            reasons.append(reason);
        }
    }
    const bool explain =
        m_release && m_release->inProgress() && !m_promote->isEnabled() && !reasons.isEmpty();
    m_promoteReason->setVisible(explain);
    m_promoteReason->setText(explain ? messageLines(reasons) : QString());
}

QString DecisionsPanel::readinessText() const
{
    if (m_rollback.error) {
        return tr("Roll back is not ready: %1").arg(errorText(*m_rollback.error));
    }
    if (!m_rollback.held.isEmpty()) {
        return messageLines(m_rollback.held);
    }
    if (!m_rollback.ready) {
        return tr("Checking the way back with the server…");
    }
    if (m_rollback.targetDesired == 0) {
        return tr("Ready: %n call(s) checked by dry run %1. About %2, budget %3. The target is scaled down; "
                  "its pods start first.",
                  nullptr, m_rollback.calls)
            .arg(agoText(m_rollback.checkedAt, m_now), durationText(m_rollback.expected),
                 durationText(m_rollback.budget));
    }
    return tr("Ready: %n call(s) checked by dry run %1. About %2, budget %3. Target has %4 of %5 pods ready.",
              nullptr, m_rollback.calls)
        .arg(agoText(m_rollback.checkedAt, m_now), durationText(m_rollback.expected),
             durationText(m_rollback.budget))
        .arg(m_rollback.targetReady)
        .arg(m_rollback.targetDesired);
}

void DecisionsPanel::showRollback()
{
    const bool running = m_operation && m_operation->phase == OperationPhase::Running;
    m_readiness->setText(m_release && !running ? readinessText() : QString());
    m_readiness->setVisible(m_release && !running);
    const QSignalBlocker blocker(m_target);
    m_target->clear();
    for (const auto &[hash, version] : std::as_const(m_rollback.targets)) {
        m_target->addItem(safeText(version, 60), hash);
    }
    m_target->setCurrentIndex(m_target->findData(m_rollback.targetHash));
    m_target->setVisible(!running && m_rollback.targets.size() > 1);
    m_targetLabel->setVisible(m_target->isVisibleTo(this));
    m_rollbackButton->setVisible(!running);
    // A plan that is still being checked can be confirmed: the preview waits for it. Refusals cannot.
    m_rollbackButton->setEnabled(m_release && m_rollback.held.isEmpty() &&
                                 !m_rollback.targetVersion.isEmpty());
    m_rollbackButton->setText(m_rollback.targetVersion.isEmpty()
                                  ? actionText(ActionKind::RollBack)
                                  : tr("Roll back to %1").arg(safeText(m_rollback.targetVersion, 40)));
    m_rollbackButton->setAccessibleDescription(readinessText());
    m_stop->setVisible(running);
}

void DecisionsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

void DecisionsPanel::retranslateUi()
{
    m_holdCard->setTitle(tr("What holds the next step back"));
    m_actionCard->setTitle(tr("Other actions"));
    m_targetLabel->setText(tr("Target"));
    m_target->setAccessibleName(tr("Rollback target"));
    m_rollbackButton->setAccessibleName(tr("Roll back"));
    m_stop->setText(tr("Stop here and take over by hand"));
    m_stop->setAccessibleName(tr("Stop here and take over by hand"));
    showHolds();
    showDecisions();
    showRollback();
}

} // namespace signalbox
