// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/domain/decisionfixture.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

const QStringList people{str("tess"),   str("tom"),  str("paul"),  str("quinn"), str("rita"),
                         str("arthur"), str("dora"), str("olga"),  str("ivan"),  str("adam"),
                         str("rev"),    str("dirk"), str("multi"), str("bot"),   str("nobody")};
const QStringList seats{
    str("tech"), str("product"), str("qa"), str("emergency-oncall"), str("emergency-commander"), str("chef")};
const QStringList stations{str("tech"), str("support"), str("qa"), str("director")};

/// Commands at random, most of them wrong.
class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_random(seed)
    {
    }
    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }
    bool oneIn(int chances) { return below(chances) == 0; }
    QString of(const QStringList &words) { return words.at(below(static_cast<int>(words.size()))); }
    Binding seen() { return oneIn(8) ? binding("plan-2") : binding(); }
    template <typename T> QString idOf(const QVector<T> &items)
    {
        return items.isEmpty() || oneIn(20) ? str("c-none") : items.at(below(int(items.size()))).id;
    }
    DecisionBody body(const Decisions &facts, const QDateTime &now)
    {
        return oneIn(2) ? gateBody(facts) : oneIn(2) ? pollBody(facts, now) : otherBody(facts, now);
    }

private:
    DecisionBody gateBody(const Decisions &facts)
    {
        const QVector<GateCondition> conditions = oneIn(8) ? QVector<GateCondition>() : green();
        const QString comment = oneIn(4) ? QString() : str("why");
        if (facts.gates.isEmpty() || oneIn(12)) {
            OpenGate open;
            open.rule = gateRule();
            open.rule.id = oneIn(2) ? str("cut-over") : str("full");
            open.urgency = oneIn(2) ? GateClass::Emergency : GateClass::Normal;
            open.binding = binding();
            open.author = of(people);
            open.deployer = of(people);
            open.reason = comment;
            open.conditions = conditions;
            return open;
        }
        const QString gate = oneIn(3) ? idOf(facts.gates) : facts.gates.last().id;
        if (oneIn(6)) {
            return RevokeVote{gate, of(seats)};
        }
        if (oneIn(6)) {
            const auto state = oneIn(2)   ? GateState::Consumed
                               : oneIn(2) ? GateState::Invalidated
                                          : static_cast<GateState>(below(10));
            return EndGate{gate, state, comment, oneIn(3) ? binding("plan-2") : binding(), conditions};
        }
        const auto choice = oneIn(20) ? VoteChoice::Reject : VoteChoice::Approve;
        return CastVote{gate, of(seats), choice, comment, seen()};
    }
    DecisionBody pollBody(const Decisions &facts, const QDateTime &now)
    {
        const auto lists = oneIn(6) ? listsWith({checkState("nodes", CheckResult::Unknown)}) : goodLists();
        const QString reason = oneIn(4) ? QString() : str("why");
        if (facts.polls.isEmpty() || oneIn(12)) {
            return OpenPoll{pollRule(), binding(), of(people), {}, lists};
        }
        const QString poll = facts.polls.last().id;
        if (oneIn(4)) {
            return AnnounceVerdict{poll, static_cast<PollVerdict>(below(4)), reason, lists, seen(), {}};
        }
        if (oneIn(5)) {
            const auto state = oneIn(2) ? PollState::Consumed : static_cast<PollState>(below(9));
            return EndPoll{poll, state, reason, seen(), lists};
        }
        const auto answer = oneIn(5) ? static_cast<StationAnswer>(below(5)) : StationAnswer::Go;
        return AnswerPoll{poll, of(stations), answer, reason, now.addSecs(below(600) - 60), seen()};
    }
    DecisionBody otherBody(const Decisions &facts, const QDateTime &now)
    {
        const QDateTime until = now.addSecs(below(5400) - 600);
        switch (below(5)) {
        case 0: {
            Evidence evidence;
            evidence.checklist = str("before");
            evidence.item = str("nodes");
            evidence.result = static_cast<CheckResult>(below(5));
            evidence.byPerson = oneIn(2);
            evidence.person = of(people);
            evidence.binding = seen();
            evidence.at = now.addSecs(below(20) - 10);
            return AddEvidence{evidence};
        }
        case 1:
            return RequestWaiver{str("before"), str("nodes"), static_cast<CheckResult>(below(5)), str("why"),
                                 until};
        case 2:
            return GrantWaiver{idOf(facts.waivers)};
        case 3:
            return RequestOverride{QStringLiteral("INV-%1").arg(below(26), 2, 10, QLatin1Char('0')),
                                   static_cast<InterlockType>(below(3)), str("why"), until};
        default:
            return GrantOverride{idOf(facts.overrides)};
        }
    }
    QRandomGenerator m_random;
};

