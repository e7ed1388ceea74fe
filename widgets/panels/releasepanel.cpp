// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/releasepanel.h"

#include "widgets/panels/bluegreentab.h"
#include "widgets/panels/canarytab.h"
#include "widgets/panels/checklisttab.h"
#include "widgets/panels/plantab.h"
#include "widgets/panels/podstab.h"
#include "widgets/panels/releaseheader.h"
#include "widgets/panels/timelinetab.h"
#include "widgets/style/card.h"
#include "widgets/track/trackview.h"

#include <QEvent>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace signalbox
{

namespace
{

const MetricPanel *panelOf(const QVector<MetricPanel> &panels, QLatin1String id)
{
    const auto found = std::find_if(panels.cbegin(), panels.cend(),
                                    [id](const MetricPanel &panel) { return panel.rule.id == id; });
    return found == panels.cend() ? nullptr : &*found;
}

ServiceMeasurements measurementsOf(const QVector<MetricPanel> &panels)
{
    ServiceMeasurements measurements;
    if (const MetricPanel *errors = panelOf(panels, QLatin1String("error-rate"))) {
        measurements.blueErrors = errors->baselineNow;
        measurements.greenErrors = errors->canaryNow;
    }
    if (const MetricPanel *latency = panelOf(panels, QLatin1String("latency-p95"))) {
        measurements.blueLatency = latency->baselineNow;
        measurements.greenLatency = latency->canaryNow;
    }
    for (const MetricPanel &panel : panels) {
        // Without a limit there is no verdict to count.
        if (panel.rule.limit) {
            measurements.verdicts << panel.verdict;
        }
    }
    return measurements;
}

} // namespace

ReleasePanel::ReleasePanel(const Stores &stores, QWidget *parent)
    : QWidget(parent)
    , m_stores(stores)
    , m_timeline(stores.activity)
    , m_header(new ReleaseHeader(this))
    , m_track(new TrackView(this))
    , m_trackCard(new Card(this))
    , m_tabs(new QTabWidget(this))
    , m_canary(new CanaryTab({stores.metrics, m_services, m_revisions, m_analysis, stores.judgements}, this))
    , m_blueGreen(new BlueGreenTab(this))
    , m_checklist(new ChecklistTab(this))
    , m_timelineTab(new TimelineTab(m_timeline, this))
    , m_plan(new PlanTab(this))
    , m_pods(new PodsTab(this))
{
    build();
    wire();
    retranslateUi();
    refresh();
}

void ReleasePanel::build()
{
    static_cast<Card *>(m_trackCard)->body()->addWidget(m_track);
    m_trackCard->layout()->setContentsMargins(0, 0, 0, 0);
    m_tabs->setObjectName(QStringLiteral("releaseTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setUsesScrollButtons(true);
    for (QWidget *page : {static_cast<QWidget *>(m_canary), static_cast<QWidget *>(m_blueGreen),
                          static_cast<QWidget *>(m_checklist), static_cast<QWidget *>(m_timelineTab),
                          static_cast<QWidget *>(m_plan), static_cast<QWidget *>(m_pods)}) {
        m_tabs->addTab(page, QString());
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_header);
    column->addWidget(m_trackCard);
    column->addWidget(m_tabs, 1);
}

void ReleasePanel::wire()
{
    connect(&m_stores.fleet, &FleetStore::releasesChanged, this,
            [this](const QVector<ReleaseKey> &changed, const QVector<ReleaseKey> &removed) {
                if (m_key && (changed.contains(*m_key) || removed.contains(*m_key))) {
                    refresh();
                } else if (m_key) {
                    m_servicesTimer.start();
                }
            });
    connect(&m_stores.fleet, &FleetStore::clustersChanged, this, &ReleasePanel::refresh);
    m_servicesTimer.setSingleShot(true);
    m_servicesTimer.setInterval(250);
    connect(&m_servicesTimer, &QTimer::timeout, this, &ReleasePanel::refreshServices);
    connect(&m_stores.metrics, &MetricsStore::panelsChanged, &m_servicesTimer, qOverload<>(&QTimer::start));
    connect(&m_stores.metrics, &MetricsStore::trafficChanged, this, &ReleasePanel::showMeasured);
    connect(m_canary, &CanaryTab::metricsSettingsRequested, this, &ReleasePanel::metricsSettingsRequested);
    connect(m_canary, &CanaryTab::undoRequested, this, &ReleasePanel::undoRequested);
    connect(m_canary, &CanaryTab::terminateAnalysisRequested, this,
            &ReleasePanel::terminateAnalysisRequested);
    connect(m_checklist, &ChecklistTab::intended, this, &ReleasePanel::decisionIntended);
    connect(m_canary, &CanaryTab::zoneChosen, this, [this](TimeZoneChoice zone) {
        setZone(zone);
        Q_EMIT zoneChosen(zone);
    });
}

void ReleasePanel::showRelease(const std::optional<ReleaseKey> &release)
{
    const bool isOther = m_key != release;
    m_key = release;
    refresh();
    if (const Release *shownRelease = this->release(); isOther && shownRelease != nullptr) {
        choosePage(*shownRelease);
    }
}

void ReleasePanel::showPage(Page page)
{
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

void ReleasePanel::setNow(const QDateTime &now)
{
    m_header->setNow(now);
    m_track->setNow(now);
    m_canary->setNow(now);
    m_blueGreen->setNow(now);
    m_checklist->setNow(now);
    m_timelineTab->setNow(now);
    m_pods->setNow(now);
}

void ReleasePanel::setZone(TimeZoneChoice zone)
{
    m_header->setZone(zone);
    m_canary->setZone(zone);
    m_checklist->setZone(zone);
    m_timelineTab->setZone(zone);
}

void ReleasePanel::setDecisions(const DecisionView &view)
{
    m_checklist->setView(view);
    showOpenItems();
}

void ReleasePanel::showOpenItems()
{
    const int open = m_checklist->openItems();
    //: name of a tab; %1: items that keep the release from GO
    m_tabs->setTabText(static_cast<int>(Page::Checklist),
                       open > 0 ? tr("Go / no-go (%1)").arg(open) : tr("Go / no-go"));
}

void ReleasePanel::setTrackVisible(bool visible)
{
    m_trackCard->setVisible(visible);
}

void ReleasePanel::setOperation(const std::optional<OperationStatus> &operation)
{
    m_header->setOperation(operation);
}

void ReleasePanel::setStartedBy(const QString &actor)
{
    m_header->setStartedBy(actor);
}

void ReleasePanel::setBanner(QWidget *banner)
{
    if (m_banner != nullptr && m_banner != banner) {
        layout()->removeWidget(m_banner);
    }
    m_banner = banner;
    if (banner != nullptr) {
        static_cast<QVBoxLayout *>(layout())->insertWidget(1, banner);
    }
}

void ReleasePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

void ReleasePanel::retranslateUi()
{
    m_tabs->setTabText(static_cast<int>(Page::Canary), tr("Canary"));
    m_tabs->setTabText(static_cast<int>(Page::BlueGreen), tr("Blue / green"));
    showOpenItems();
    m_tabs->setTabText(static_cast<int>(Page::Timeline), tr("Timeline"));
    m_tabs->setTabText(static_cast<int>(Page::Plan), tr("Plan"));
    m_tabs->setTabText(static_cast<int>(Page::Pods), tr("Pods"));
    m_tabs->tabBar()->setAccessibleName(tr("Views of the release"));
    m_tabs->setAccessibleName(m_tabs->tabBar()->accessibleName());
}

void ReleasePanel::refresh()
{
    const Release *found = release();
    const std::optional<Release> value = found == nullptr ? std::nullopt : std::optional(*found);
    m_header->setRelease(value);
    m_track->setRelease(value);
    showMeasured();
    m_revisions.setRelease(value);
    m_analysis.setRelease(value);
    m_canary->setRelease(value);
    m_blueGreen->setRelease(value);
    m_pods->setCluster(m_key ? m_stores.fleet.cluster(m_key->cluster) : nullptr);
    m_pods->setRelease(value);
    refreshServices();
}

void ReleasePanel::showMeasured()
{
    m_track->setMeasuredShare(m_stores.metrics.traffic().share.value, m_stores.metrics.cadence().window);
}

void ReleasePanel::refreshServices()
{
    QVector<ServiceComparison> services;
    ClusterStore *cluster = m_key ? m_stores.fleet.cluster(m_key->cluster) : nullptr;
    if (cluster != nullptr) {
        const QVector<Release> releases = cluster->releases();
        for (const Release &other : releases) {
            if (other.key.namespaceName == m_key->namespaceName) {
                // Only the release on screen is measured; the others show readiness.
                const bool isShown = other.key == *m_key;
                services << compareService(other, cluster->pods(other),
                                           isShown ? measurementsOf(m_stores.metrics.panels())
                                                   : ServiceMeasurements());
            }
        }
    }
    std::sort(services.begin(), services.end(),
              [this](const ServiceComparison &a, const ServiceComparison &b) {
                  const bool aFirst = a.key == *m_key;
                  const bool bFirst = b.key == *m_key;
                  return aFirst != bFirst ? aFirst : a.key.name < b.key.name;
              });
    m_services.setServices(services);
}

void ReleasePanel::choosePage(const Release &release)
{
    const auto page = static_cast<Page>(m_tabs->currentIndex());
    if (page == Page::Canary || page == Page::BlueGreen) {
        showPage(release.strategy == RolloutStrategy::BlueGreen ? Page::BlueGreen : Page::Canary);
    }
}

const Release *ReleasePanel::release() const
{
    return m_key ? m_stores.fleet.release(*m_key) : nullptr;
}

} // namespace signalbox
