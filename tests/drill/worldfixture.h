// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/clusterseeder.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/releasemanifests.h"
#include "backends/drill/scenarioparser.h"
#include "backends/drill/simulatedclock.h"
#include "backends/drill/standardtypes.h"
#include "backends/drill/world.h"
#include "backends/drill/worldkinds.h"

#include <QString>

namespace signalbox::drill
{

/// A clock that stands still: the simulated one moves.
class StandingClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override { return {QDate(2026, 3, 1), QTime(12, 0), Qt::UTC}; }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return {}; }
};

/// A cluster without a server, moved by hand. The scenario's first cluster is filled with its releases' first
/// versions; time starts there.
class WorldFixture
{
public:
    explicit WorldFixture(const QByteArray &yaml)
        : clock(real)
        , store(clock)
        , world(store, clock, setupFrom(yaml))
    {
        registerStandardTypes(store);
        clock.hold(real.nowUtc());
        for (const Manifest &manifest : clusterManifests(world.setup().cluster))
            create(manifest.typeKey, manifest.object);
        for (const ScenarioRelease &release : world.setup().cluster.releases) {
            for (const Manifest &manifest : releaseManifests(release, 1))
                create(manifest.typeKey, manifest.object);
        }
        advance(60);
    }

    static World::Setup setupFrom(const QByteArray &yaml)
    {
        const auto scenario = parseScenario(yaml, QStringLiteral("fixture.yaml"));
        if (!scenario)
            qFatal("%s", qPrintable(scenario.error().detail));
        return {scenario->clusters.first(), 5, 1, 300};
    }

    void create(const QString &typeKey, const Json &object)
    {
        const auto created = store.create(typeKey, object);
        if (!created)
            qFatal("%s", qPrintable(created.error().detail));
    }

    /// Lets this much simulated time pass, one due thing after the other.
    void advance(double seconds)
    {
        const QDateTime until = clock.nowUtc().addMSecs(static_cast<qint64>(seconds * 1000));
        world.runDue();
        while (const auto wait = world.untilNext()) {
            const QDateTime next = clock.nowUtc().addMSecs(std::max<qint64>(1, wait->count()));
            if (next > until)
                break;
            clock.hold(next);
            world.runDue();
        }
        clock.hold(until);
    }

    Json rollout(const char *name = "app") const { return get(kinds::rollouts(), name); }
    Json get(const QString &typeKey, const char *name) const
    {
        const auto found = store.find(typeKey, QStringLiteral("shop"), QString::fromLatin1(name));
        return found ? *found : Json();
    }
    QString phase(const char *name = "app") const { return text(rollout(name), {"status", "phase"}); }
    int step() const { return static_cast<int>(number(rollout(), {"status", "currentStepIndex"}, -1)); }
    int weight() const
    {
        const Json route = get(kinds::virtualServices(), "app");
        return static_cast<int>(number(route["spec"]["http"][0]["route"][1], {"weight"}, -1));
    }
    QString selected(const char *service) const
    {
        return text(get(kinds::services(), service), {"spec", "selector", "rollouts-pod-template-hash"});
    }
    int pods(const QString &hash) const
    {
        int count = 0;
        for (const auto &pod : store.list(kinds::pods(), QStringLiteral("shop")))
            count += text(*pod, {"metadata", "labels", "rollouts-pod-template-hash"}) == hash ? 1 : 0;
        return count;
    }
    bool hasEvent(const char *reason) const
    {
        for (const auto &event : store.list(kinds::events())) {
            if (text(*event, {"reason"}) == QLatin1String(reason))
                return true;
        }
        return false;
    }

    void setImage(const QString &version, const QString &typeKey = kinds::rollouts())
    {
        edit(typeKey, [&](Json &it) {
            it["spec"]["template"]["spec"]["containers"][0]["image"] =
                "registry/app:" + version.toStdString();
        });
        advance(0);
    }
    /// As a merge patch of the object or of its status.
    void patch(const char *json)
    {
        edit(kinds::rollouts(), [&](Json &it) { it.merge_patch(Json::parse(json)); });
        advance(0);
    }
    void edit(const QString &typeKey, const std::function<void(Json &)> &change)
    {
        const auto written = store.edit(typeKey, QStringLiteral("shop"), QStringLiteral("app"), change);
        if (!written)
            qFatal("%s", qPrintable(written.error().detail));
    }

    StandingClock real;
    SimulatedClock clock;
    ObjectStore store;
    World world;
};

} // namespace signalbox::drill
