// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/releasederivation.h"
#include "tests/support/rowbuilders.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

using Weight = std::optional<int>;

struct World {
    RolloutRow row = pausedCanary();
    QVector<ReplicaSetRow> sets{replicaSet(QStringLiteral("u-cart"), QStringLiteral("old"), 1, 4),
                                replicaSet(QStringLiteral("u-cart"), QStringLiteral("new"), 2, 1)};
    QVector<RouteRow> routes;
    QVector<ServiceRow> services;
    CanaryWeights weights() const
    {
        ReleaseFacts facts;
        facts.now = at(10, 0, 30);
        for (const auto &each : sets) {
            facts.replicaSets.append(&each);
        }
        for (const auto &each : routes) {
            facts.routes.append(&each);
        }
        for (const auto &each : services) {
            facts.services.append(&each);
        }
        return deriveRollout(ClusterId(QStringLiteral("prod")), row, facts).weights;
    }
};

RouteRow route(const QString &name, const QVector<RouteRule> &rules)
{
    RouteRow row;
    row.meta = meta(QStringLiteral("vs-") + name, name);
    row.rules = rules;
    return row;
}

RouteRule split(int stable, int canary, bool match = false)
{
    return {QStringLiteral("primary"),
            match,
            {{QStringLiteral("cart-stable"), {}, stable}, {QStringLiteral("cart-canary"), {}, canary}}};
}

World routed()
{
    World world;
    world.row.hasTrafficRouting = true;
    world.row.reportedCanaryWeight = 20;
    return world;
}

} // namespace

class RolloutWeightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void set_data();
    void set();
    void reportedWithoutRouter();
    void reportedByRouter();
    void routed_data();
    void routed();
    void blueGreen();
};

void RolloutWeightsTest::set_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("abort");
    QTest::addColumn<Weight>("expected");
    // setWeight 20, pause, setWeight 50, pause, setWeight 100
    QTest::newRow("at the first step") << 0 << false << Weight(20);
    QTest::newRow("at the pause after it") << 1 << false << Weight(20);
    QTest::newRow("at the second weight") << 2 << false << Weight(50);
    QTest::newRow("at the last step") << 4 << false << Weight(100);
    QTest::newRow("all done") << 5 << false << Weight(100);
    QTest::newRow("aborted") << 2 << true << Weight(0);
}

void RolloutWeightsTest::set()
{
    QFETCH(int, index);
    QFETCH(bool, abort);
    World world;
    world.row.currentStepIndex = index;
    world.row.abort = abort;
    QTEST(world.weights().set, "expected");
    // The router's own scale is turned into percent.
    world.row.maxTrafficWeight = 1000;
    for (auto &step : world.row.steps) {
        step.weight *= 10;
    }
    QTEST(world.weights().set, "expected");
}

void RolloutWeightsTest::reportedWithoutRouter()
{
    World world;
    QCOMPARE(world.weights().reported, Weight(20)); // 1 of 5
    world.row.availableReplicas = 0;
    QCOMPARE(world.weights().reported, Weight(0));
    world.sets.removeLast();
    QCOMPARE(world.weights().reported, Weight());
    world.row.steps.removeFirst(); // no weight before the current step
    world.row.currentStepIndex = 0;
    QCOMPARE(world.weights().set, Weight(0));
    world.row = healthyRollout();
    QCOMPARE(world.weights().reported, Weight(100));
    QCOMPARE(world.weights().set, Weight(100));
    QCOMPARE(world.weights().routed, Weight());
}

void RolloutWeightsTest::reportedByRouter()
{
    World world = ::routed();
    world.row.reportedCanaryWeight = 15;
    QCOMPARE(world.weights().reported, Weight(15));
    world.row.maxTrafficWeight = 1000;
    QCOMPARE(world.weights().reported, Weight(1));
    world.row.reportedCanaryWeight.reset();
    QCOMPARE(world.weights().reported, Weight()); // not written is not known
    // After the promotion the router says canary 0, and the new version has everything.
    world.row = healthyRollout();
    world.row.hasTrafficRouting = true;
    world.row.reportedCanaryWeight = 0;
    QCOMPARE(world.weights().reported, Weight(100));
}

