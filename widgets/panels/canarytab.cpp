// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/canarytab.h"

#include "widgets/panels/analysisdelegate.h"
#include "widgets/panels/chartgrid.h"
#include "widgets/panels/metricsnotice.h"
#include "widgets/panels/releasemoments.h"
#include "widgets/panels/revisionsdelegate.h"
#include "widgets/panels/servicesdelegate.h"
#include "widgets/panels/tablestyle.h"
#include "widgets/panels/verdictscard.h"
#include "widgets/style/card.h"
#include "widgets/style/errortext.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QSignalBlocker>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox
{

CanaryTab::CanaryTab(const Models &models, QWidget *parent)
    : QScrollArea(parent)
    , m_models(models)
    , m_metricsState(new TextLabel(TextStyle::Small))
    , m_range(new QComboBox)
    , m_zoneBox(new QComboBox)
    , m_charts(new ChartGrid)
    , m_notice(new MetricsNotice)
    , m_verdicts(new VerdictsCard)
    , m_servicesCard(new Card)
    , m_revisionsCard(new Card)
    , m_analysisCard(new Card)
    , m_services(new QTableView)
    , m_revisions(new QTableView)
    , m_analysis(new QTreeView)
    , m_servicesDelegate(new ServicesDelegate(this))
    , m_revisionsDelegate(new RevisionsDelegate(this))
    , m_analysisDelegate(new AnalysisDelegate(this))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(12);
    buildToolbar(*column);
    column->addWidget(m_notice);
    column->addWidget(m_verdicts);
    column->addWidget(m_charts);
    buildTables(*column);
    column->addStretch(1);
    setWidget(page);
    wireModels();
    retranslateUi();
    takePanels();
    takeVerdicts();
}

void CanaryTab::buildToolbar(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_range->setObjectName(QStringLiteral("chartRange"));
    m_zoneBox->setObjectName(QStringLiteral("chartZone"));
    row->addWidget(m_metricsState, 1);
    row->addWidget(m_range);
    row->addWidget(m_zoneBox);
    column.addLayout(row);
    connect(m_range, &QComboBox::activated, this, [this](int index) {
        m_models.metrics.setRange(chartRanges.at(static_cast<std::size_t>(index)));
    });
    connect(m_zoneBox, &QComboBox::activated, this, [this](int index) {
        setZone(static_cast<TimeZoneChoice>(index));
        Q_EMIT zoneChosen(m_zone);
    });
}

void CanaryTab::buildTables(QVBoxLayout &column)
{
    m_services->setObjectName(QStringLiteral("services"));
    m_services->setModel(&m_models.services);
    m_services->setItemDelegate(m_servicesDelegate);
    styleTable(*m_services);
    m_servicesCard->body()->addWidget(m_services);

    m_revisions->setObjectName(QStringLiteral("revisions"));
    m_revisions->setModel(&m_models.revisions);
    m_revisions->setItemDelegate(m_revisionsDelegate);
    m_revisions->setContextMenuPolicy(Qt::CustomContextMenu);
    styleTable(*m_revisions);
    for (const auto hidden : {RevisionsModel::Column::Image, RevisionsModel::Column::Digest}) {
        m_revisions->hideColumn(static_cast<int>(hidden));
    }
    m_revisionsCard->body()->addWidget(m_revisions);

    m_analysis->setObjectName(QStringLiteral("analysis"));
    m_analysis->setModel(&m_models.analysis);
    m_analysis->setItemDelegate(m_analysisDelegate);
    m_analysis->setContextMenuPolicy(Qt::CustomContextMenu);
    styleTree(*m_analysis);
    m_analysis->setMinimumHeight(150);
    m_analysisCard->body()->addWidget(m_analysis);

    column.addWidget(m_servicesCard);
    column.addWidget(m_analysisCard);
    column.addWidget(m_revisionsCard);
    sizeColumns(*m_services->horizontalHeader(), 0, {0, 82, 88, 84, 92, 80, 100, 92, 130});
    sizeColumns(*m_revisions->horizontalHeader(), static_cast<int>(RevisionsModel::Column::Version),
                {64, 0, 0, 0, 130, 80, 120, 120});
    sizeColumns(*m_analysis->header(), -1, {170, 110, 90, 140, 80, 60, 90, 56, 80, 320});
}

