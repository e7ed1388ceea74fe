// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/domain/decisionfixture.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

using Answer = StationAnswer;

QString wordOf(PollState state)
{
    static const QStringList words{str("Draft"), str("Locked"),   str("Polling"), str("Hold"),   str("NoGo"),
                                   str("Armed"), str("Consumed"), str("Expired"), str("Revoked")};
    return words.value(static_cast<int>(state));
}

struct Reached {
    Story story;
    QDateTime now = minute(10);
};

/// A poll brought into a state by commands alone. "Asked": every mandatory station said GO.
Reached reach(const QString &state)
{
    Reached reached;
    Story &story = reached.story;
    story.opensPoll(minute(0));
    if (state == str("Locked")) {
        return reached;
    }
    story.answers("tess", "tech", Answer::Go, minute(2));
    if (state == str("Polling")) {
        return reached;
    }
    if (state == str("Hold")) {
        story.announces("dirk", PollVerdict::Hold, minute(3));
        return reached;
    }
    if (state == str("NoGo")) {
        story.announces("dirk", PollVerdict::NoGo, minute(3));
        return reached;
    }
    if (state == str("Unanswered")) {
        reached.now = minute(90);
        return reached;
    }
    story.answers("quinn", "qa", Answer::Go, minute(3));
    if (state == str("Asked")) {
        return reached;
    }
    story.announces("dirk", PollVerdict::Go, minute(4));
    if (state == str("Consumed")) {
        story.endsPoll("bot", PollState::Consumed, minute(5));
    } else if (state == str("Revoked")) {
        story.endsPoll("dirk", PollState::Revoked, minute(5));
    } else if (state == str("Expired")) {
        reached.now = minute(64);
    }
    return reached;
}

QString say(Reached &reached, const char *person, const char *stationId, Answer answer)
{
    return reached.story.answers(person, stationId, answer, reached.now, reached.now.addSecs(300));
}

QString happen(Reached &reached, const QString &event)
{
    Story &story = reached.story;
    const QDateTime &now = reached.now;
    if (event == str("tech GO")) {
        return say(reached, "tess", "tech", Answer::Go);
    }
    if (event == str("tech NO-GO")) {
        return say(reached, "tess", "tech", Answer::NoGo);
    }
    if (event == str("tech HOLD")) {
        return say(reached, "tess", "tech", Answer::Hold);
    }
    if (event == str("qa GO")) {
        return say(reached, "quinn", "qa", Answer::Go);
    }
    if (event == str("verdict GO")) {
        return story.announces("dirk", PollVerdict::Go, now);
    }
    if (event == str("verdict NO-GO")) {
        return story.announces("dirk", PollVerdict::NoGo, now);
    }
    if (event == str("verdict HOLD")) {
        return story.announces("dirk", PollVerdict::Hold, now);
    }
    if (event == str("use")) {
        return story.endsPoll("bot", PollState::Consumed, now);
    }
    if (event == str("revoke by hand")) {
        return story.endsPoll("dirk", PollState::Revoked, now);
    }
    if (event == str("plan changed")) {
        return story.endsPoll("bot", PollState::Revoked, now, binding("plan-2"));
    }
    if (event == str("open again")) {
        return story.opensPoll(now);
    }
    reached.now = now.addDays(1);
    return {};
}

const QStringList events{str("tech GO"),      str("tech NO-GO"), str("tech HOLD"),
                         str("qa GO"),        str("verdict GO"), str("verdict NO-GO"),
                         str("verdict HOLD"), str("use"),        str("revoke by hand"),
                         str("plan changed"), str("open again"), str("a day later")};

struct MatrixRow {
    const char *state;
    QStringList outcome; ///< by event: the state it leads to, or the word it is refused with
};

QVector<MatrixRow> matrix()
{
    const QString shut = str("poll-not-open");
    const QString unarmed = str("not-armed");
    const QString already = str("poll-already-open");
    const QString turn = str("not-on-turn");
    const QString polling = str("Polling");
    const QString revoked = str("Revoked");
    const QString expired = str("Expired");
    const QString noGo = str("NoGo");
    const QString hold = str("Hold");
    const auto final = [&](const char *state, const QString &ends) {
        return MatrixRow{
            state, {shut, shut, shut, shut, shut, shut, shut, unarmed, shut, shut, str("Locked"), ends}};
    };
    return {
        {"Locked",
         {polling, polling, polling, turn, turn, noGo, hold, unarmed, revoked, revoked, already, expired}},
        {"Polling",
         {polling, polling, polling, polling, turn, noGo, hold, unarmed, revoked, revoked, already, expired}},
        {"Asked",
         {polling, polling, polling, polling, str("Armed"), noGo, hold, unarmed, revoked, revoked, already,
          expired}},
        {"Hold",
         {polling, polling, polling, polling, turn, noGo, hold, unarmed, revoked, revoked, already, expired}},
        {"Armed",
         {shut, shut, shut, shut, shut, shut, shut, str("Consumed"), revoked, revoked, already, expired}},
        final("NoGo", noGo),
        final("Consumed", str("Consumed")),
        final("Expired", expired),
        final("Unanswered", expired),
        final("Revoked", revoked),
    };
}

} // namespace

class PollMatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateIsReached();
    void stateByEvent_data();
    void stateByEvent();
    void answerByAnswers_data();
    void answerByAnswers();
};

void PollMatrixTest::everyStateIsReached()
{
    const QHash<QString, QString> names{{str("Asked"), str("Polling")}, {str("Unanswered"), str("Expired")}};
    for (const auto &row : matrix()) {
        Reached reached = reach(str(row.state));
        const PollState state = pollState(reached.story.poll(), goodLists(), binding(), reached.now);
        QCOMPARE(wordOf(state), names.value(str(row.state), str(row.state)));
        QCOMPARE(row.outcome.size(), events.size());
    }
    QVERIFY(!isFinal(PollState::Draft));
}

void PollMatrixTest::stateByEvent_data()
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

void PollMatrixTest::stateByEvent()
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
    QCOMPARE(wordOf(pollState(reached.story.poll(), goodLists(), binding(), reached.now)), outcome);
}

void PollMatrixTest::answerByAnswers_data()
{
    QTest::addColumn<int>("tech");
    QTest::addColumn<int>("support");
    QTest::addColumn<int>("qa");
    QTest::addColumn<bool>("criteria");
    QTest::addColumn<int>("verdict");
    // 0: silent, 1: GO, 2: NO-GO, 3: HOLD. GO only where all mandatory said GO and nobody said otherwise.
    for (int i = 0; i < 128; ++i) {
        const int tech = i % 4;
        const int support = i / 4 % 4;
        const int qa = i / 16 % 4;
        const bool criteria = i >= 64;
        const bool anyNo = tech == 2 || support == 2 || qa == 2;
        const bool allGo = tech == 1 && qa == 1 && support < 2 && criteria;
        const auto verdict = anyNo ? PollVerdict::NoGo : allGo ? PollVerdict::Go : PollVerdict::Hold;
        QTest::addRow("tech %d support %d qa %d criteria %d", tech, support, qa, criteria)
            << tech << support << qa << criteria << static_cast<int>(verdict);
    }
}

void PollMatrixTest::answerByAnswers()
{
    QFETCH(int, tech);
    QFETCH(int, support);
    QFETCH(int, qa);
    QFETCH(bool, criteria);
    QFETCH(int, verdict);
    Story story;
    QCOMPARE(story.opensPoll(minute(0)), QString());
    const QVector<Answer> meaning{Answer::NotPolled, Answer::Go, Answer::NoGo, Answer::Hold};
    const auto put = [&](const char *stationId, int answer) {
        if (answer != 0) {
            story.poll().answers.append({str(stationId),
                                         str(stationId),
                                         str(stationId),
                                         {},
                                         meaning.at(answer),
                                         str("why"),
                                         minute(9),
                                         minute(1)});
        }
    };
    put("tech", tech);
    put("support", support);
    put("qa", qa);
    const auto lists = criteria ? goodLists() : listsWith({checkState("nodes", CheckResult::Unknown)});
    QCOMPARE(static_cast<int>(possibleVerdict(story.poll(), lists, minute(5))), verdict);
    // The director can say GO exactly when it is possible, and NO-GO always.
    const QString go = Story(story).announces("dirk", PollVerdict::Go, minute(5), lists);
    QCOMPARE(go.isEmpty(), verdict == static_cast<int>(PollVerdict::Go));
    const QString hold = Story(story).announces("dirk", PollVerdict::Hold, minute(5), lists);
    QCOMPARE(hold, verdict == static_cast<int>(PollVerdict::NoGo) ? str("verdict-not-possible") : QString());
    QCOMPARE(Story(story).announces("dirk", PollVerdict::NoGo, minute(5), lists), QString());
}

QTEST_GUILESS_MAIN(PollMatrixTest)
#include "pollmatrix_test.moc"