QString gateFault(const Gate &gate)
{
    QSet<QString> persons;
    QSet<QString> filled;
    for (const auto &vote : gate.votes) {
        if (vote.person == str("bot")) {
            return str("automation voted");
        }
        if (vote.person == gate.requester || vote.person == gate.author || vote.person == gate.deployer) {
            return str("self-approval");
        }
        if (vote.choice == VoteChoice::Reject && vote.comment.isEmpty()) {
            return str("rejected without a word");
        }
        if (vote.revokedAt) {
            continue;
        }
        if (persons.contains(vote.person) || filled.contains(vote.seat)) {
            return str("a person or a seat twice");
        }
        persons.insert(vote.person);
        filled.insert(vote.seat);
        if (gate.end && gate.end->state == GateState::Consumed && gate.end->by == vote.person) {
            return str("the voter pressed the button");
        }
    }
    if (gate.end && gate.end->state == GateState::Consumed) {
        Gate before = gate;
        before.end.reset();
        before.votes.erase(std::remove_if(before.votes.begin(), before.votes.end(),
                                          [](const auto &vote) { return vote.late; }),
                           before.votes.end());
        if (gateState(before, gate.binding, gate.end->at) != GateState::Approved) {
            return str("used without an approval");
        }
    }
    return {};
}

QString pollFault(const Poll &poll)
{
    QSet<QString> persons;
    for (const auto &each : poll.rule.stations) {
        const PollAnswer *answer = answerOf(poll, each.id);
        if (answer == nullptr) {
            continue;
        }
        if (answer->person == str("bot")) {
            return str("automation answered");
        }
        if (each.mandatory && persons.contains(answer->person)) {
            return str("one person, two stations");
        }
        if (each.mandatory) {
            persons.insert(answer->person);
        }
        if (poll.verdict == PollVerdict::Go &&
            (answer->answer == StationAnswer::NoGo || answer->at > poll.verdictAt)) {
            return str("GO against a station");
        }
    }
    if (poll.verdict == PollVerdict::Go && persons.size() != 2) {
        return str("GO without everybody");
    }
    if (poll.verdict != PollVerdict::None &&
        (poll.verdictBy == poll.author || poll.verdictBy == str("bot"))) {
        return str("director");
    }
    // A station may be filled by the director only after a HOLD was announced.
    if (poll.verdict == PollVerdict::Go && persons.contains(poll.verdictBy)) {
        return str("the director filled a station");
    }
    return poll.end && poll.end->state == PollState::Consumed && poll.verdict != PollVerdict::Go
               ? str("used without GO")
               : QString();
}

QString otherFault(const Decisions &facts)
{
    for (const auto &waiver : facts.waivers) {
        if (waiver.grantedBy == waiver.requester || waiver.grantedBy == str("bot")) {
            return str("waiver");
        }
    }
    for (const auto &entry : facts.overrides) {
        const auto rule = interlockOfId(entry.rule);
        const auto type = rule ? interlockType(*rule) : InterlockType::Absolute;
        const bool second = entry.granted.isValid() && type == InterlockType::BreakGlass;
        if (type == InterlockType::Absolute || entry.secondPerson == entry.requester ||
            (second && entry.secondPerson.isEmpty()) ||
            (entry.granted.isValid() && entry.granted.secsTo(entry.until) > 3600)) {
            return str("override");
        }
    }
    for (const auto &evidence : facts.evidence) {
        if (evidence.byPerson && evidence.person == str("bot")) {
            return str("evidence");
        }
    }
    return {};
}

