// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/operation.h"
#include "models/items/analysismodel.h"
#include "models/items/revisionsmodel.h"
#include "models/items/servicesmodel.h"
#include "models/items/timelinemodel.h"
#include "models/operations/decisionview.h"
#include "models/stores/activitystore.h"
#include "models/stores/fleetstore.h"
#include "models/stores/metricsstore.h"
#include "widgets/panels/decisionintent.h"
#include "widgets/style/format.h"

#include <QTimer>
#include <QWidget>

class QTabWidget;

namespace signalbox
{

class BlueGreenTab;
class CanaryTab;
class ChecklistTab;
class PlanTab;
class JudgementStore;
class PodsTab;
class ReleaseHeader;
class TimelineTab;
class TrackView;

/// The centre of the window: header, track and tabs of one release. Shows what the stores hold and reports
/// intents; choosing what the metrics and activity stores refresh is the caller's.
class ReleasePanel final : public QWidget
{
    Q_OBJECT

public:
    struct Stores { ///< all outlive the panel
        FleetStore &fleet;
        MetricsStore &metrics;
        ActivityStore &activity;
        JudgementStore *judgements = nullptr; ///< null: nothing is judged
    };
    enum class Page { Canary, BlueGreen, Checklist, Timeline, Plan, Pods };
    Q_ENUM(Page)

    explicit ReleasePanel(const Stores &stores, QWidget *parent = nullptr);

    void showRelease(const std::optional<ReleaseKey> &release);
    [[nodiscard]] const std::optional<ReleaseKey> &shown() const { return m_key; }
    void showPage(Page page);
    /// What the decisions about the release on screen look like.
    void setDecisions(const DecisionView &view);
    [[nodiscard]] PlanTab &planPage() const { return *m_plan; }
    /// Moves countdowns and ages; call it once a second while visible.
    void setNow(const QDateTime &now);
    void setZone(TimeZoneChoice zone);
    /// Replaces the track by an operation's progress or brings it back; the panel takes no ownership.
    void setTrackVisible(bool visible);
    /// A running operation, for the header.
    void setOperation(const std::optional<OperationStatus> &operation);
    /// Who started the release on screen; empty if nobody knows.
    void setStartedBy(const QString &actor);
    /// For a widget between header and tabs, such as a running rollback. The panel becomes its parent.
    void setBanner(QWidget *banner);

Q_SIGNALS:
    void undoRequested(const signalbox::ReleaseKey &release, const QString &hash);
    void terminateAnalysisRequested(const signalbox::ReleaseKey &release, const QString &analysisRun);
    void decisionIntended(const signalbox::DecisionIntent &intent);
    void zoneChosen(signalbox::TimeZoneChoice zone);
    void metricsSettingsRequested(const signalbox::ClusterId &cluster);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void wire();
    void retranslateUi();
    void refresh();
    void refreshServices();
    void showMeasured();
    void showOpenItems();
    void choosePage(const Release &release);
    [[nodiscard]] const Release *release() const;

    Stores m_stores;
    std::optional<ReleaseKey> m_key;
    RevisionsModel m_revisions;
    AnalysisModel m_analysis;
    ServicesModel m_services;
    TimelineModel m_timeline;
    QTimer m_servicesTimer; ///< a burst of changes costs one comparison
    ReleaseHeader *m_header;
    TrackView *m_track;
    QWidget *m_trackCard;
    QTabWidget *m_tabs;
    CanaryTab *m_canary;
    BlueGreenTab *m_blueGreen;
    ChecklistTab *m_checklist;
    TimelineTab *m_timelineTab;
    PlanTab *m_plan;
    PodsTab *m_pods;
    QWidget *m_banner = nullptr;
};

} // namespace signalbox
