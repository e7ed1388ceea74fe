// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/interlockrules.h"

#include <QTest>

#include <functional>

using namespace signalbox;
using namespace std::chrono_literals;

namespace
{

using Kind = MoveKind;
using Change = std::function<void(Move &, InterlockFacts &)>;

const QDateTime noon(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC);
constexpr Kind everyKind[] = {Kind::Forward, Kind::Back,     Kind::Scale,
                              Kind::Destroy, Kind::Failover, Kind::Decide};

/// Everything known and good: no rule holds any move.
InterlockFacts goodFacts()
{
    InterlockFacts facts;
    facts.now = noon;
    facts.targetHealthy = true;
    facts.writablePrimaries = 1;
    facts.incidentsKnown = true;
    facts.observationOver = true;
    facts.evidenceStored = true;
    facts.targetRollbackReady = true;
    facts.capacityEnough = true;
    facts.soakDone = true;
    facts.samplesEnough = true;
    facts.budgetDeclared = true;
    facts.budgetLeft = 0.4;
    facts.stableTagsAfter = 3;
    facts.regionNotReady = false;
    facts.identityKnown = true;
    facts.clockSkew = 10ms;
    facts.ledgerReachable = true;
    return facts;
}

Override grantedFor(Interlock rule)
{
    Override entry;
    entry.rule = interlockId(rule);
    entry.reason = QStringLiteral("the vendor waits on the line");
    entry.requester = QStringLiteral("lin");
    entry.secondPerson = QStringLiteral("chen");
    entry.requested = noon.addSecs(-120);
    entry.granted = noon.addSecs(-60);
    entry.until = noon.addSecs(600);
    return entry;
}

} // namespace

Q_DECLARE_METATYPE(signalbox::Interlock)
Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(std::function<void(signalbox::Override &)>)
Q_DECLARE_METATYPE(QVector<signalbox::MoveKind>)

class InterlockRulesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingHoldsWhenAllIsKnownAndGood()
    {
        for (const Kind kind : everyKind) {
            Move move;
            move.kind = kind;
            const InterlockVerdict verdict = askInterlocks(move, goodFacts(), {});
            QVERIFY2(verdict.allowed(), qPrintable(QString::number(static_cast<int>(kind))));
            QVERIFY(verdict.setAside.isEmpty());
        }
    }

    void nothingKnownHoldsForwardButNotBack()
    {
        Move forward;
        const InterlockVerdict verdict = askInterlocks(forward, InterlockFacts{}, {});
        QVERIFY(!verdict.allowed());
        InterlockFacts facts;
        facts.identityKnown = true; // the one thing going back cannot do without
        Move back;
        back.kind = Kind::Back;
        QVERIFY(askInterlocks(back, facts, {}).allowed());
    }

    void eachRuleHolds_data()
    {
        QTest::addColumn<Interlock>("rule");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QVector<Kind>>("kinds"); ///< moves it holds; every other passes
        using I = Interlock;
        const QVector<Kind> forward{Kind::Forward};
        const auto row = [](const char *name, I rule, const QVector<Kind> &kinds, const Change &change) {
            QTest::newRow(name) << rule << change << kinds;
        };
        row("01 target unhealthy", I::TargetHealthy, {Kind::Forward, Kind::Back},
            [](auto &, auto &facts) { facts.targetHealthy = false; });
        row("01 target health unknown", I::TargetHealthy, forward,
            [](auto &, auto &facts) { facts.targetHealthy.reset(); });
        row("01 but the present side is worse", I::TargetHealthy, {}, [](auto &, auto &facts) {
            facts.targetHealthy = false;
            facts.presentSideWorse = true;
        });
        row("02 sum is not 100", I::TrafficServed, QVector<Kind>(std::begin(everyKind), std::end(everyKind)),
            [](auto &move, auto &) {
                move.weightsAfter = {60, 30};
            });
        row("02 nobody serves", I::TrafficServed, QVector<Kind>(std::begin(everyKind), std::end(everyKind)),
            [](auto &move, auto &) {
                move.weightsAfter = {0, 0};
            });
        row("02 negative", I::TrafficServed, QVector<Kind>(std::begin(everyKind), std::end(everyKind)),
            [](auto &move, auto &) {
                move.weightsAfter = {150, -50};
            });
        row("02 all well", I::TrafficServed, {}, [](auto &move, auto &) { move.weightsAfter = {75, 25}; });
        row("03 locked", I::OneOperation,
            {Kind::Forward, Kind::Back, Kind::Scale, Kind::Destroy, Kind::Failover},
            [](auto &, auto &facts) { facts.lockedBy = QStringLiteral("chen"); });
        row("04 two primaries", I::OnePrimary, {Kind::Failover},
            [](auto &, auto &facts) { facts.writablePrimaries = 2; });
        row("04 primaries unknown", I::OnePrimary, {Kind::Failover},
            [](auto &, auto &facts) { facts.writablePrimaries.reset(); });
        row("05 own request", I::FourEyes, {Kind::Decide},
            [](auto &, auto &facts) { facts.decidesOwn = true; });
        row("06 stale evidence", I::FreshEvidence, forward,
            [](auto &, auto &facts) { facts.unknownEvidence = {QStringLiteral("S1-PRE-I1")}; });
        row("07 other plan", I::BoundApproval, forward,
            [](auto &, auto &facts) { facts.approvalsMatch = false; });
        row("08 expired", I::NotExpired, forward, [](auto &, auto &facts) { facts.approvalExpired = true; });
        row("09 frozen", I::NoOpenTrouble, forward, [](auto &, auto &facts) { facts.frozen = true; });
        row("09 incident", I::NoOpenTrouble, forward,
            [](auto &, auto &facts) { facts.openIncident = QStringLiteral("login down"); });
        row("09 limit breached", I::NoOpenTrouble, forward,
            [](auto &, auto &facts) { facts.breachedLimit = QStringLiteral("error-rate"); });
        row("09 alerts unread", I::NoOpenTrouble, forward,
            [](auto &, auto &facts) { facts.incidentsKnown.reset(); });
        row("10 freeze", I::CalendarOpen, forward, [](auto &, auto &facts) {
            facts.closed = Closure{QStringLiteral("eve"), {}, {}, {}};
        });
        row("10 freeze, emergency", I::CalendarOpen, {}, [](auto &move, auto &facts) {
            move.emergency = true;
            facts.closed = Closure{QStringLiteral("eve"), {}, {}, {}};
        });
        row("11 order", I::OrderKept, {Kind::Forward, Kind::Back, Kind::Scale, Kind::Destroy, Kind::Failover},
            [](auto &, auto &facts) { facts.mustComeFirst = QStringLiteral("CPU plane"); });
        row("12 observation", I::OldKept, {Kind::Destroy},
            [](auto &, auto &facts) { facts.observationOver = false; });
        row("12 incident", I::OldKept, {Kind::Destroy}, [](auto &move, auto &facts) {
            if (move.kind == Kind::Destroy) {
                facts.openIncident = QStringLiteral("login down");
            }
        });
        row("12 evidence", I::OldKept, {Kind::Destroy},
            [](auto &, auto &facts) { facts.evidenceStored = false; });
        row("12 target", I::OldKept, {Kind::Destroy},
            [](auto &, auto &facts) { facts.targetRollbackReady = false; });
        row("13 capacity", I::TargetCapacity, {Kind::Back},
            [](auto &, auto &facts) { facts.capacityEnough = false; });
        row("13 capacity unknown", I::TargetCapacity, {},
            [](auto &, auto &facts) { facts.capacityEnough.reset(); });
        row("14 soak", I::SoakAndSamples, forward, [](auto &, auto &facts) { facts.soakDone = false; });
        row("14 soak unknown", I::SoakAndSamples, forward,
            [](auto &, auto &facts) { facts.soakDone.reset(); });
        row("14 samples unknown", I::SoakAndSamples, forward,
            [](auto &, auto &facts) { facts.samplesEnough.reset(); });
        row("14 not before the first step", I::SoakAndSamples, {}, [](auto &move, auto &facts) {
            move.startsRelease = true;
            facts.soakDone.reset();
        });
        row("15 silence", I::NeverOnSilence, QVector<Kind>(std::begin(everyKind), std::end(everyKind)),
            [](auto &move, auto &facts) {
                move.automatic = true;
                facts.onSilence = true;
            });
        row("15 silence, by hand", I::NeverOnSilence, {},
            [](auto &, auto &facts) { facts.onSilence = true; });
        row("16 flapping", I::NoFlapping, forward, [](auto &, auto &facts) { facts.sinceOpposite = 59s; });
        row("16 waited", I::NoFlapping, {}, [](auto &, auto &facts) { facts.sinceOpposite = 60s; });
        row("16 cooldown", I::NoFlapping, {Kind::Scale},
            [](auto &, auto &facts) { facts.sinceScaling = 899s; });
        row("16 cooled down", I::NoFlapping, {}, [](auto &, auto &facts) { facts.sinceScaling = 900s; });
        row("17 spent", I::BudgetLeft, forward, [](auto &, auto &facts) { facts.budgetLeft = 0; });
        row("17 unknown", I::BudgetLeft, forward, [](auto &, auto &facts) { facts.budgetLeft.reset(); });
        row("17 emergency", I::BudgetLeft, {}, [](auto &move, auto &facts) {
            move.emergency = true;
            facts.budgetLeft = -0.2;
        });
        row("17 none declared", I::BudgetLeft, {}, [](auto &, auto &facts) {
            facts.budgetDeclared = false;
            facts.budgetLeft.reset();
        });
        row("18 tags", I::StableTagsKept, QVector<Kind>(std::begin(everyKind), std::end(everyKind)),
            [](auto &move, auto &facts) {
                move.startsRelease = true;
                facts.stableTagsAfter = 2;
            });
        row("19 irreversible", I::ForwardOnlyKnown, forward,
            [](auto &, auto &facts) { facts.irreversible = true; });
        row("19 acknowledged", I::ForwardOnlyKnown, {}, [](auto &, auto &facts) {
            facts.irreversible = true;
            facts.forwardOnlyAcknowledged = true;
        });
        row("20 region", I::RegionReady, {Kind::Failover},
            [](auto &, auto &facts) { facts.regionNotReady = true; });
        row("20 unknown is advice", I::RegionReady, {},
            [](auto &, auto &facts) { facts.regionNotReady.reset(); });
        row("21 drill", I::DrillContained, QVector<Kind>(std::begin(everyKind), std::end(everyKind)),
            [](auto &move, auto &facts) {
                move.drill = true;
                facts.touchesProduction = true;
            });
        row("22 identity", I::SelfKnown, QVector<Kind>(std::begin(everyKind), std::end(everyKind)),
            [](auto &, auto &facts) { facts.identityKnown = false; });
        row("22 skew unknown", I::SelfKnown, {Kind::Forward, Kind::Scale, Kind::Destroy, Kind::Decide},
            [](auto &, auto &facts) { facts.clockSkew.reset(); });
        row("22 skew of six seconds", I::SelfKnown, {Kind::Forward, Kind::Scale, Kind::Destroy, Kind::Decide},
            [](auto &, auto &facts) { facts.clockSkew = -6s; });
        row("22 skew of five seconds", I::SelfKnown, {}, [](auto &, auto &facts) { facts.clockSkew = 5s; });
        row("23 ledger down", I::Recorded, {Kind::Forward, Kind::Scale, Kind::Destroy, Kind::Decide},
            [](auto &, auto &facts) { facts.ledgerReachable = false; });
        row("24 automation", I::PeopleDecide, {Kind::Decide},
            [](auto &, auto &facts) { facts.automationActs = true; });
    }

    /// Each rule holds exactly the moves it is for, gives its own reason, and is set aside by exactly the
    /// ceremony its type asks for.
    void eachRuleHolds()
    {
        QFETCH(Interlock, rule);
        QFETCH(Change, change);
        QFETCH(QVector<Kind>, kinds);
        for (const Kind kind : everyKind) {
            Move move;
            move.kind = kind;
            InterlockFacts facts = goodFacts();
            change(move, facts);
            const InterlockVerdict verdict = askInterlocks(move, facts, {});
            const auto hold = std::find_if(verdict.holds.cbegin(), verdict.holds.cend(),
                                           [&](const InterlockHold &entry) { return entry.rule == rule; });
            const QByteArray where = "move " + QByteArray::number(static_cast<int>(kind));
            QVERIFY2((hold != verdict.holds.cend()) == kinds.contains(kind), where.constData());
            const InterlockVerdict again = askInterlocks(move, facts, {grantedFor(rule)});
            const bool mayBeSetAside = interlockType(rule) != InterlockType::Absolute;
            const bool aside = std::any_of(again.setAside.cbegin(), again.setAside.cend(),
                                           [&](const InterlockHold &entry) { return entry.rule == rule; });
            QCOMPARE(aside, mayBeSetAside && kinds.contains(kind));
            QCOMPARE(again.holds.size() + again.setAside.size(), verdict.holds.size());
        }
    }

    void missingEvidenceIsNamedInEveryLanguage()
    {
        InterlockFacts facts = goodFacts();
        const LocalText nodes{QStringLiteral("Nodes"), QStringLiteral("節點"), QStringLiteral("节点")};
        facts.unknownEvidence = {nodes.packed(), QStringLiteral("S1-PRE-I2")};
        const InterlockVerdict verdict = askInterlocks(Move(), facts, {});
        QCOMPARE(verdict.holds.size(), 1);
        const LocalText said = LocalText::unpacked(verdict.holds.constFirst().reason.args.value(0));
        QCOMPARE(said.en, QStringLiteral("Nodes, S1-PRE-I2"));
        QCOMPARE(said.zhTw, QStringLiteral("節點、S1-PRE-I2"));
        QCOMPARE(said.zhCn, QStringLiteral("节点、S1-PRE-I2"));
    }

    void everyRuleHasARow()
    {
        QCOMPARE(interlockId(Interlock::TargetHealthy), QStringLiteral("INV-01"));
        QCOMPARE(interlockId(Interlock::PeopleDecide), QStringLiteral("INV-24"));
        for (int number = 1; number <= 24; ++number) {
            const auto rule = static_cast<Interlock>(number);
            QCOMPARE(interlockOfId(interlockId(rule)), std::optional(rule));
        }
        QVERIFY(!interlockOfId(QStringLiteral("INV-25")));
        QVERIFY(!interlockOfId(QString()));
    }

    void ceremony_data()
    {
        QTest::addColumn<Interlock>("rule");
        QTest::addColumn<std::function<void(Override &)>>("change");
        QTest::addColumn<bool>("setsAside");
        using I = Interlock;
        const auto row = [](const char *name, I rule, bool sets, std::function<void(Override &)> change) {
            QTest::newRow(name) << rule << std::move(change) << sets;
        };
        const auto asIs = [](Override &) {};
        const auto alone = [](Override &entry) { entry.secondPerson.clear(); };
        row("break-glass by two", I::CalendarOpen, true, asIs);
        row("break-glass by one", I::CalendarOpen, false, alone);
        row("break-glass twice the same person", I::CalendarOpen, false,
            [](Override &entry) { entry.secondPerson = entry.requester; });
        row("without a reason", I::CalendarOpen, false,
            [](Override &entry) { entry.reason = QStringLiteral(" "); });
        row("not granted yet", I::CalendarOpen, false, [](Override &entry) { entry.granted = QDateTime(); });
        row("granted in the future", I::CalendarOpen, false,
            [](Override &entry) { entry.granted = noon.addSecs(1); });
        row("over", I::CalendarOpen, false, [](Override &entry) { entry.until = noon; });
        row("asks for a day, older than an hour", I::CalendarOpen, false, [](Override &entry) {
            entry.granted = noon.addSecs(-3600);
            entry.until = noon.addDays(1);
        });
        row("asks for a day, within the hour", I::CalendarOpen, true, [](Override &entry) {
            entry.granted = noon.addSecs(-3599);
            entry.until = noon.addDays(1);
        });
        row("another rule", I::CalendarOpen, false,
            [](Override &entry) { entry.rule = QStringLiteral("INV-09"); });
        row("single by one", I::NoFlapping, true, alone);
        row("absolute by two", I::FreshEvidence, false, asIs);
    }

    void ceremony()
    {
        QFETCH(Interlock, rule);
        QFETCH(std::function<void(Override &)>, change);
        QFETCH(bool, setsAside);
        Override entry = grantedFor(rule);
        change(entry);
        QCOMPARE(overrideOf({entry}, rule, noon) != nullptr, setsAside);
    }
};

QTEST_APPLESS_MAIN(InterlockRulesTest)
#include "interlockrules_test.moc"
