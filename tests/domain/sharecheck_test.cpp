// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/sharecheck.h"

#include <QTest>

using namespace signalbox;

namespace
{

const QDateTime at(QDate(2026, 11, 21), QTime(10, 0), Qt::UTC);

ShareCheck after(std::initializer_list<std::pair<double, double>> intervals, std::optional<double> wanted)
{
    ShareCheck check;
    for (const auto &[canary, baseline] : intervals) {
        check = nextShare(check, wanted, canary, baseline, at);
    }
    return check;
}

MetricVerdict verdictOf(Verdict word, VerdictReason reason)
{
    MetricVerdict verdict;
    verdict.verdict = word;
    verdict.reason = reason;
    return verdict;
}

} // namespace

class ShareCheckTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void intervals_data();
    void intervals();
    void anotherWeightIsAnotherQuestion();
    void wantedShares_data();
    void wantedShares();
    void faultLeavesBrokenLimits();
};

void ShareCheckTest::intervals_data()
{
    QTest::addColumn<double>("canary");
    QTest::addColumn<double>("baseline");
    QTest::addColumn<double>("wanted");
    QTest::addColumn<ShareState>("once");
    QTest::addColumn<ShareState>("twice");
    const auto row = [](const char *name, double canary, double baseline, double wanted, ShareState once,
                        ShareState twice) {
        QTest::newRow(name) << canary << baseline << wanted << once << twice;
    };
    row("exact", 250, 750, 0.25, ShareState::Matching, ShareState::Matching);
    row("by chance", 270, 730, 0.25, ShareState::Matching, ShareState::Matching);
    row("far off", 100, 900, 0.25, ShareState::Doubtful, ShareState::Mismatch);
    row("nothing reaches the canary", 0, 900, 0.25, ShareState::Doubtful, ShareState::Mismatch);
    row("few requests prove nothing", 0, 5, 0.25, ShareState::Matching, ShareState::Matching);
    // One third, told as 33 %: a million requests would show that difference, but nobody asked for 33 %.
    row("rounded weight", 333'333, 666'667, 0.33, ShareState::Matching, ShareState::Matching);
    row("more than rounding", 345'000, 655'000, 0.33, ShareState::Doubtful, ShareState::Mismatch);
    row("no requests", 0, 0, 0.25, ShareState::Unknown, ShareState::Unknown);
}

void ShareCheckTest::intervals()
{
    QFETCH(double, canary);
    QFETCH(double, baseline);
    QFETCH(double, wanted);
    QTEST(after({{canary, baseline}}, wanted).state, "once");
    QTEST(after({{canary, baseline}, {canary, baseline}}, wanted).state, "twice");
    QCOMPARE(after({{canary, baseline}, {250, 750}}, 0.25).state, ShareState::Matching);
}

void ShareCheckTest::anotherWeightIsAnotherQuestion()
{
    const ShareCheck first = nextShare({}, 0.5, 100, 900, at);
    QCOMPARE(first.state, ShareState::Doubtful);
    QCOMPARE(nextShare(first, 0.25, 100, 900, at).state, ShareState::Doubtful);
    const ShareCheck unset = nextShare(first, std::nullopt, 100, 900, at);
    QCOMPARE(unset.state, ShareState::Unknown);
    QCOMPARE(unset.measured.value_or(-1), 0.1);
}

void ShareCheckTest::wantedShares_data()
{
    QTest::addColumn<QString>("router");
    QTest::addColumn<int>("set"); // -1: none
    QTest::addColumn<int>("reported");
    QTest::addColumn<double>("wanted"); // -1: none
    const QString istio = QStringLiteral("istio");
    QTest::newRow("set and reported") << istio << 25 << 25 << 0.25;
    QTest::newRow("router on its way") << istio << 25 << 5 << -1.0;
    QTest::newRow("pods cannot be split like that") << QString() << 25 << 20 << 0.2;
    QTest::newRow("not reported") << istio << 25 << -1 << 0.25;
    QTest::newRow("no canary traffic") << istio << 0 << 0 << -1.0;
    QTest::newRow("all of it") << istio << 100 << 100 << -1.0;
    QTest::newRow("no weights") << QString() << -1 << -1 << -1.0;
}

void ShareCheckTest::wantedShares()
{
    QFETCH(QString, router);
    QFETCH(int, set);
    QFETCH(int, reported);
    QFETCH(double, wanted);
    Release release;
    release.trafficRouter = router;
    release.weights.set = set < 0 ? std::nullopt : std::optional(set);
    release.weights.reported = reported < 0 ? std::nullopt : std::optional(reported);
    QCOMPARE(wantedShare(release).value_or(-1), wanted);
}

void ShareCheckTest::faultLeavesBrokenLimits()
{
    const ShareCheck fault = after({{100, 900}, {100, 900}}, 0.25);
    const MetricVerdict passed = verdictOf(Verdict::Pass, VerdictReason::WithinLimits);
    QCOMPARE(underShare(passed, fault).verdict, Verdict::Unknown);
    QCOMPARE(underShare(passed, fault).reason, VerdictReason::RoutingFault);
    const MetricVerdict worse = verdictOf(Verdict::Fail, VerdictReason::WorseThanBaseline);
    QCOMPARE(underShare(worse, fault).verdict, Verdict::Unknown);
    const MetricVerdict broken = verdictOf(Verdict::Fail, VerdictReason::OverRollbackLimit);
    QCOMPARE(underShare(broken, fault), broken);
    const MetricVerdict old = verdictOf(Verdict::Unknown, VerdictReason::NotFresh);
    QCOMPARE(underShare(old, fault), old);
    QCOMPARE(underShare(passed, after({{100, 900}}, 0.25)), passed);
}

QTEST_GUILESS_MAIN(ShareCheckTest)
#include "sharecheck_test.moc"
