// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/analysismodel.h"
#include "models/items/revisionsmodel.h"
#include "models/items/servicesmodel.h"
#include "models/stores/judgementstore.h"
#include "models/stores/metricsstore.h"
#include "widgets/style/format.h"

#include <QScrollArea>

class QComboBox;
class QTableView;
class QTreeView;
class QVBoxLayout;

namespace signalbox
{

class AnalysisDelegate;
class Card;
class ChartGrid;
class MetricsNotice;
class RevisionsDelegate;
class ServicesDelegate;
class TextLabel;
class VerdictsCard;

/// Is the new version as good as the old one? Charts of both, services side by side, analysis runs and the
/// revisions one could go back to.
class CanaryTab final : public QScrollArea
{
    Q_OBJECT

public:
    struct Models { ///< all outlive the tab
        MetricsStore &metrics;
        ServicesModel &services;
        RevisionsModel &revisions;
        AnalysisModel &analysis;
        JudgementStore *judgements = nullptr; ///< null: nothing is judged
    };

    explicit CanaryTab(const Models &models, QWidget *parent = nullptr);

    void setRelease(const std::optional<Release> &release);
    void setNow(const QDateTime &now);
    void setZone(TimeZoneChoice zone);
    [[nodiscard]] TimeZoneChoice zone() const { return m_zone; }

Q_SIGNALS:
    /// The person wants a former revision to be the wanted one.
    void undoRequested(const signalbox::ReleaseKey &release, const QString &hash);
    void terminateAnalysisRequested(const signalbox::ReleaseKey &release, const QString &analysisRun);
    void zoneChosen(signalbox::TimeZoneChoice zone);
    /// The person wants to name or mend the Prometheus of this cluster.
    void metricsSettingsRequested(const signalbox::ClusterId &cluster);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildToolbar(QVBoxLayout &column);
    void showRemarks();
    void buildTables(QVBoxLayout &column);
    void wireModels();
    void retranslateUi();
    void fillCombos();
    void takePanels();
    void takeVerdicts();
    [[nodiscard]] QString missingMetricsText() const;
    void refreshContext();
    void fitTables();
    void requestUndo(const QModelIndex &index);
    void requestTermination(const QModelIndex &index);
    void offerRevision(const QPoint &position);
    void offerAnalysis(const QPoint &position);

    Models m_models;
    std::optional<Release> m_release;
    QDateTime m_now;
    TimeZoneChoice m_zone = TimeZoneChoice::Local;
    TextLabel *m_metricsState;
    QComboBox *m_range;
    QComboBox *m_zoneBox;
    ChartGrid *m_charts;
    MetricsNotice *m_notice;
    VerdictsCard *m_verdicts;
    Card *m_servicesCard;
    Card *m_revisionsCard;
    Card *m_analysisCard;
    QTableView *m_services;
    QTableView *m_revisions;
    QTreeView *m_analysis;
    ServicesDelegate *m_servicesDelegate;
    RevisionsDelegate *m_revisionsDelegate;
    AnalysisDelegate *m_analysisDelegate;
};

} // namespace signalbox