void CanaryTab::wireModels()
{
    connect(&m_models.metrics, &MetricsStore::rangeChanged, this, [this] {
        fillCombos();
        refreshContext();
    });
    connect(m_notice, &MetricsNotice::settingsRequested, this, [this] {
        if (m_release) {
            Q_EMIT metricsSettingsRequested(m_release->key.cluster);
        }
    });
    connect(&m_models.metrics, &MetricsStore::panelsChanged, this, &CanaryTab::takePanels);
    connect(&m_models.metrics, &MetricsStore::serverStateChanged, this, &CanaryTab::takePanels);
    if (m_models.judgements) {
        connect(m_models.judgements, &JudgementStore::changed, this, &CanaryTab::takeVerdicts);
    }
    for (QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(&m_models.services),
                                      static_cast<QAbstractItemModel *>(&m_models.revisions),
                                      static_cast<QAbstractItemModel *>(&m_models.analysis)}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &CanaryTab::fitTables);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &CanaryTab::fitTables);
    }
    connect(m_revisions, &QTableView::customContextMenuRequested, this, &CanaryTab::offerRevision);
    connect(m_analysis, &QTreeView::customContextMenuRequested, this, &CanaryTab::offerAnalysis);
    // Enter on a row opens the same preview as its menu.
    connect(m_revisions, &QTableView::activated, this, &CanaryTab::requestUndo);
    connect(m_analysis, &QTreeView::activated, this, &CanaryTab::requestTermination);
    fitTables();
}

void CanaryTab::setRelease(const std::optional<Release> &release)
{
    m_release = release;
    showRemarks();
    takePanels();
    takeVerdicts();
}

/// Who moves the traffic, and what the analysis runs of now are for.
void CanaryTab::showRemarks()
{
    const QString router = m_release ? safeText(m_release->trafficRouter, 80) : QString();
    //: %1 is the traffic router as a Rollout names it, such as istio
    m_servicesCard->setRemark(router.isEmpty() ? QString() : tr("Traffic router: %1").arg(router));
    const QString step = m_release ? safeText(m_release->stepAnalysis, 60) : QString();
    const QString background = m_release ? safeText(m_release->backgroundAnalysis, 60) : QString();
    QString remark;
    if (!step.isEmpty() && !background.isEmpty()) {
        //: analysis runs by name: %1 belongs to the step under way, %2 runs beside all steps
        remark = tr("This step: %1. In the background: %2.").arg(step, background);
    } else if (!step.isEmpty()) {
        //: analysis run by name: it belongs to the step under way
        remark = tr("This step: %1.").arg(step);
    } else if (!background.isEmpty()) {
        //: analysis run by name: it runs beside all steps
        remark = tr("In the background: %1.").arg(background);
    }
    m_analysisCard->setRemark(remark);
}

void CanaryTab::setNow(const QDateTime &now)
{
    m_now = now;
    m_revisionsDelegate->setNow(now);
    m_analysisDelegate->setNow(now);
    m_verdicts->setNow(now);
    refreshContext();
}

void CanaryTab::setZone(TimeZoneChoice zone)
{
    m_zone = zone;
    m_zoneBox->setCurrentIndex(static_cast<int>(zone));
    m_analysisDelegate->setZone(zone);
    m_analysis->viewport()->update();
    refreshContext();
}

void CanaryTab::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        takePanels();
    } else if (event->type() == QEvent::FontChange) {
        fitTables();
    }
}

void CanaryTab::retranslateUi()
{
    fillCombos();
    m_servicesCard->setTitle(tr("Services, blue beside green"));
    m_revisionsCard->setTitle(tr("Revisions"));
    m_analysisCard->setTitle(tr("Analysis runs"));
    showRemarks();
    m_services->setAccessibleName(m_servicesCard->title());
    m_revisions->setAccessibleName(m_revisionsCard->title());
    m_analysis->setAccessibleName(m_analysisCard->title());
    m_models.services.retranslate();
    m_models.revisions.retranslate();
    m_models.analysis.retranslate();
}

void CanaryTab::fillCombos()
{
    const QSignalBlocker rangeBlocker(m_range);
    const QSignalBlocker zoneBlocker(m_zoneBox);
    m_range->clear();
    for (const std::chrono::seconds range : chartRanges) {
        //: how far back the charts reach; %1 is a duration
        m_range->addItem(tr("Last %1").arg(durationText(range)));
    }
    const auto chosen = std::find(chartRanges.begin(), chartRanges.end(), m_models.metrics.range());
    m_range->setCurrentIndex(chosen == chartRanges.end() ? -1
                                                         : static_cast<int>(chosen - chartRanges.begin()));
    m_range->setAccessibleName(tr("Time range of the charts"));
    m_zoneBox->clear();
    m_zoneBox->addItems({tr("Local time"), QStringLiteral("UTC")});
    m_zoneBox->setCurrentIndex(static_cast<int>(m_zone));
    m_zoneBox->setAccessibleName(tr("Time zone of the charts"));
    // Another language has longer words, and a box only measures itself once.
    for (QComboBox *box : {m_range, m_zoneBox}) {
        int widest = 0;
        for (int item = 0; item < box->count(); ++item) {
            widest = std::max(widest, box->fontMetrics().horizontalAdvance(box->itemText(item)));
        }
        box->setMinimumWidth(widest + 4 * box->fontMetrics().averageCharWidth() +
                             box->fontMetrics().height());
    }
}