QString faultOf(const Decisions &facts)
{
    for (const auto &gate : facts.gates) {
        if (const QString fault = gateFault(gate); !fault.isEmpty()) {
            return fault;
        }
    }
    for (const auto &poll : facts.polls) {
        if (const QString fault = pollFault(poll); !fault.isEmpty()) {
            return fault;
        }
    }
    return otherFault(facts);
}

/// Nothing leads out of a final state, and nothing that was said is taken back from the record.
QString stepFault(const Decisions &before, const Decisions &after, const QDateTime &earlier,
                  const QDateTime &now)
{
    for (qsizetype i = 0; i < before.gates.size(); ++i) {
        const Gate &gate = before.gates.at(i);
        const GateState was = gateState(gate, binding(), earlier);
        if (isFinal(was) && gateState(after.gates.at(i), binding(), now) != was) {
            return str("a gate left a final state");
        }
        if (after.gates.at(i).votes.size() < gate.votes.size()) {
            return str("a vote is lost");
        }
    }
    for (qsizetype i = 0; i < before.polls.size(); ++i) {
        const Poll &poll = before.polls.at(i);
        const PollState was = pollState(poll, goodLists(), binding(), earlier);
        if (isFinal(was) && pollState(after.polls.at(i), goodLists(), binding(), now) != was) {
            return str("a poll left a final state");
        }
        if (after.polls.at(i).answers.mid(0, poll.answers.size()) != poll.answers) {
            return str("an answer is lost");
        }
    }
    return {};
}

/// What a history got to, so that a test of histories in which nothing happens does not pass for one.
void collect(QSet<QString> &seen, const Decisions &facts, const QDateTime &now)
{
    for (const auto &gate : facts.gates) {
        seen.insert(str("gate %1").arg(static_cast<int>(gateState(gate, binding(), now))));
        const bool late =
            std::any_of(gate.votes.cbegin(), gate.votes.cend(), [](const auto &vote) { return vote.late; });
        seen.insert(late ? str("signed late") : QString());
    }
    for (const auto &poll : facts.polls) {
        seen.insert(str("poll %1").arg(static_cast<int>(pollState(poll, goodLists(), binding(), now))));
    }
    for (const auto &waiver : facts.waivers) {
        seen.insert(waiver.granted.isValid() ? str("waived") : QString());
    }
    for (const auto &entry : facts.overrides) {
        seen.insert(entry.granted.isValid() ? str("overridden") : QString());
    }
}

} // namespace

class DecisionPropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomHistories_data();
    void randomHistories();
    void historiesWereRich();
    void twoAtOnce_data();
    void twoAtOnce();
    void replay();

private:
    QSet<QString> m_seen;
};

void DecisionPropertyTest::randomHistories_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void DecisionPropertyTest::randomHistories()
{
    QFETCH(quint32, seed);
    Dice dice(seed);
    Story story;
    story.facts.grants.append(deputy("tess", "qa", "quinn", minute(0), minute(600)));
    story.facts.grants.append(deputy("olga", "product", "rita", minute(60), minute(600)));
    story.facts.grants.append(grant("ivan", "support"));
    QDateTime now = minute(0);
    int accepted = 0;
    for (int i = 0; i < 500; ++i) {
        const QDateTime earlier = now;
        now = now.addMSecs(dice.oneIn(60) ? 3600 * 1000 * dice.below(14) : dice.below(20000));
        const DecisionCommand command =
            story.command(qPrintable(dice.of(people)), dice.body(story.facts, now));
        const auto result = applyDecision(story.facts, command, now);
        if (!result) {
            QVERIFY(result.error() != Refusal::None);
            QCOMPARE(stepFault(story.facts, story.facts, earlier, now), QString());
            continue;
        }
        ++accepted;
        QCOMPARE(result->version, story.facts.version + 1);
        QCOMPARE(stepFault(story.facts, *result, earlier, now), QString());
        QCOMPARE(faultOf(*result), QString());
        QCOMPARE(*applyDecision(*result, command, now.addSecs(dice.below(90000))), *result);
        story.facts = *result;
        collect(m_seen, story.facts, now);
    }
    QVERIFY2(accepted > 20, qPrintable(QString::number(accepted)));
}

