// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/domain/decisionfixture.h"

#include <QTest>

#include <functional>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

QString wordOf(GateState state)
{
    static const QStringList words{str("NotOpen"),  str("Open"),       str("Approved"),  str("Consumed"),
                                   str("Rejected"), str("Expired"),    str("Withdrawn"), str("Superseded"),
                                   str("Lapsed"),   str("Invalidated")};
    return words.value(static_cast<int>(state));
}

/// The same rule with ten minutes before anybody may sign, so that NotOpen can be seen.
GateRule delayed()
{
    GateRule rule = gateRule();
    rule.startDelay = std::chrono::minutes(10);
    return rule;
}

struct Reached {
    Story story;
    QDateTime now = minute(60);
};

/// A gate brought into a state by commands alone.
Reached reach(const QString &state)
{
    Reached reached;
    Story &story = reached.story;
    const bool emergency = state == str("Emergency used");
    story.opens(delayed(), minute(0), emergency ? GateClass::Emergency : GateClass::Normal);
    if (emergency) {
        story.votes("olga", "emergency-oncall", minute(20));
        story.votes("ivan", "emergency-commander", minute(30));
        story.ends("rita", GateState::Consumed, minute(40));
        return reached;
    }
    if (state == str("NotOpen")) {
        reached.now = minute(5);
        return reached;
    }
    story.votes("tess", "tech", minute(20));
    if (state == str("Expired")) {
        reached.now = minute(24 * 60);
    } else if (state == str("Rejected")) {
        story.votes("paul", "product", minute(30), VoteChoice::Reject);
    } else if (state == str("Withdrawn")) {
        story.ends("rita", GateState::Withdrawn, minute(30));
    } else if (state == str("Superseded")) {
        story.ends("bot", GateState::Superseded, minute(30), binding("plan-2"));
    } else if (state != str("Open")) {
        story.votes("paul", "product", minute(30));
    }
    if (state == str("Consumed")) {
        story.ends("dora", GateState::Consumed, minute(40));
    } else if (state == str("Invalidated")) {
        story.ends("bot", GateState::Invalidated, minute(40), binding("plan-1", "image-2"));
    } else if (state == str("Lapsed")) {
        reached.now = minute(30 + 12 * 60);
    }
    return reached;
}

QString happen(Reached &reached, const QString &event)
{
    Story &story = reached.story;
    const QDateTime &now = reached.now;
    if (event == str("approve")) {
        return story.votes("quinn", "qa", now);
    }
    if (event == str("reject")) {
        return story.votes("quinn", "qa", now, VoteChoice::Reject);
    }
    if (event == str("revoke")) {
        return story.revokes("tess", "tech", now);
    }
    if (event == str("withdraw")) {
        return story.ends("rita", GateState::Withdrawn, now);
    }
    if (event == str("supersede")) {
        return story.ends("bot", GateState::Superseded, now, binding("plan-2"));
    }
    if (event == str("invalidate")) {
        return story.ends("bot", GateState::Invalidated, now, binding("plan-1", "image-2"));
    }
    if (event == str("use")) {
        return story.ends("dora", GateState::Consumed, now);
    }
    if (event == str("open again")) {
        return story.opens(delayed(), now);
    }
    reached.now = now.addDays(1);
    return {};
}

} // namespace

class GateMatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateIsReached();
    void stateByEvent_data();
    void stateByEvent();
    void lateSignatures();
};

const QStringList events{str("approve"),  str("reject"),     str("revoke"),
                         str("withdraw"), str("supersede"),  str("invalidate"),
                         str("use"),      str("open again"), str("a day later")};

struct MatrixRow {
    const char *state;
    QStringList outcome; ///< by event: the state it leads to, or the word it is refused with
};

QVector<MatrixRow> matrix()
{
    const QString shut = str("gate-not-open");
    const QString unapproved = str("gate-not-approved");
    const QString already = str("gate-already-open");
    const auto final = [&](const char *state) {
        return MatrixRow{state,
                         {shut, shut, shut, shut, shut, unapproved, unapproved, str("NotOpen"), str(state)}};
    };
    return {
        {"NotOpen",
         {shut, shut, shut, str("Withdrawn"), str("Superseded"), unapproved, unapproved, already,
          str("Expired")}},
        {"Open",
         {str("Approved"), str("Rejected"), str("Open"), str("Withdrawn"), str("Superseded"), unapproved,
          unapproved, already, str("Expired")}},
        {"Approved",
         {shut, shut, str("Open"), shut, shut, str("Invalidated"), str("Consumed"), already, str("Lapsed")}},
        final("Consumed"),
        final("Rejected"),
        final("Expired"),
        final("Withdrawn"),
        final("Superseded"),
        final("Lapsed"),
        final("Invalidated"),
        {"Emergency used",
         {str("Consumed"), str("Consumed"), shut, shut, shut, unapproved, unapproved, str("NotOpen"),
          str("Consumed")}},
    };
}

void GateMatrixTest::everyStateIsReached()
{
    for (const auto &row : matrix()) {
        Reached reached = reach(str(row.state));
        const GateState state = gateState(reached.story.gate(), binding(), reached.now);
        const QString wanted = str(row.state) == str("Emergency used") ? str("Consumed") : str(row.state);
        QCOMPARE(wordOf(state), wanted);
        QCOMPARE(row.outcome.size(), events.size());
    }
}

void GateMatrixTest::stateByEvent_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("outcome");
    for (const auto &row : matrix()) {
        for (qsizetype i = 0; i < events.size(); ++i) {
            const QString name = str(row.state) + str(" × ") + events.at(i);
            QTest::newRow(qPrintable(name)) << str(row.state) << events.at(i) << row.outcome.at(i);
        }
    }
}

void GateMatrixTest::stateByEvent()
{
    QFETCH(QString, state);
    QFETCH(QString, event);
    QFETCH(QString, outcome);
    Reached reached = reach(state);
    const Decisions before = reached.story.facts;
    const QString refused = happen(reached, event);
    if (!refused.isEmpty()) {
        QCOMPARE(refused, outcome);
        QCOMPARE(reached.story.facts, before);
        return;
    }
    QCOMPARE(wordOf(gateState(reached.story.gate(), binding(), reached.now)), outcome);
    const qint64 accepted = event == str("a day later") ? 0 : 1;
    QCOMPARE(reached.story.facts.version, before.version + accepted);
}

void GateMatrixTest::lateSignatures()
{
    Reached reached = reach(str("Emergency used"));
    QVERIFY(!reached.story.gate().votes.at(0).late);
    QCOMPARE(happen(reached, str("approve")), QString());
    QVERIFY(reached.story.gate().votes.last().late);
    QVERIFY(voteOf(reached.story.gate(), str("qa")) != nullptr);
}

QTEST_GUILESS_MAIN(GateMatrixTest)
#include "gatematrix_test.moc"
