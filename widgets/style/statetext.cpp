// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/statetext.h"

#include "widgets/style/format.h"
#include "widgets/style/safetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace signalbox
{

namespace
{

/// Texts in the order of an enum. A value outside of it (a cast gone wrong) reads as unknown.
template <typename Enum, std::size_t Size>
QString pick(const std::array<const char *, Size> &texts, Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    if (index >= Size) {
        return QCoreApplication::translate("StateText", "unknown");
    }
    return QCoreApplication::translate("StateText", texts.at(index));
}

constexpr std::array<const char *, 9> stateTexts = {
    QT_TRANSLATE_NOOP("StateText", "Broken"),
    QT_TRANSLATE_NOOP("StateText", "Waiting for a person"),
    QT_TRANSLATE_NOOP("StateText", "Undecided"),
    QT_TRANSLATE_NOOP("StateText", "Rolled back, serving stable"),
    QT_TRANSLATE_NOOP("StateText", "Blocked by rule"),
    QT_TRANSLATE_NOOP("StateText", "Waiting for time"),
    QT_TRANSLATE_NOOP("StateText", "Advancing"),
    QT_TRANSLATE_NOOP("StateText", "Healthy"),
    QT_TRANSLATE_NOOP("StateText", "Unknown"),
};
static_assert(stateTexts.size() == static_cast<std::size_t>(ReleaseState::Unknown) + 1);

constexpr std::array<const char *, 5> verdictTexts = {
    QT_TRANSLATE_NOOP("StateText", "within limit"),     QT_TRANSLATE_NOOP("StateText", "beyond limit"),
    QT_TRANSLATE_NOOP("StateText", "cannot be judged"), QT_TRANSLATE_NOOP("StateText", "too few samples"),
    QT_TRANSLATE_NOOP("StateText", "inconclusive"),
};
static_assert(verdictTexts.size() == static_cast<std::size_t>(Verdict::Inconclusive) + 1);

constexpr std::array<const char *, 9> problemTexts = {
    "",
    QT_TRANSLATE_NOOP("StateText", "no data"),
    QT_TRANSLATE_NOOP("StateText", "not a number"),
    QT_TRANSLATE_NOOP("StateText", "infinite"),
    QT_TRANSLATE_NOOP("StateText", "stale"),
    QT_TRANSLATE_NOOP("StateText", "several series"),
    QT_TRANSLATE_NOOP("StateText", "partial answer"),
    QT_TRANSLATE_NOOP("StateText", "native histogram"),
    QT_TRANSLATE_NOOP("StateText", "query failed"),
};
static_assert(problemTexts.size() == static_cast<std::size_t>(ValueProblem::QueryFailed) + 1);

constexpr std::array<const char *, 9> freshnessTexts = {
    QT_TRANSLATE_NOOP("StateText", "never loaded"),  QT_TRANSLATE_NOOP("StateText", "loading"),
    QT_TRANSLATE_NOOP("StateText", "live"),          QT_TRANSLATE_NOOP("StateText", "polling"),
    QT_TRANSLATE_NOOP("StateText", "reconnecting"),  QT_TRANSLATE_NOOP("StateText", "stale"),
    QT_TRANSLATE_NOOP("StateText", "no permission"), QT_TRANSLATE_NOOP("StateText", "not installed"),
    QT_TRANSLATE_NOOP("StateText", "unreachable"),
};
static_assert(freshnessTexts.size() == static_cast<std::size_t>(Freshness::Unreachable) + 1);

constexpr std::array<const char *, 4> strategyTexts = {
    QT_TRANSLATE_NOOP("StateText", "Canary"),
    QT_TRANSLATE_NOOP("StateText", "Blue / green"),
    QT_TRANSLATE_NOOP("StateText", "Rolling update"),
    QT_TRANSLATE_NOOP("StateText", "Unknown strategy"),
};
static_assert(strategyTexts.size() == static_cast<std::size_t>(RolloutStrategy::Unknown) + 1);

constexpr std::array<const char *, 4> roleTexts = {
    QT_TRANSLATE_NOOP("StateText", "stable"),
    QT_TRANSLATE_NOOP("StateText", "canary"),
    QT_TRANSLATE_NOOP("StateText", "active"),
    QT_TRANSLATE_NOOP("StateText", "preview"),
};
static_assert(roleTexts.size() == static_cast<std::size_t>(RevisionRole::Preview) + 1);

constexpr std::array<const char *, 4> healthTexts = {
    QT_TRANSLATE_NOOP("StateText", "ready"),
    QT_TRANSLATE_NOOP("StateText", "starting"),
    QT_TRANSLATE_NOOP("StateText", "degraded"),
    QT_TRANSLATE_NOOP("StateText", "scaled down"),
};
static_assert(healthTexts.size() == static_cast<std::size_t>(RevisionHealth::ScaledDown) + 1);

constexpr std::array<const char *, 4> groupTexts = {
    QT_TRANSLATE_NOOP("StateText", "Needs a decision"),
    QT_TRANSLATE_NOOP("StateText", "In progress"),
    QT_TRANSLATE_NOOP("StateText", "Steady"),
    QT_TRANSLATE_NOOP("StateText", "Unreachable"),
};
static_assert(groupTexts.size() == static_cast<std::size_t>(FleetGroup::Unreachable) + 1);

constexpr std::array<const char *, 7> stepPhaseTexts = {
    QT_TRANSLATE_NOOP("StateText", "pending"),   QT_TRANSLATE_NOOP("StateText", "sent"),
    QT_TRANSLATE_NOOP("StateText", "accepted"),  QT_TRANSLATE_NOOP("StateText", "observed"),
    QT_TRANSLATE_NOOP("StateText", "effective"), QT_TRANSLATE_NOOP("StateText", "failed"),
    QT_TRANSLATE_NOOP("StateText", "skipped"),
};
static_assert(stepPhaseTexts.size() == static_cast<std::size_t>(StepPhase::Skipped) + 1);

constexpr std::array<const char *, 5> operationPhaseTexts = {
    QT_TRANSLATE_NOOP("StateText", "prepared"),          QT_TRANSLATE_NOOP("StateText", "running"),
    QT_TRANSLATE_NOOP("StateText", "done and verified"), QT_TRANSLATE_NOOP("StateText", "failed"),
    QT_TRANSLATE_NOOP("StateText", "stopped by hand"),
};
static_assert(operationPhaseTexts.size() == static_cast<std::size_t>(OperationPhase::StoppedByHand) + 1);

} // namespace

QString stateText(ReleaseState state)
{
    return pick(stateTexts, state);
}
QString verdictText(Verdict verdict)
{
    return pick(verdictTexts, verdict);
}

QString problemText(ValueProblem problem)
{
    return problem == ValueProblem::None ? QString() : pick(problemTexts, problem);
}

QString freshnessText(Freshness freshness)
{
    return pick(freshnessTexts, freshness);
}

QString freshnessText(const SourceState &source, const QDateTime &now)
{
    if (!source.since.isValid()) {
        return freshnessText(source.freshness);
    }
    switch (source.freshness) {
    case Freshness::Reconnecting:
        //: %1 is an age such as "3 m"
        return QCoreApplication::translate("StateText", "reconnecting, facts are %1 old")
            .arg(ageText(source.since, now));
    case Freshness::Stale:
        //: %1 is an age such as "3 m"
        return QCoreApplication::translate("StateText", "stale for %1").arg(ageText(source.since, now));
    case Freshness::Unreachable:
        //: %1 is an age such as "3 m"
        return QCoreApplication::translate("StateText", "unreachable for %1").arg(ageText(source.since, now));
    default:
        return freshnessText(source.freshness);
    }
}

QString strategyText(RolloutStrategy strategy)
{
    return pick(strategyTexts, strategy);
}
QString roleText(RevisionRole role)
{
    return pick(roleTexts, role);
}
QString healthText(RevisionHealth health)
{
    return pick(healthTexts, health);
}
QString fleetGroupText(FleetGroup group)
{
    return pick(groupTexts, group);
}
QString stepPhaseText(StepPhase phase)
{
    return pick(stepPhaseTexts, phase);
}
QString operationPhaseText(OperationPhase phase)
{
    return pick(operationPhaseTexts, phase);
}

QString metricTitle(const MetricRule &rule)
{
    const QString name = QLocale().name(); // en_US, zh_TW, zh_CN
    for (const QString &language : {name, name.left(2), QStringLiteral("en")}) {
        const auto found = rule.title.constFind(language);
        if (found != rule.title.cend() && !found->isEmpty()) {
            return safeText(*found);
        }
    }
    return safeText(rule.id);
}

} // namespace signalbox
