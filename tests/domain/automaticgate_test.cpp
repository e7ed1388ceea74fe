// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/automaticgate.h"
#include "tests/domain/decisionfixture.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

/// Five minutes' delay, a look every minute, green for three; 20 minutes in all, good for an hour.
GateRule automatic()
{
    GateRule rule;
    rule.kind = GateKind::Automatic;
    rule.conditions = {str("errors"), str("latency")};
    rule.startDelay = std::chrono::minutes(5);
    rule.interval = std::chrono::minutes(1);
    rule.steady = std::chrono::minutes(3);
    rule.timeout = std::chrono::minutes(20);
    rule.validity = std::chrono::minutes(60);
    return rule;
}

/// One letter a minute from the opening on: g both green, e errors fail, l latency fails, u one is unknown,
/// m one is missing, space: nobody looked.
GateSampling sampling(const QString &letters)
{
    GateSampling result;
    result.opened = minute(0);
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const char letter = letters.at(i).toLatin1();
        if (letter == ' ') {
            continue;
        }
        const auto is = [&](char bad, CheckResult otherwise) {
            return letter == bad ? otherwise : CheckResult::Pass;
        };
        GateSample sample;
        sample.at = minute(i);
        sample.conditions.append({str("errors"), is('e', CheckResult::Fail), {}});
        if (letter != 'm') {
            const CheckResult unsure = is('u', CheckResult::Unknown);
            sample.conditions.append({str("latency"), letter == 'l' ? CheckResult::Fail : unsure, {}});
        }
        result.samples.append(sample);
    }
    return result;
}

} // namespace

class AutomaticGateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void states_data();
    void states();
    void limits();
    void withoutConditions();
};

void AutomaticGateTest::states_data()
{
    QTest::addColumn<QString>("letters");
    QTest::addColumn<int>("now");
    QTest::addColumn<GateState>("state");
    QTest::addColumn<int>("approved"); // minute; -1: not
    const auto row = [](const char *name, const char *letters, int now, GateState state, int approved = -1) {
        QTest::newRow(name) << str(letters) << now << state << approved;
    };
    row("before the delay is over", "gggg", 4, GateState::NotOpen);
    row("green before the delay does not count", "gggggg", 5, GateState::Open);
    row("green, not for long enough", "gggggggg", 7, GateState::Open);
    row("green for three minutes", "ggggggggg", 8, GateState::Approved, 8);
    row("looked at later", "ggggggggg", 30, GateState::Approved, 8);
    row("not all at the same time", "     elelelelel", 14, GateState::Open);
    row("starts again after a failure", "     gge gggg", 12, GateState::Approved, 12);
    row("starts again after unknown", "     ggugg", 9, GateState::Open);
    row("a missing condition is unknown", "     ggmgg", 9, GateState::Open);
    row("one sample late is put up with", "     g g g", 9, GateState::Approved, 9);
    row("a gap is not green", "     gg  gg", 10, GateState::Open);
    row("no samples, no verdict", "", 19, GateState::Open);
    row("time is over", "", 20, GateState::Expired);
    row("green too late", "                  gggg", 21, GateState::Expired);
    row("green in the last moment", "                ggggg", 25, GateState::Approved, 19);
    row("fails afterwards", "     gggge", 9, GateState::Invalidated, 8);
    row("failed afterwards and is green again", "     ggggegggg", 13, GateState::Invalidated, 8);
    row("unknown afterwards", "     ggggu", 9, GateState::Approved, 8);
    row("not used in time", "     gggg", 68, GateState::Lapsed, 8);
}

void AutomaticGateTest::states()
{
    QFETCH(QString, letters);
    QFETCH(int, now);
    QFETCH(int, approved);
    GateSampling samples = sampling(letters);
    const AutomaticGate gate = automaticGate(automatic(), samples, minute(now));
    QTEST(gate.state, "state");
    QCOMPARE(gate.approvedAt, approved < 0 ? QDateTime() : minute(approved));
    QCOMPARE(gate.nextSample.isValid(), !isFinal(gate.state));
    std::reverse(samples.samples.begin(), samples.samples.end());
    QCOMPARE(automaticGate(automatic(), samples, minute(now)), gate);
    // What is still to come is not known yet.
    GateSample future = sampling(str("e")).samples.first();
    future.at = minute(now + 1);
    samples.samples.append(future);
    QCOMPARE(automaticGate(automatic(), samples, minute(now)), gate);
}

void AutomaticGateTest::limits()
{
    const GateSampling none = sampling({});
    QCOMPARE(automaticGate(automatic(), none, milli(minute(5), -1)).state, GateState::NotOpen);
    QCOMPARE(automaticGate(automatic(), none, minute(5)).state, GateState::Open);
    QCOMPARE(automaticGate(automatic(), none, milli(minute(20), -1)).state, GateState::Open);
    QCOMPARE(automaticGate(automatic(), none, minute(20)).state, GateState::Expired);
    GateSampling samples = sampling(str("     gggg"));
    QCOMPARE(automaticGate(automatic(), samples, milli(minute(68), -1)).state, GateState::Approved);
    samples.samples.last().at = milli(minute(8), -1);
    QCOMPARE(automaticGate(automatic(), samples, minute(8)).state, GateState::Open);
    QCOMPARE(automaticGate(automatic(), samples, minute(8)).greenSince, minute(5));
    QCOMPARE(automaticGate(automatic(), samples, minute(8)).nextSample, milli(minute(9), -1));
    QCOMPARE(automaticGate(automatic(), none, minute(1)).nextSample, minute(5));
    // Nobody looked for more than two intervals: no longer green.
    QVERIFY(automaticGate(automatic(), sampling(str("     g")), minute(7)).greenSince.isValid());
    QVERIFY(!automaticGate(automatic(), sampling(str("     g")), milli(minute(7), 1)).greenSince.isValid());
}

void AutomaticGateTest::withoutConditions()
{
    GateRule rule = automatic();
    rule.conditions.clear();
    QCOMPARE(automaticGate(rule, sampling(str("     ggggggg")), minute(12)).state, GateState::Open);
    QCOMPARE(automaticGate(rule, sampling(str("     ggggggg")), minute(20)).state, GateState::Expired);
    rule = automatic();
    rule.timeout = {};
    QCOMPARE(automaticGate(rule, sampling(str("     gggg")), minute(8)).state, GateState::Expired);
    rule = automatic();
    rule.steady = {};
    QCOMPARE(automaticGate(rule, sampling(str("     g")), minute(5)).state, GateState::Approved);
}

QTEST_GUILESS_MAIN(AutomaticGateTest)
#include "automaticgate_test.moc"