void RolloutWeightsTest::routed_data()
{
    QTest::addColumn<QVector<RouteRow>>("routes");
    QTest::addColumn<Weight>("expected");
    using Routes = QVector<RouteRow>;
    QTest::newRow("none") << Routes{} << Weight();
    QTest::newRow("split") << Routes{route(QStringLiteral("cart"), {split(75, 25)})} << Weight(25);
    QTest::newRow("no sum of 100") << Routes{route(QStringLiteral("cart"), {split(3, 1)})} << Weight(25);
    QTest::newRow("all zero") << Routes{route(QStringLiteral("cart"), {split(0, 0)})} << Weight();
    QTest::newRow("header match is no split")
        << Routes{route(QStringLiteral("cart"), {split(0, 100, true), split(90, 10)})} << Weight(10);
    QTest::newRow("strangers") << Routes{route(QStringLiteral("web"),
                                               {{QString(), false, {{QStringLiteral("web"), {}, 100}}}})}
                               << Weight();
    QTest::newRow("full host name") << Routes{route(
                                           QStringLiteral("cart"),
                                           {{QString(),
                                             false,
                                             {{QStringLiteral("cart-stable.shop.svc.cluster.local"), {}, 60},
                                              {QStringLiteral("cart-canary.shop"), {}, 40}}}})}
                                    << Weight(40);
    QTest::newRow("only stable, weight left out")
        << Routes{route(QStringLiteral("cart"),
                        {{QString(), false, {{QStringLiteral("cart-stable"), {}, 0}}}})}
        << Weight(0);
    QTest::newRow("subsets") << Routes{route(QStringLiteral("cart"),
                                             {{QString(),
                                               false,
                                               {{QStringLiteral("cart"), QStringLiteral("stable"), 70},
                                                {QStringLiteral("cart"), QStringLiteral("canary"), 30}}}})}
                             << Weight(30);
    QTest::newRow("third destination cannot be told")
        << Routes{route(QStringLiteral("cart"),
                        {{QString(),
                          false,
                          {{QStringLiteral("cart-canary"), {}, 50}, {QStringLiteral("mystery"), {}, 50}}}})}
        << Weight();
}

void RolloutWeightsTest::routed()
{
    QFETCH(QVector<RouteRow>, routes);
    World world = ::routed();
    world.routes = routes;
    QTEST(world.weights().routed, "expected");
    if (!routes.isEmpty()) {
        world.row.virtualServices = {QStringLiteral("another")};
        QCOMPARE(world.weights().routed, Weight());
        world.row.virtualServices = {routes.first().meta.name};
        QTEST(world.weights().routed, "expected");
    }
    // What a Service really selects beats what it is called: here the two have swapped roles.
    world.routes = {route(QStringLiteral("cart"), {split(75, 25)})};
    world.row.virtualServices.clear();
    world.services = {service(QStringLiteral("cart-stable"), QStringLiteral("new")),
                      service(QStringLiteral("cart-canary"), QStringLiteral("old"))};
    QCOMPARE(world.weights().routed, Weight(75));
    world.row.hasTrafficRouting = false;
    QCOMPARE(world.weights().routed, Weight());
}

void RolloutWeightsTest::blueGreen()
{
    World world;
    world.row = blueGreenRollout();
    QCOMPARE(world.weights().set, Weight());
    QCOMPARE(world.weights().reported, Weight(0));
    QCOMPARE(world.weights().routed, Weight(0));
    // The Service has switched before the status says so.
    world.services = {service(QStringLiteral("cart-active"), QStringLiteral("new"))};
    QCOMPARE(world.weights().reported, Weight(0));
    QCOMPARE(world.weights().routed, Weight(100));
}

QTEST_GUILESS_MAIN(RolloutWeightsTest)
#include "rolloutweights_test.moc"
