// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/probeparameters.h"
#include "models/plan/planparser.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

namespace signalbox
{
namespace
{

using namespace std::chrono_literals;

QByteArray exampleBytes()
{
    QFile file(qEnvironmentVariable("SIGNALBOX_SOURCE_DIR") +
               QStringLiteral("/tests/data/plans/example.yaml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The example uses every section; what is read out of it is what stands there.
class PlanExampleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void strategy();
    void gates();
    void checklists();
    void probes();
    void metrics();
    void recovery();
    void people();
    void calendar();
    void queries();
    void places();
    void governs();
    void lineEndingsAndMarkDoNotMatter();

private:
    ParsedPlan m_parsed;
    ReleasePlan m_plan;
};

void PlanExampleTest::initTestCase()
{
    m_parsed = parsePlan(exampleBytes(), QStringLiteral("example.yaml"));
    for (const PlanProblem &each : std::as_const(m_parsed.problems)) {
        qWarning().noquote() << each.line << each.column << planProblemName(each.code) << each.path
                             << each.args;
    }
    QVERIFY(m_parsed.plan);
    m_plan = *m_parsed.plan;
    QCOMPARE(m_plan.id, QStringLiteral("checkout"));
    QCOMPARE(m_plan.planVersion, QStringLiteral("1.0"));
    QCOMPARE(m_plan.title.zhTw, QStringLiteral("結帳服務發布"));
    QCOMPARE(m_plan.owners, (QStringList{QStringLiteral("wei"), QStringLiteral("mei")}));
}

void PlanExampleTest::strategy()
{
    QCOMPARE(m_plan.targets.size(), 2);
    QVERIFY(m_plan.targets.first().production);
    QCOMPARE(m_plan.targets.first().kind, QStringLiteral("Rollout"));
    QCOMPARE(m_plan.targets.at(1).kind, QString());
    QCOMPARE(m_plan.services.first().minimumReplicas, std::optional(3));
    QCOMPARE(m_plan.steps.size(), 4);
    QCOMPARE(m_plan.steps.first().selector, StepSelector::Allowlist);
    QCOMPARE(m_plan.steps.first().minimumSoak, std::chrono::seconds(1h));
    QCOMPARE(m_plan.steps.at(1).weight, 5);
    QCOMPARE(m_plan.stages.first().longest, std::chrono::seconds(90min));
    QCOMPARE(m_plan.stages.first().planned, QStringLiteral("09:30"));
    QCOMPARE(m_plan.rollback.triggers.size(), 3);
    QVERIFY(m_plan.rollback.triggers.first().automatic);
    QCOMPARE(m_plan.rollback.triggers.at(1).consecutive, 4);
    QCOMPARE(m_plan.rollback.steps.first().budget, std::chrono::seconds(30s));
    QCOMPARE(m_plan.rollback.outerBudget, std::chrono::seconds(15min));
}

void PlanExampleTest::gates()
{
    QCOMPARE(m_plan.gates.size(), 2);
    const GateRule &people = m_plan.gates.first();
    QCOMPARE(people.kind, GateKind::Manual);
    QCOMPARE(people.seats.size(), 3);
    QCOMPARE(people.seats.at(1).role, QStringLiteral("qa"));
    QCOMPARE(people.quorum, 2);
    QCOMPARE(people.mustInclude, QStringList{QStringLiteral("quality")});
    QCOMPARE(people.timeout, std::chrono::seconds(24h));
    QCOMPARE(people.onExpiry, GateExpiry::Refuse);
    QCOMPARE(people.signaturesDue, std::chrono::seconds(24h));
    const GateRule &machine = m_plan.gates.at(1);
    QCOMPARE(machine.kind, GateKind::Automatic);
    QCOMPARE(machine.onExpiry, GateExpiry::RollBack);
    QCOMPARE(machine.interval, std::chrono::seconds(30s));
    QCOMPARE(machine.steady, std::chrono::seconds(5min));
    QCOMPARE(m_plan.polls.first().director.role, QStringLiteral("admin"));
    QVERIFY(!m_plan.polls.first().stations.at(1).mandatory);
    QCOMPARE(m_plan.polls.first().answerTime, std::chrono::seconds(30min));
}

void PlanExampleTest::checklists()
{
    const Checklist &list = m_plan.checklists.first();
    QCOMPARE(list.phase, CheckPhase::Before);
    const QVector<CheckItem> &items = list.groups.first().items;
    QCOMPARE(items.size(), 3);
    QCOMPARE(items.at(0).mode, CheckMode::Machine);
    QCOMPARE(items.at(1).mode, CheckMode::Confirmed);
    QVERIFY(items.at(1).bindsArtefact);
    QCOMPARE(items.at(2).mode, CheckMode::Attested);
    QCOMPARE(items.at(2).freshness, std::chrono::seconds(4h));
    QVERIFY(!list.groups.at(1).items.first().mandatory);
}

void PlanExampleTest::probes()
{
    QSet<int> kinds;
    for (const ProbeSpec &probe : std::as_const(m_plan.probes)) {
        kinds.insert(static_cast<int>(probe.kind));
        for (const ProbeParameter &parameter : probeParameters(probe.kind)) {
            QVERIFY(!parameter.required || probe.parameters.contains(parameter.name));
        }
    }
    QCOMPARE(kinds.size(), probeKinds().size());
    const auto tls = std::find_if(m_plan.probes.cbegin(), m_plan.probes.cend(),
                                  [](const ProbeSpec &probe) { return probe.kind == ProbeKind::Tls; });
    QCOMPARE(parameterValue(*tls, QStringLiteral("warn-days")), QStringLiteral("30"));
    QCOMPARE(parameterValue(*tls, QStringLiteral("server-name")), QString());
    QCOMPARE(tls->timeout, std::chrono::seconds(10s));
    QCOMPARE(m_plan.probes.last().timeout, std::chrono::seconds(60s));
    QCOMPARE(parameterValues(m_plan.probes.last(), QStringLiteral("argv")).size(), 3);
}

void PlanExampleTest::metrics()
{
    const PlanMetric &errors = m_plan.metrics.first();
    QCOMPARE(errors.unit, Unit::Ratio);
    QCOMPARE(errors.objective, std::optional(0.001));
    QCOMPARE(errors.promoteLimit, std::optional(0.01));
    QCOMPARE(errors.rollbackLimit, std::optional(0.05));
    QCOMPARE(errors.minimumSamples, std::optional(200.0));
    QCOMPARE(errors.comparison, Comparison::ErrorRate);
    QCOMPARE(errors.severity, Severity::Sev2);
    QCOMPARE(m_plan.metrics.at(1).practicalShift, 0.05);
    QCOMPARE(m_plan.metrics.at(2).direction, Direction::HigherIsBetter);
    QCOMPARE(m_plan.objectives.first().objective, 0.999);
    QCOMPARE(m_plan.objectives.first().window, std::chrono::seconds(0));
    QVERIFY(m_plan.scaling);
    QCOMPARE(m_plan.scaling->triggers.first().threshold, 0.7);
    QCOMPARE(m_plan.scaling->actions.first().factor, 1.5);
}

void PlanExampleTest::recovery()
{
    QVERIFY(m_plan.recovery);
    QCOMPARE(m_plan.recovery->targets.first().rpo, std::chrono::seconds(5min));
    QCOMPARE(m_plan.recovery->steps.at(1).after, QStringList{QStringLiteral("fence")});
    QVERIFY(m_plan.recovery->steps.at(1).pointOfNoReturn);
}

void PlanExampleTest::people()
{
    QCOMPARE(m_plan.roles.first().members, QStringList{QStringLiteral("mei")});
    QCOMPARE(m_plan.roles.first().deputies.first().from,
             QDateTime(QDate(2026, 12, 20), QTime(0, 0), Qt::UTC));
    QCOMPARE(m_plan.contacts.first().phone, QStringLiteral("+886-2-0000-0000"));
    QCOMPARE(m_plan.communication.first().every, std::optional(std::chrono::seconds(30min)));
    QCOMPARE(m_plan.communication.first().phase, CommunicationPhase::Regular);
    QCOMPARE(m_plan.retention.first().minimum, std::chrono::hours(2555 * 24));
    QCOMPARE(m_plan.notes.first().requirements, QStringList{QStringLiteral("S1-OK-01")});
}

void PlanExampleTest::calendar()
{
    QCOMPARE(m_plan.calendar.first().kind, CalendarKind::Freeze);
    QCOMPARE(m_plan.calendar.first().start, QStringLiteral("2026-12-24T18:00"));
    QCOMPARE(m_plan.calendar.at(1).recurrence, QStringLiteral("FREQ=WEEKLY;BYDAY=SU"));
    QCOMPARE(m_plan.calendar.at(1).exceptDates, QStringList{QStringLiteral("2026-02-15T02:00")});
    QCOMPARE(m_plan.calendar.at(1).services, QStringList{QStringLiteral("api")});
}

void PlanExampleTest::queries()
{
    // 3 metrics, of which one has two more queries, an objective with two, a scaling trigger, a probe.
    QCOMPARE(m_parsed.queries.size(), 9);
    const QList<QByteArray> lines = exampleBytes().split('\n');
    for (const PlanQuery &query : std::as_const(m_parsed.queries)) {
        QVERIFY(!query.promql.isEmpty());
        QVERIFY(query.line >= 1 && query.line <= lines.size());
    }
}

/// Every requirement id in the file is found at the place of the item that carries it.
void PlanExampleTest::places()
{
    QSet<QString> carried;
    for (const PlanPlace &place : std::as_const(m_parsed.places)) {
        QVERIFY2(place.line > 0 && !place.path.isEmpty(), qPrintable(place.id));
        carried += QSet<QString>(place.requirements.cbegin(), place.requirements.cend());
    }
    const QString text = QString::fromUtf8(exampleBytes());
    QRegularExpression list(QStringLiteral("requirements: \\[([^\\]]*)\\]"));
    QSet<QString> written;
    auto matches = list.globalMatch(text);
    while (matches.hasNext()) {
        for (const QString &id : matches.next().captured(1).split(QStringLiteral(", "))) {
            written.insert(id);
        }
    }
    QVERIFY(written.size() > 20);
    QCOMPARE(carried, written);
}

void PlanExampleTest::governs()
{
    const QVector<ReleasePlan> plans{m_plan};
    const auto key = [](const char *cluster, const char *space, const char *name, ReleaseKind kind) {
        return ReleaseKey{ClusterId(QString::fromLatin1(cluster)), QString::fromLatin1(space),
                          QString::fromLatin1(name), kind};
    };
    QCOMPARE(planFor(plans, key("tpe-1", "shop", "checkout", ReleaseKind::Rollout)), &plans.first());
    QVERIFY(planFor(plans, key("tpe-1", "shop", "checkout", ReleaseKind::Deployment)) == nullptr);
    QVERIFY(planFor(plans, key("sin-1", "shop", "checkout", ReleaseKind::Rollout)) == nullptr);
    QCOMPARE(planFor(plans, key("any", "shop-staging", "cart", ReleaseKind::Deployment)), &plans.first());
    // More literal text wins over a star, whatever the order.
    ReleasePlan narrow = m_plan;
    narrow.id = QStringLiteral("narrow");
    narrow.targets = {PlanTarget{QStringLiteral("tpe-1"),
                                 QStringLiteral("shop"),
                                 QStringLiteral("Rollout"),
                                 QStringLiteral("checkout"),
                                 {},
                                 false}};
    const QVector<ReleasePlan> both{m_plan, narrow};
    QCOMPARE(planFor(both, key("tpe-1", "shop", "checkout", ReleaseKind::Rollout))->id,
             QStringLiteral("narrow"));
    QCOMPARE(planFor(both, key("tpe-2", "shop", "checkout", ReleaseKind::Rollout))->id,
             QStringLiteral("checkout"));
}

void PlanExampleTest::lineEndingsAndMarkDoNotMatter()
{
    QByteArray windows = exampleBytes();
    windows.replace("\n", "\r\n");
    windows.prepend("\xEF\xBB\xBF");
    ParsedPlan parsed = parsePlan(windows, QStringLiteral("example.yaml"));
    QVERIFY(parsed.plan);
    QVERIFY(parsed.plan->hash != m_plan.hash);
    parsed.plan->hash = m_plan.hash;
    QVERIFY(*parsed.plan == m_plan);
    QCOMPARE(parsed.places, m_parsed.places);
}

} // namespace signalbox

QTEST_GUILESS_MAIN(signalbox::PlanExampleTest)
#include "planexample_test.moc"