void DecisionPropertyTest::historiesWereRich()
{
    if (m_seen.isEmpty()) {
        QSKIP("needs randomHistories in the same run");
    }
    QStringList wanted{str("signed late"), str("waived"), str("overridden")};
    for (int state = static_cast<int>(GateState::Open); state <= static_cast<int>(GateState::Invalidated);
         ++state) {
        wanted.append(str("gate %1").arg(state));
    }
    for (int state = static_cast<int>(PollState::Locked); state <= static_cast<int>(PollState::Revoked);
         ++state) {
        wanted.append(str("poll %1").arg(state));
    }
    for (const auto &word : wanted) {
        QVERIFY2(m_seen.contains(word), qPrintable(word));
    }
}

void DecisionPropertyTest::twoAtOnce_data()
{
    QTest::addColumn<DecisionCommand>("first");
    QTest::addColumn<DecisionCommand>("second");
    QTest::addColumn<QString>("secondAfterFirst");
    QTest::addColumn<QString>("firstAfterSecond");
    const auto by = [](const char *id, const char *person, const DecisionBody &body) {
        DecisionCommand command;
        command.id = str(id);
        command.run = run();
        command.actor = actorOf(str(person));
        command.body = body;
        return command;
    };
    const auto vote = [](const char *seatId, VoteChoice choice = VoteChoice::Approve) {
        return CastVote{str("c-1"), str(seatId), choice, str("why"), binding()};
    };
    const auto end = [](GateState state) {
        return EndGate{str("c-1"), state, str("why"), binding(), green()};
    };
    QTest::newRow("one seat, two people") << by("a", "tess", vote("tech")) << by("b", "tom", vote("tech"))
                                          << str("seat-taken") << str("seat-taken");
    QTest::newRow("one person, two desks, two seats")
        << by("a", "multi", vote("tech")) << by("b", "multi", vote("qa")) << str("person-has-seat")
        << str("person-has-seat");
    QTest::newRow("completed and rejected")
        << by("a", "tess", vote("tech")) << by("b", "tom", vote("tech", VoteChoice::Reject))
        << str("gate-not-open") << str("gate-not-open");
    QTest::newRow("completed and withdrawn")
        << by("a", "tess", vote("tech")) << by("b", "rita", end(GateState::Withdrawn)) << str("gate-not-open")
        << str("gate-not-open");
}

void DecisionPropertyTest::twoAtOnce()
{
    QFETCH(DecisionCommand, first);
    QFETCH(DecisionCommand, second);
    Story story;
    QCOMPARE(story.opens(gateRule(), minute(0)), QString());
    // With paul's signature the next one completes the quorum.
    const bool last = QByteArray(QTest::currentDataTag()).startsWith("completed");
    QCOMPARE(last ? story.votes("paul", "product", minute(1)) : QString(), QString());
    const auto inOrder = [&](const DecisionCommand &one, const DecisionCommand &two) {
        const auto after = applyDecision(story.facts, one, minute(2));
        if (!after) {
            return str("the first was refused: ") + refusalWord(after.error());
        }
        const auto both = applyDecision(*after, two, minute(2));
        return both ? str("both") : refusalWord(both.error());
    };
    QTEST(inOrder(first, second), "secondAfterFirst");
    QTEST(inOrder(second, first), "firstAfterSecond");
}

void DecisionPropertyTest::replay()
{
    Story story;
    story.opens(gateRule(), minute(0));
    const DecisionCommand vote =
        story.command("tess", CastVote{story.gate().id, str("tech"), VoteChoice::Approve, {}, binding()});
    const auto once = applyDecision(story.facts, vote, minute(1));
    QVERIFY(once.has_value());
    // The answer got lost, the desk asks again, much later and when it would be refused.
    const auto twice = applyDecision(*once, vote, minute(100 * 60));
    QVERIFY(twice.has_value());
    QCOMPARE(*twice, *once);
    DecisionCommand other = vote;
    other.run.revisionHash = str("another");
    QCOMPARE(applyDecision(*once, other, minute(1)).error(), Refusal::CommandIncomplete);
    other = vote;
    other.id.clear();
    QCOMPARE(applyDecision(*once, other, minute(1)).error(), Refusal::CommandIncomplete);
    QCOMPARE(applyDecision(*once, vote, {}).error(), Refusal::CommandIncomplete);
}

QTEST_GUILESS_MAIN(DecisionPropertyTest)
#include "decisionproperty_test.moc"
