// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/operationpanel.h"

#include "models/domain/operationrules.h"
#include "widgets/controls/budgetring.h"
#include "widgets/style/buttonrole.h"
#include "widgets/style/card.h"
#include "widgets/style/errortext.h"
#include "widgets/style/format.h"
#include "widgets/style/glyph.h"
#include "widgets/style/messagetext.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"
#include "widgets/style/statuspalette.h"
#include "widgets/style/textlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QIcon>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox
{

namespace
{

std::chrono::seconds between(const QDateTime &from, const QDateTime &to)
{
    return from.isValid() && to.isValid() ? std::chrono::seconds(qMax<qint64>(0, from.secsTo(to)))
                                          : std::chrono::seconds(0);
}

/// The time between an interruption and its continuation was nobody's.
QDateTime begunAt(const OperationStatus &status)
{
    return status.continued.isValid() ? status.continued : status.started;
}

} // namespace

OperationPanel::OperationPanel(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(this))
    , m_ring(new BudgetRing(this))
    , m_headline(new TextLabel(TextStyle::Heading, this))
    , m_details(new QPushButton(this))
    , m_dismiss(new QPushButton(this))
    , m_steps(new QWidget(this))
    , m_unrecorded(new TextLabel(TextStyle::Small, this))
    , m_reasonLine(new QWidget(this))
    , m_reasonLabel(new TextLabel(TextStyle::Small, m_reasonLine))
    , m_reason(new QLineEdit(m_reasonLine))
    , m_grid(new QGridLayout)
{
    setObjectName(QStringLiteral("operationPanel"));
    m_headline->setWordWrap(true);
    m_details->setObjectName(QStringLiteral("operationDetails"));
    m_details->setCheckable(true);
    m_dismiss->setObjectName(QStringLiteral("operationDismiss"));
    for (QPushButton *button : {m_details, m_dismiss}) {
        setButtonRole(*button, ButtonRole::Plain);
    }
    auto *head = new QHBoxLayout;
    head->addWidget(m_headline, 1);
    head->addWidget(m_details);
    head->addWidget(m_dismiss);
    m_grid->setColumnStretch(1, 1);
    m_grid->setHorizontalSpacing(fontMetrics().averageCharWidth() * 2);
    m_grid->setVerticalSpacing(2);
    auto *rows = new QVBoxLayout;
    rows->addLayout(m_grid);
    rows->addStretch(1);
    auto *steps = new QHBoxLayout(m_steps);
    steps->setContentsMargins(0, 0, 0, 0);
    steps->addWidget(m_ring, 0, Qt::AlignVCenter);
    steps->addSpacing(fontMetrics().averageCharWidth() * 2);
    steps->addLayout(rows, 1);
    m_card->body()->addLayout(head);
    m_unrecorded->setObjectName(QStringLiteral("unrecorded"));
    m_unrecorded->setWordWrap(true);
    m_unrecorded->setTone(Tone::Warning);
    m_card->body()->addWidget(m_unrecorded);
    m_card->body()->addWidget(m_steps);
    m_reason->setObjectName(QStringLiteral("operationReason"));
    m_reason->setMaxLength(500);
    m_reason->setFrame(false);
    m_reasonLabel->setTone(Tone::Neutral);
    m_reasonLabel->setBuddy(m_reason);
    auto *reason = new QHBoxLayout(m_reasonLine);
    reason->setContentsMargins(0, 0, 0, 0);
    reason->addWidget(m_reasonLabel);
    reason->addWidget(m_reason, 1);
    m_card->body()->addWidget(m_reasonLine);
    connect(m_reason, &QLineEdit::editingFinished, this, &OperationPanel::giveReason);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    connect(m_details, &QPushButton::toggled, this, &OperationPanel::refresh);
    connect(m_dismiss, &QPushButton::clicked, this, [this] { Q_EMIT dismissed(m_status.id); });
    retranslateUi();
}

void OperationPanel::setStatus(const OperationStatus &status, const QDateTime &now)
{
    if (m_status.id != status.id) {
        giveReason(); // of the one shown so far
        m_details->setChecked(false);
        m_reason->setText(status.reason);
        m_reason->setModified(false);
    }
    m_status = status;
    m_now = now;
    refresh();
}

void OperationPanel::buildRows(int count)
{
    while (m_rows.size() > count) {
        const Row row = m_rows.takeLast();
        for (TextLabel *label : {row.glyph, row.title, row.detail, row.elapsed, row.budget}) {
            delete label;
        }
        delete row.line;
    }
    while (m_rows.size() < count) {
        const int line = static_cast<int>(m_rows.size()) * 3;
        Row row{new TextLabel(TextStyle::Body, this),  new TextLabel(TextStyle::Heading, this),
                new TextLabel(TextStyle::Small, this), new TextLabel(TextStyle::Body, this),
                new TextLabel(TextStyle::Small, this), new QWidget(this)};
        // The palette's dark role is the theme's border colour.
        row.line->setBackgroundRole(QPalette::Dark);
        row.line->setAutoFillBackground(true);
        row.line->setFixedHeight(1);
        row.line->setVisible(line > 0);
        m_grid->addWidget(row.line, line, 0, 1, 4);
        row.budget->setTone(Tone::Neutral);
        row.detail->setWordWrap(true);
        m_grid->addWidget(row.glyph, line + 1, 0, 2, 1, Qt::AlignVCenter);
        m_grid->addWidget(row.title, line + 1, 1);
        m_grid->addWidget(row.detail, line + 2, 1);
        m_grid->addWidget(row.elapsed, line + 1, 2, 2, 1, Qt::AlignRight | Qt::AlignVCenter);
        m_grid->addWidget(row.budget, line + 1, 3, 2, 1, Qt::AlignRight | Qt::AlignVCenter);
        m_rows.append(row);
    }
}

void OperationPanel::refresh()
{
    const bool isOver =
        m_status.phase != OperationPhase::Running && m_status.phase != OperationPhase::Prepared;
    const bool wentWell = m_status.phase == OperationPhase::Succeeded;
    const QDateTime end = m_status.finished.isValid() ? m_status.finished : m_now;
    m_ring->setTimes(between(begunAt(m_status), end), m_status.plan.budget);
    m_ring->setColor(StatusPalette(palette()).color(m_status.phase));
    showHeadline();
    showReason();
    m_details->setVisible(wentWell);
    m_dismiss->setVisible(isOver);
    m_steps->setVisible(!wentWell || m_details->isChecked());
    m_unrecorded->setVisible(m_status.ledgerError.has_value());
    m_unrecorded->setText(m_status.ledgerError ? errorText(*m_status.ledgerError) : QString());
    buildRows(static_cast<int>(qMin(m_status.plan.steps.size(), m_status.steps.size())));
    for (int index = 0; index < m_rows.size(); ++index) {
        refreshRow(index);
    }
}

/// Going forward has its reason before it starts; going back may get it later.
void OperationPanel::showReason()
{
    m_reasonLine->setVisible(goesBack(m_status.plan.request.kind));
    if (!m_reason->isModified() && m_reason->text() != m_status.reason) {
        m_reason->setText(m_status.reason); // taken in, or given in the preview
    }
}

void OperationPanel::giveReason()
{
    const QString reason = m_reason->text().trimmed();
    if (!m_reason->isModified() || m_status.id.isEmpty()) {
        return;
    }
    m_reason->setModified(false);
    if (reason != m_status.reason) {
        m_status.reason = reason;
        Q_EMIT reasonGiven(m_status.id, reason);
    }
}

void OperationPanel::hideEvent(QHideEvent *event)
{
    giveReason();
    QWidget::hideEvent(event);
}

void OperationPanel::showHeadline()
{
    QString outcome;
    switch (m_status.phase) {
    case OperationPhase::Prepared:
        outcome = tr("Prepared");
        break;
    case OperationPhase::Running:
        outcome = tr("Step %1 of %2").arg(m_status.currentStep + 1).arg(m_status.steps.size());
        break;
    case OperationPhase::Succeeded:
        outcome = tr("Done and verified");
        break;
    case OperationPhase::Failed:
        outcome = tr("Failed: take over by hand");
        break;
    case OperationPhase::StoppedByHand:
        outcome = tr("Stopped: you have taken over by hand");
        break;
    }
    QStringList parts{actionText(m_status.plan.request.kind), outcome};
    if (m_status.phase == OperationPhase::Succeeded) {
        parts << durationText(between(begunAt(m_status), m_status.finished));
    }
    m_headline->setText(joinedText(parts));
    const bool wentBadly =
        m_status.phase == OperationPhase::Failed || m_status.phase == OperationPhase::StoppedByHand;
    m_headline->setTone(wentBadly ? std::optional(toneOf(m_status.phase)) : std::nullopt);
}

void OperationPanel::retranslateUi()
{
    //: button of a finished operation: shows what its steps did
    m_details->setText(tr("Steps"));
    m_details->setAccessibleName(tr("Show the steps of the finished operation"));
    //: button of a finished operation: puts its report away
    m_dismiss->setText(tr("Dismiss"));
    m_dismiss->setAccessibleName(tr("Put the report of the finished operation away"));
    //: label of a line edit: why the release was rolled back
    m_reasonLabel->setText(tr("Reason"));
    m_reason->setPlaceholderText(tr("may follow; it is recorded"));
    m_reason->setAccessibleName(tr("Reason of the operation; it is recorded"));
}

QString OperationPanel::detailText(int index) const
{
    const ActionStep &step = m_status.plan.steps[index];
    const StepProgress &progress = m_status.steps[index];
    if (progress.error) {
        return errorText(*progress.error);
    }
    QStringList lines;
    for (const Message &observation : progress.observations) {
        lines.append(messageText(observation));
    }
    if (lines.isEmpty()) {
        for (const ApiCall &call : step.calls) {
            lines.append(QString::fromLatin1(call.method) + QLatin1Char(' ') + safeText(call.path, 120));
        }
    }
    return joinedText(lines);
}

void OperationPanel::refreshRow(int index)
{
    const ActionStep &step = m_status.plan.steps[index];
    const StepProgress &progress = m_status.steps[index];
    const StatusPalette colors(palette());
    const Row &row = m_rows[index];
    const int side = fontMetrics().height();
    row.glyph->setPixmap(glyphIcon(glyphOf(progress.phase), colors.color(progress.phase))
                             .pixmap(QSize(side, side), devicePixelRatioF()));
    row.glyph->setToolTip(stepPhaseText(progress.phase));
    row.glyph->setAccessibleName(stepPhaseText(progress.phase));
    row.title->setText(messageText(step.title));
    const QString detail = detailText(index);
    row.detail->setText(detail);
    row.detail->setToolTip(progress.error ? plainToolTip(errorDetails(*progress.error)) : QString());
    row.detail->setVisible(!detail.isEmpty());
    row.detail->setTone(progress.error ? Tone::Bad : Tone::Neutral);
    const QDateTime end = progress.finished.isValid() ? progress.finished : m_now;
    row.elapsed->setText(progress.started.isValid() ? durationText(between(progress.started, end))
                                                    : dashText());
    row.elapsed->setTone(progress.overBudget ? std::optional(Tone::Warning) : std::nullopt);
    row.budget->setText(step.budget.count() > 0 ? tr("budget %1").arg(durationText(step.budget))
                                                : dashText());
}

void OperationPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslateUi();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace signalbox
