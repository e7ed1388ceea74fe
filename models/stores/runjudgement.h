// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stores/judgement.h"
#include "models/stores/metricsstore.h"
#include "models/stores/querybatch.h"

#include <vector>

namespace signalbox
{

/// Queries of both arms; empty: not asked.
struct ArmQueries {
    QString canary;
    QString baseline;
};

/// What is asked about one metric.
struct MetricQuestions {
    ArmQueries value;
    ArmQueries samples;
    ArmQueries requests; ///< of the interval since they were counted last; so are errors
    ArmQueries errors;
    bool isOverlapping = false;
};

/// What one look at a run asks.
struct RunQuestions {
    QDateTime at; ///< whole seconds: intervals between looks are asked for in seconds
    int step = 0; ///< answers to a former step are dropped
    QVector<MetricQuestions> metrics;
    ArmQueries traffic; ///< requests per second, where no metric counts requests of both arms
    double trafficSeconds = 0;
    [[nodiscard]] QStringList all() const;
};

/// How a server is asked.
struct LookScope {
    std::chrono::seconds window{60}; ///< of readings; counts span at least four scrapes, too
    std::chrono::seconds countWindow{60};
    std::chrono::milliseconds scrape{15000};
    QString trafficQuery; ///< of the metric profile
};

/// Follows all metrics of a plan over one run: which questions to ask, what the answers mean. A value type
/// without I/O.
class RunJudgement
{
public:
    RunJudgement(const Release &release, std::shared_ptr<const ReleasePlan> plan, const QDateTime &now);

    /// Whether what was collected is about this release, baseline and plan.
    [[nodiscard]] bool isAbout(const Release &release, const ReleasePlan &plan) const;
    /// Takes the newest facts; another weight begins a step. True: it did, and nothing was seen of it yet.
    /// @param scrape of the server
    bool update(const Release &release, const QDateTime &now, std::chrono::milliseconds scrape);
    [[nodiscard]] RunQuestions ask(const QDateTime &now, const LookScope &scope) const;
    void take(const RunQuestions &questions, const Readings &readings);
    [[nodiscard]] Judgement judgement(const QDateTime &now) const;
    [[nodiscard]] const Release &release() const { return m_release; }

private:
    struct Followed {
        MetricJudgement judgement;
        QDateTime counted;             ///< up to here, so that every request counts once
        QDateTime sampled;             ///< end of the last window that was a sample of its own
        mutable MetricVerdict verdict; ///< as last worked out: ranks cost too much for each glance
        QDateTime freshUntil;
    };

    void beginCounting(const QDateTime &from);
    void restartCounting(const Release &before, const QDateTime &now, std::chrono::milliseconds scrape);
    [[nodiscard]] MetricQuestions questionsOf(const Followed &metric, const QDateTime &at,
                                              const LookScope &scope) const;
    [[nodiscard]] ArmQueries both(const QString &query, std::chrono::seconds window) const;
    void watch(const QDateTime &at);
    /// False: nothing was seen of it.
    bool look(Followed &metric, const MetricQuestions &asked, const QDateTime &at, const Readings &readings);
    void checkShare(const RunQuestions &questions, const Readings &readings);

    Release m_release;
    std::shared_ptr<const ReleasePlan> m_plan;
    std::vector<Followed> m_metrics;
    ShareCheck m_share;
    QDateTime m_trafficCounted;
    StepWatch m_watch;
    int m_step = 0;
};

} // namespace signalbox