QString CanaryTab::missingMetricsText() const
{
    if (!m_models.metrics.hasServer(m_release->key.cluster)) {
        return tr(
            "No Prometheus is connected for this cluster. Charts, the measured traffic share and metric "
            "checks start as soon as one is named.");
    }
    const SourceState state = m_models.metrics.serverState(m_release->key.cluster);
    const QVector<MetricPanel> &panels = m_models.metrics.panels();
    const bool isEmpty = std::all_of(panels.cbegin(), panels.cend(), [](const MetricPanel &panel) {
        return panel.canary.isEmpty() && panel.baseline.isEmpty() && !panel.canaryNow.value;
    });
    if (isEmpty && !state.isCurrent() && state.error) {
        //: %1 is a reason; there is nothing older to show
        return tr("Prometheus gives no answer: %1").arg(errorText(*state.error));
    }
    return {};
}

void CanaryTab::takePanels()
{
    refreshContext();
    const QString missing = m_release ? missingMetricsText() : QString();
    const bool isCharted = m_release && missing.isEmpty();
    m_notice->setReason(missing);
    m_charts->setPanels(isCharted ? m_models.metrics.panels() : QVector<MetricPanel>());
    m_charts->setVisible(isCharted && !m_models.metrics.panels().isEmpty());
    m_range->setVisible(isCharted);
    m_zoneBox->setVisible(isCharted);
    m_metricsState->setVisible(missing.isEmpty());
    if (!m_release) {
        m_metricsState->setText(tr("No release selected"));
        return;
    }
    const SourceState state = m_models.metrics.serverState(m_release->key.cluster);
    //: %1 says how fresh the metrics are
    m_metricsState->setText(tr("Prometheus: %1").arg(freshnessText(state, m_now)));
    m_metricsState->setTone(state.isCurrent() ? Tone::Neutral : toneOf(state.freshness));
}

/// What was judged of another release than the one shown is not for this page.
void CanaryTab::takeVerdicts()
{
    const Judgement known = m_models.judgements ? m_models.judgements->shown() : Judgement();
    const bool isMine = m_release && known.release == m_release->key;
    m_verdicts->setJudgement(isMine ? known : Judgement(),
                             m_models.judgements && m_release && m_release->inProgress());
}

void CanaryTab::refreshContext()
{
    if (!m_release || !m_now.isValid()) {
        return;
    }
    m_charts->setContext(chartContextOf(*m_release, m_now, m_models.metrics.range(), m_zone));
}

void CanaryTab::fitTables()
{
    m_servicesCard->setVisible(m_models.services.rowCount() > 0);
    m_revisionsCard->setVisible(m_models.revisions.rowCount() > 0);
    m_analysisCard->setVisible(m_models.analysis.rowCount() > 0);
    m_analysis->expandToDepth(0);
    fitTableToRows(*m_services, 1, 12);
    fitTableToRows(*m_revisions, 1, 10);
}

void CanaryTab::requestUndo(const QModelIndex &index)
{
    const QString hash = index.data(static_cast<int>(RevisionsModel::Role::Hash)).toString();
    if (m_release && !hash.isEmpty() && hash != m_release->currentHash) {
        Q_EMIT undoRequested(m_release->key, hash);
    }
}

void CanaryTab::requestTermination(const QModelIndex &index)
{
    const QModelIndex run = index.siblingAtColumn(0);
    if (m_release && run.data(static_cast<int>(AnalysisModel::Role::Running)).toBool()) {
        Q_EMIT terminateAnalysisRequested(m_release->key, run.data().toString());
    }
}

void CanaryTab::offerRevision(const QPoint &position)
{
    const QPersistentModelIndex index = m_revisions->indexAt(position);
    const auto revision = index.data(static_cast<int>(RevisionsModel::Role::Value)).value<Revision>();
    if (!m_release || revision.hash.isEmpty() || revision.hash == m_release->currentHash) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    //: opens the preview of an undo; %1 is a version
    menu->addAction(tr("Go back to %1…").arg(safeText(versionOf(revision), 40)), this,
                    [this, index] { requestUndo(index); });
    menu->popup(m_revisions->viewport()->mapToGlobal(position));
}

void CanaryTab::offerAnalysis(const QPoint &position)
{
    const QPersistentModelIndex index = m_analysis->indexAt(position).siblingAtColumn(0);
    if (!m_release || !index.data(static_cast<int>(AnalysisModel::Role::Running)).toBool()) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    //: opens the preview of the action; %1 is an analysis run
    menu->addAction(tr("Terminate analysis %1…").arg(safeText(index.data().toString(), 60)), this,
                    [this, index] { requestTermination(index); });
    menu->popup(m_analysis->viewport()->mapToGlobal(position));
}

} // namespace signalbox
