// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/clusterseeder.h"

#include "backends/drill/durationscale.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/planmaps.h"
#include "backends/drill/releasemanifests.h"
#include "backends/drill/worldkinds.h"

#include <QSet>

#include <algorithm>

namespace signalbox::drill
{

namespace
{

constexpr int bigCluster = 1500; // pods; above it pods are born ready, as there is no past worth living

int podsOf(const ScenarioCluster &cluster)
{
    int pods = 0;
    for (const ScenarioRelease &release : cluster.releases)
        pods += release.replicas * release.copies;
    return pods;
}

/// The next multiple of the step.
QDateTime aligned(const QDateTime &at, Milliseconds step)
{
    const qint64 ms = at.toMSecsSinceEpoch();
    return QDateTime::fromMSecsSinceEpoch((ms + step.count() - 1) / step.count() * step.count(), Qt::UTC);
}

} // namespace

Milliseconds PastPlan::stepAt(Milliseconds age) const
{
    using namespace std::chrono_literals;
    if (evenStep)
        return *evenStep;
    return age <= 15min ? 2s : age <= 30min ? 5s : 10s;
}

ClusterSeeder::ClusterSeeder(World &world, SimulatedClock &clock)
    : m_world(world)
    , m_clock(clock)
{
}

QDateTime ClusterSeeder::timeOf(const ScenarioRelease &release, qsizetype index, const PastPlan &past) const
{
    const ScenarioStep &step = release.history.at(index);
    // The faster time runs, the shorter a release takes, so one under way began that much later. What was
    // promoted before has been there all along, so that charts have its past. Each version needs time to get
    // ready.
    const qint64 least = 75'000 * (release.history.size() - index);
    const double speed = step.throughSteps ? std::max(1.0, m_world.setup().speed) : 1.0;
    const qint64 ago = std::max(least, static_cast<qint64>(static_cast<double>(step.ago.count()) / speed));
    return past.now.addMSecs(
        -std::min(std::max<qint64>(ago, 1000), static_cast<qint64>(past.length.count()) - 10'000));
}

Result<Done> ClusterSeeder::create(const QString &typeKey, const Json &object)
{
    const auto created = m_world.store().create(typeKey, object);
    if (!created)
        return tl::unexpected(created.error());
    return Done{};
}

Result<Done> ClusterSeeder::createManifest(const Json &manifest)
{
    const QString apiVersion = text(manifest, {"apiVersion"});
    const QString group =
        apiVersion.contains(QLatin1Char('/')) ? apiVersion.section(QLatin1Char('/'), 0, 0) : QString();
    const QString kind = text(manifest, {"kind"});
    for (const ResourceType &type : m_world.store().types()) {
        if (type.group != group || type.kind != kind)
            continue;
        Json object = manifest;
        scaleDurations(object, m_world.setup().speed);
        return create(type.key(), object);
    }
    return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration,
                   QStringLiteral("manifests: the drill serves no %1 %2").arg(apiVersion, kind));
}

Result<Done> ClusterSeeder::setVersion(const ScenarioRelease &release, const ScenarioStep &step)
{
    const QString key = release.rollout ? kinds::rollouts() : kinds::deployments();
    const auto written = m_world.store().edit(key, release.namespaceName, release.name, [&](Json &it) {
        Json &containers = it["spec"]["template"]["spec"]["containers"];
        if (containers.is_array() && !containers.empty())
            containers[0]["image"] = jsonText(imageOf(release, step.version));
    });
    if (!written)
        return tl::unexpected(written.error());
    if (!release.rollout || step.throughSteps)
        return Done{};
    m_world.runDue(); // a wish for full promotion counts only for a version that was seen
    const auto promoted = m_world.store().edit(key, release.namespaceName, release.name,
                                               [](Json &it) { it["status"]["promoteFull"] = true; });
    if (!promoted)
        return tl::unexpected(promoted.error());
    return Done{};
}

void ClusterSeeder::planRelease(const ScenarioRelease &release, const PastPlan &past, QVector<Act> &acts)
{
    const QDateTime first = timeOf(release, 0, past);
    for (const Manifest &manifest : releaseManifests(release, m_world.setup().speed))
        acts.append({first, [this, manifest] { return create(manifest.typeKey, manifest.object); }});
    for (qsizetype i = 1; i < release.history.size(); ++i) {
        const ScenarioStep step = release.history.at(i);
        acts.append({timeOf(release, i, past), [this, release, step] { return setVersion(release, step); }});
    }
}

QVector<ClusterSeeder::Act> ClusterSeeder::plan(const PastPlan &past)
{
    const ScenarioCluster &cluster = m_world.setup().cluster;
    const double speed = m_world.setup().speed;
    const QDateTime start = past.now.addMSecs(-past.length.count());
    QVector<Act> acts;
    for (const Manifest &manifest : clusterManifests(cluster))
        acts.append({start, [this, manifest] { return create(manifest.typeKey, manifest.object); }});
    QSet<QString> namespaces;
    for (const ScenarioRelease &release : cluster.releases) {
        if (release.rollout && !namespaces.contains(release.namespaceName)) {
            namespaces.insert(release.namespaceName);
            for (const Manifest &manifest : analysisManifests(release.namespaceName, speed))
                acts.append({start, [this, manifest] { return create(manifest.typeKey, manifest.object); }});
        }
    }
    if (m_world.setup().plans && namespaces.contains(QStringLiteral("shop"))) {
        for (const Manifest &manifest : planManifests(speed))
            acts.append({start, [this, manifest] { return create(manifest.typeKey, manifest.object); }});
    }
    for (const Json &manifest : cluster.manifests)
        acts.append({start, [this, manifest] { return createManifest(manifest); }});
    for (const ScenarioRelease &release : cluster.releases) {
        for (int copy = 1; copy <= release.copies; ++copy) {
            ScenarioRelease one = release;
            if (release.copies > 1)
                one.name += QLatin1Char('-') + QString::number(copy);
            planRelease(one, past, acts);
        }
    }
    std::stable_sort(acts.begin(), acts.end(), [](const Act &a, const Act &b) { return a.at < b.at; });
    return acts;
}

void ClusterSeeder::sample(const PastPlan &past, QByteArray &history)
{
    const QDateTime now = m_clock.nowUtc();
    m_world.flow(now);
    const bool withState = m_nextState <= now;
    appendHistory(history, withState ? m_world.metrics() : m_world.workloadMetrics(),
                  static_cast<double>(now.toMSecsSinceEpoch()) / 1000.0);
    m_nextSample = aligned(now.addMSecs(1), past.stepAt(between(now, past.now)));
    if (withState)
        m_nextState = now.addMSecs(past.stateStep.count());
}

void ClusterSeeder::advanceTo(const QDateTime &until, const PastPlan &past, QByteArray &history)
{
    m_world.runDue();
    while (true) {
        QDateTime next = until;
        if (const auto wait = m_world.untilNext())
            next = std::min(next, m_clock.nowUtc().addMSecs(std::max<qint64>(1, wait->count())));
        next = std::min(next, std::max(m_nextSample, m_clock.nowUtc()));
        m_clock.hold(next);
        if (m_nextSample <= next)
            sample(past, history);
        m_world.runDue();
        if (next >= until)
            return;
    }
}

Result<Done> ClusterSeeder::live(const PastPlan &past, QByteArray &history)
{
    PastPlan own = past;
    const bool big = podsOf(m_world.setup().cluster) > bigCluster;
    if (big) {
        own.length = std::min(own.length, Milliseconds(30 * 60 * 1000));
        own.evenStep = own.stateStep = Milliseconds(60'000);
        m_world.pace().instantPods = true;
    }
    const QDateTime start = own.now.addMSecs(-own.length.count());
    m_clock.hold(start);
    m_nextSample = m_nextState = start;
    const QVector<Act> acts = plan(own);
    for (const Act &act : acts) {
        if (act.at > m_clock.nowUtc())
            advanceTo(act.at, own, history);
        const auto done = act.run();
        if (!done) {
            m_clock.release();
            return done;
        }
    }
    advanceTo(own.now, own, history);
    // Foreseen, so that charts have no hole until the first scrape.
    const Milliseconds step = std::min(Milliseconds(1000), own.lead);
    const QDateTime end = m_clock.realNowUtc().addMSecs(own.lead.count());
    for (QDateTime at = own.now.addMSecs(step.count()); step.count() > 0 && at <= end;
         at = at.addMSecs(step.count())) {
        m_world.flow(at);
        appendHistory(history, m_world.metrics(), static_cast<double>(at.toMSecsSinceEpoch()) / 1000.0);
    }
    m_world.pace().instantPods = false;
    m_clock.release();
    return Done{};
}

} // namespace signalbox::drill
