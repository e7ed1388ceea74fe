// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/jsontext.h"
#include "backends/drill/planmaps.h"

#include <QTest>

using namespace signalbox::drill;

/// The drill's release plans as a cluster serves them.
class PlanMapsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soakIsShortened_data()
    {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<double>("speed");
        QTest::addColumn<QString>("shorter");
        const auto row = [](const char *name, const char *plan, double speed, const char *shorter) {
            QTest::newRow(name) << QString::fromLatin1(plan) << speed << QString::fromLatin1(shorter);
        };
        row("minutes", "minimumSoak: 10m", 60, "minimumSoak: 10s");
        row("hours", "minimumSoak: 1h }", 60, "minimumSoak: 60s }");
        row("at least a second", "minimumSoak: 5s", 100, "minimumSoak: 1s");
        row("as it is", "minimumSoak: 5m", 1, "minimumSoak: 300s");
        row("people's time stays", "answerTime: 30m\nminimumSoak:  2m\ntimeout: 24h", 2,
            "answerTime: 30m\nminimumSoak:  60s\ntimeout: 24h");
    }

    void soakIsShortened()
    {
        QFETCH(QString, plan);
        QFETCH(double, speed);
        QTEST(withShorterSoak(plan, speed), "shorter");
    }

    void theShopHasItsPlan()
    {
        const auto maps = planManifests(60);
        QCOMPARE(maps.size(), 1);
        const Json &map = maps.constFirst().object;
        QCOMPARE(maps.constFirst().typeKey, QStringLiteral("/configmaps"));
        QCOMPARE(text(map, {"metadata", "namespace"}), QStringLiteral("shop"));
        QCOMPARE(text(map, {"metadata", "labels", "signalbox.dev/plan"}), QStringLiteral("true"));
        QVERIFY(text(map, {"data", "shop.yaml"}).contains(QStringLiteral("minimumSoak: 10s")));
    }
};

QTEST_GUILESS_MAIN(PlanMapsTest)
#include "planmaps_test.moc"
