// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/operationpanel.h"

#include "widgets/controls/budgetring.h"
#include "widgets/style/errortext.h"
#include "widgets/style/format.h"
#include "widgets/style/glyph.h"
#include "widgets/style/messagetext.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statuspalette.h"
#include "widgets/style/textlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QIcon>
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

} // namespace

OperationPanel::OperationPanel(QWidget *parent)
    : QWidget(parent)
    , m_ring(new BudgetRing(this))
    , m_headline(new TextLabel(TextStyle::Heading, this))
    , m_grid(new QGridLayout)
{
    setObjectName(QStringLiteral("operationPanel"));
    m_headline->setWordWrap(true);
    m_grid->setColumnStretch(1, 1);
    m_grid->setHorizontalSpacing(fontMetrics().averageCharWidth() * 2);
    auto *steps = new QVBoxLayout;
    steps->addWidget(m_headline);
    steps->addLayout(m_grid);
    steps->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_ring, 0, Qt::AlignVCenter);
    layout->addSpacing(fontMetrics().averageCharWidth() * 2);
    layout->addLayout(steps, 1);
}

void OperationPanel::setStatus(const OperationStatus &status, const QDateTime &now)
{
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
    }
    while (m_rows.size() < count) {
        const int line = static_cast<int>(m_rows.size()) * 2;
        Row row{new TextLabel(TextStyle::Body, this), new TextLabel(TextStyle::Heading, this),
                new TextLabel(TextStyle::Small, this), new TextLabel(TextStyle::Body, this),
                new TextLabel(TextStyle::Small, this)};
        row.budget->setTone(Tone::Neutral);
        row.detail->setWordWrap(true);
        m_grid->addWidget(row.glyph, line, 0, 2, 1, Qt::AlignVCenter);
        m_grid->addWidget(row.title, line, 1);
        m_grid->addWidget(row.detail, line + 1, 1);
        m_grid->addWidget(row.elapsed, line, 2, 2, 1, Qt::AlignRight | Qt::AlignVCenter);
        m_grid->addWidget(row.budget, line, 3, 2, 1, Qt::AlignRight | Qt::AlignVCenter);
        m_rows.append(row);
    }
}

void OperationPanel::refresh()
{
    const QDateTime end = m_status.finished.isValid() ? m_status.finished : m_now;
    m_ring->setTimes(between(m_status.started, end), m_status.plan.budget);
    m_ring->setColor(StatusPalette(palette()).color(m_status.phase));
    switch (m_status.phase) {
    case OperationPhase::Prepared:
        m_headline->setText(tr("Prepared"));
        break;
    case OperationPhase::Running:
        m_headline->setText(tr("Step %1 of %2").arg(m_status.currentStep + 1).arg(m_status.steps.size()));
        break;
    case OperationPhase::Succeeded:
        m_headline->setText(tr("Done and verified"));
        break;
    case OperationPhase::Failed:
        m_headline->setText(tr("Failed: take over by hand"));
        break;
    case OperationPhase::StoppedByHand:
        m_headline->setText(tr("Stopped: you have taken over by hand"));
        break;
    }
    buildRows(static_cast<int>(qMin(m_status.plan.steps.size(), m_status.steps.size())));
    for (int index = 0; index < m_rows.size(); ++index) {
        refreshRow(index);
    }
}

QString OperationPanel::detailText(int index) const
{
    const ActionStep &step = m_status.plan.steps[index];
    const StepProgress &progress = m_status.steps[index];
    if (progress.error) {
        // What changed is the answer a person needs; other details are for the log of the operation.
        const bool changed = progress.error->code == ErrorCode::Changed && !progress.error->detail.isEmpty();
        return changed
                   ? errorText(*progress.error) + QLatin1Char('\n') + safeText(progress.error->detail, 400)
                   : errorText(*progress.error);
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
    return lines.join(QStringLiteral(" · "));
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
    row.title->setText(messageText(step.title));
    const QString detail = detailText(index);
    row.detail->setText(detail);
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
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace signalbox
