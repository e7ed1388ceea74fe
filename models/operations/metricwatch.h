// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "models/domain/metricverdict.h"
#include "models/domain/releaseplan.h"
#include "models/stores/metricsstore.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace signalbox
{

/// Looks at every metric of a plan again and again while a release is under way, both arms, so that the
/// verdict rests on the whole bake and not on its end (B-53). One metric at a time. GUI thread.
class MetricWatch final : public QObject
{
    Q_OBJECT

public:
    /// @param metrics clock: outlive it
    MetricWatch(MetricsStore &metrics, const Clock &clock, QObject *parent = nullptr);
    ~MetricWatch() override;

    /// Another run or plan begins anew, another weight begins a step. Null or none: nothing is looked at.
    void follow(const std::shared_ptr<const ReleasePlan> &plan, const std::optional<Release> &release);
    /// Between the starts of two rounds; 15 to 30 s outside tests.
    void setRhythm(std::chrono::milliseconds rhythm);
    /// In the order of the plan; metrics never looked at included.
    [[nodiscard]] QVector<MetricVerdict> verdicts(const QDateTime &now) const;

Q_SIGNALS:
    void changed();

private:
    struct Round;
    void begin();
    void lookAt(const std::shared_ptr<Round> &round);
    void ask(const std::shared_ptr<Round> &round, const QString &query, const MetricScope &scope,
             Reading MetricLook::*field);
    void askSamples(const std::shared_ptr<Round> &round, const QString &query, const MetricScope &scope,
                    Reading MetricLook::*field);
    void took(const std::shared_ptr<Round> &round);

    MetricsStore &m_metrics;
    const Clock &m_clock;
    std::shared_ptr<const ReleasePlan> m_plan;
    std::optional<Release> m_release;
    int m_weight = -1;
    std::vector<MetricJudgement> m_judgements;
    std::shared_ptr<Round> m_round;
    QDateTime m_counted; ///< until when errors were counted
    QTimer m_timer;
};

} // namespace signalbox
