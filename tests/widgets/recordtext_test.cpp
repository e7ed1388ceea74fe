// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pseudotranslator.h"
#include "widgets/style/activitytext.h"
#include "widgets/style/recordtext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace signalbox;

namespace
{

ActivityEntry entryOf(const char *action, const char *result, const char *parameters)
{
    LedgerRecord record;
    record.action = QLatin1String(action);
    record.result = QLatin1String(result);
    record.parameters = parameters;
    return activityOf(record);
}

constexpr const char *decisions[]{"OpenGate",      "CastVote",      "RevokeVote",      "EndGate",
                                  "OpenPoll",      "AnswerPoll",    "AnnounceVerdict", "EndPoll",
                                  "AddEvidence",   "RequestWaiver", "GrantWaiver",     "RequestOverride",
                                  "GrantOverride", "GrantRole",     "RevokeRole"};

} // namespace

class RecordTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDecisionHasItsOwnWords();
    void results_data();
    void results();
    void tones_data();
    void tones();
    void nothingOfOursStaysEnglish();
    void hostileTextStaysPlain();
    void inOneLine();
};

void RecordTextTest::everyDecisionHasItsOwnWords()
{
    QSet<QString> texts;
    for (const char *decision : decisions) {
        const QString text = recordActionText(entryOf(decision, "succeeded", "{}"));
        QVERIFY2(!text.isEmpty() && text != QLatin1String(decision), decision);
        texts.insert(text);
    }
    QCOMPARE(texts.size(), static_cast<qsizetype>(std::size(decisions)));
    QCOMPARE(recordActionText(entryOf("Promote", "succeeded", "{}")), QStringLiteral("Promote"));
    QCOMPARE(recordActionText(entryOf("FromTheFuture", "", "{}")), QStringLiteral("FromTheFuture"));
}

void RecordTextTest::results_data()
{
    QTest::addColumn<ActivityEntry>("entry");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *action, const char *result, const char *parameters, const char *text) {
        QTest::addRow("%s %s %s", action, result, text)
            << entryOf(action, result, parameters) << QString::fromUtf8(text);
    };
    row("CastVote", "succeeded", R"({"body":{"seat":"qa","choice":"approve"}})", "qa · approved");
    row("CastVote", "succeeded", R"({"body":{"seat":"qa","choice":"reject"}})", "qa · rejected");
    row("CastVote", "refused", R"({"body":{"seat":"qa","choice":"approve"},"refusal":"role-missing"})",
        "qa · approved · refused by a rule");
    row("AnswerPoll", "succeeded", R"({"body":{"station":"ops","answer":"no-go"}})", "ops · NO-GO");
    row("AnnounceVerdict", "succeeded", R"({"body":{"verdict":"go"}})", "GO");
    row("EndGate", "succeeded", R"({"body":{"gate":"7","state":"consumed"}})", "used");
    row("AddEvidence", "succeeded", R"({"body":{"item":"S1-PRE-1","result":"fail"}})",
        "S1-PRE-1 · does not pass");
    row("RequestWaiver", "succeeded", R"({"body":{"item":"S1-PRE-1","kind":"waived"}})",
        "S1-PRE-1 · to be waived");
    row("RequestOverride", "succeeded", R"({"body":{"rule":"INV-07"}})", "INV-07");
    row("GrantRole", "succeeded", R"({"person":"dana","role":"lead"})", "lead");
    row("CastVote", "succeeded", R"({"body":{"choice":"later"}})", "later");
    row("CastVote", "succeeded", "no json", "");
    row("Promote", "denied", R"({"code":"forbidden"})", "permission denied");
    row("Promote", "succeeded", R"({"body":{"choice":"approve"}})", "done and verified");
    row("Promote", "", "{}", "");
}

void RecordTextTest::results()
{
    QFETCH(ActivityEntry, entry);
    QFETCH(QString, text);
    QCOMPARE(recordResultText(entry).toLower(), text.toLower());
}

void RecordTextTest::tones_data()
{
    QTest::addColumn<ActivityEntry>("entry");
    QTest::addColumn<ActivityTone>("tone");
    QTest::newRow("approved") << entryOf("CastVote", "succeeded", R"({"body":{"choice":"approve"}})")
                              << ActivityTone::Good;
    QTest::newRow("rejected") << entryOf("CastVote", "succeeded", R"({"body":{"choice":"reject"}})")
                              << ActivityTone::Warning;
    QTest::newRow("no-go") << entryOf("AnnounceVerdict", "succeeded", R"({"body":{"verdict":"no-go"}})")
                           << ActivityTone::Warning;
    QTest::newRow("denied") << entryOf("Promote", "denied", "{}") << ActivityTone::Warning;
    QTest::newRow("refused") << entryOf("CastVote", "refused", "{}") << ActivityTone::Warning;
}

void RecordTextTest::tones()
{
    QFETCH(ActivityEntry, entry);
    QFETCH(ActivityTone, tone);
    QVERIFY(entry.tone == tone);
}

void RecordTextTest::nothingOfOursStaysEnglish()
{
    PseudoTranslator translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    for (const char *decision : decisions) {
        QCOMPARE(recordActionText(entryOf(decision, "succeeded", "{}"))
                     .contains(QRegularExpression(QStringLiteral("[A-Za-z]"))),
                 false);
    }
    const QString text = recordResultText(entryOf("CastVote", "refused", R"({"body":{"choice":"approve"}})"));
    QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("[A-Za-z]"))), qPrintable(text));
    QCoreApplication::removeTranslator(&translator);
}

void RecordTextTest::hostileTextStaysPlain()
{
    const QString text =
        recordResultText(entryOf("CastVote", "succeeded", "{\"body\":{\"seat\":\"qa\u202e\nx\"}}"));
    QVERIFY(!text.contains(QChar(0x202e)));
    QVERIFY(!text.contains(QLatin1Char('\n')));
}

void RecordTextTest::inOneLine()
{
    const auto line = [](ActivityEntry entry, const char *reason) {
        entry.object = QStringLiteral("api");
        entry.text = QLatin1String(reason);
        entry.time = QDateTime::fromMSecsSinceEpoch(1'787'306'400'000, Qt::UTC);
        return activityLine(entry, entry.time, TimeZoneChoice::Utc).section(QLatin1Char(' '), 1);
    };
    QCOMPARE(line(entryOf("Promote", "denied", "{}"), "now"),
             QStringLiteral("Promote · api · permission denied"));
    QCOMPARE(line(entryOf("CastVote", "succeeded", R"({"body":{"seat":"qa","choice":"approve"}})"), ""),
             QStringLiteral("Vote · api · qa · approved"));
    QCOMPARE(line(entryOf("OpenGate", "succeeded", "{}"), "why"), QStringLiteral("Open gate · api · why"));
    QCOMPARE(line(entryOf("OpenGate", "succeeded", "{}"), ""), QStringLiteral("Open gate · api"));
}

QTEST_MAIN(RecordTextTest)
#include "recordtext_test.moc"
