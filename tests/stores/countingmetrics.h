// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/answer.h"
#include "backends/api/metricsapi.h"

#include <functional>
#include <vector>

namespace signalbox::test
{

/// A server whose versions get steady traffic. A query is "value|samples|errors|traffic HASH WINDOW".
class CountingMetrics final : public MetricsApi
{
public:
    struct Arm {
        double perSecond = 0;
        double errorRatio = 0;
    };
    struct Asked {
        QString promql;
        QDateTime at;
    };
    QHash<QString, Arm> arms;
    std::optional<Error> failing;             ///< of every query
    std::function<void(QueryAnswer &)> spoil; ///< every answer
    QVector<Asked> asked;
    bool hold = false;
    int open = 0;
    int mostOpen = 0;
    std::vector<std::pair<Answer<QueryAnswer>, Asked>> held;

    QString endpoint() const override { return QStringLiteral("counting"); }
    QFuture<Result<QueryAnswer>> query(QString promql, QDateTime at) override
    {
        asked.push_back({promql, at});
        if (!hold) {
            return answered<QueryAnswer>(answerTo(asked.back()));
        }
        mostOpen = std::max(mostOpen, ++open);
        held.emplace_back(Answer<QueryAnswer>(), asked.back());
        return held.back().first.future();
    }
    /// Answers what is held back so far.
    void release()
    {
        const auto now = std::exchange(held, {});
        for (const auto &[answer, question] : now) {
            --open;
            answer.give(answerTo(question));
        }
    }
    QFuture<Result<QueryAnswer>> queryRange(RangeQuery) override
    {
        return answered<QueryAnswer>(QueryAnswer());
    }
    QFuture<Result<QVector<AlertRule>>> rules() override
    {
        return answered<QVector<AlertRule>>(QVector<AlertRule>());
    }
    QFuture<Result<QVector<Alert>>> alerts() override { return answered<QVector<Alert>>(QVector<Alert>()); }
    QFuture<Result<QVector<ScrapeTarget>>> targets() override
    {
        return answered<QVector<ScrapeTarget>>(QVector<ScrapeTarget>());
    }
    QFuture<Result<BuildInfo>> buildInfo() override { return answered<BuildInfo>(BuildInfo()); }
    QFuture<Result<QString>> formatQuery(QString promql) override { return answered<QString>(promql); }

private:
    [[nodiscard]] Result<QueryAnswer> answerTo(const Asked &question) const
    {
        if (failing) {
            return tl::unexpected(*failing);
        }
        const QStringList words = question.promql.split(QLatin1Char(' '));
        const Arm arm = arms.value(words.value(1));
        const double seconds = words.value(2).chopped(1).toDouble();
        double value = arm.errorRatio;
        if (words.first() == QLatin1String("samples")) {
            value = arm.perSecond * seconds;
        } else if (words.first() == QLatin1String("errors")) {
            value = arm.perSecond * seconds * arm.errorRatio;
        } else if (words.first() == QLatin1String("traffic")) {
            value = arm.perSecond;
        }
        QueryAnswer answer;
        answer.series.push_back({{}, {{question.at.toMSecsSinceEpoch(), value}}, false});
        if (spoil) {
            spoil(answer);
        }
        return answer;
    }
};

} // namespace signalbox::test
