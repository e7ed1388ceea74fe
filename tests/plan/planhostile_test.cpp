// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/planparser.h"
#include "models/plan/planyaml.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>

namespace signalbox
{
namespace
{

using Code = PlanProblemCode;

/// Sanitizers keep memory of their own.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool Sanitized = true;
#else
constexpr bool Sanitized = false;
#endif

QByteArray repeated(const char *text, int times)
{
    return QByteArray(text).repeated(times);
}

/// Nine anchors, each a list of nine times the one before: 387 million values if expanded.
QByteArray bomb()
{
    QByteArray text("a0: &a0 [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n");
    for (int i = 1; i < 9; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        text += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + before;
        for (int k = 1; k < 9; ++k) {
            text += "," + before;
        }
        text += "]\n";
    }
    return text;
}

QByteArray nested(int levels)
{
    QByteArray text;
    for (int i = 0; i < levels; ++i) {
        text += QByteArray(i, ' ') + "a:\n";
    }
    return text;
}

QByteArray chainOfSteps(int count)
{
    QByteArray text("signalboxPlan: 1\nrecovery:\n  steps:\n");
    for (int i = 0; i < count; ++i) {
        text += "    - { id: s" + QByteArray::number(i) + ", budget: 1m, after: [s" +
                QByteArray::number((i + 1) % count) + "], title: {en: a, zh_TW: a, zh_CN: a} }\n";
    }
    return text;
}

/// Peak resident memory of this process so far.
qint64 peakKilobytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) {
        return -1;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:")) {
            return line.mid(6).trimmed().split(' ').first().toLongLong();
        }
    }
    return -1;
}

} // namespace

/// Files nobody would write by hand: each one clear message, quickly and in little memory.
class PlanHostileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refused_data();
    void refused();
    void place_data();
    void place();
    void quick_data();
    void quick();
};

void PlanHostileTest::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &bytes, Code code) {
        QTest::newRow(name) << bytes << static_cast<int>(code);
    };
    row("10 MB", repeated("a: b\n", 2 * 1024 * 1024), Code::TooLarge);
    row("one byte over", QByteArray(PlanLimits::bytes + 1, '#'), Code::TooLarge);
    row("just the limit", QByteArray(PlanLimits::bytes, '#'), Code::Empty);
    row("empty", {}, Code::Empty);
    row("only a byte order mark", "\xEF\xBB\xBF", Code::Empty);
    row("only comments", "# nothing\n", Code::Empty);
    row("only null", "~\n", Code::Empty);
    row("latin 1", "id: caf\xe9\n", Code::NotUtf8);
    row("utf 16", QByteArray("\xff\xfei\0d\0:\0", 8), Code::NotUtf8);
    row("surrogate", "id: \xed\xa0\x80\n", Code::NotUtf8);
    row("zero byte", QByteArray("id: a\0b\n", 9), Code::NotUtf8);
    row("image", QByteArray("\x89PNG\r\n\x1a\n\0\0\0", 11), Code::NotUtf8);
    row("tab for indentation", "a:\n  b: 1\n \tc: 2\n", Code::Syntax);
    row("only text", "just words\n", Code::WrongType);
    row("only a list", "- a\n- b\n", Code::WrongType);
    row("several documents", "id: a\n---\nid: b\n", Code::SeveralDocuments);
    row("alias expansion", bomb(), Code::AnchorRefused);
    row("merge key", "a: &x {b: c}\nd:\n  <<: *x\n", Code::AnchorRefused);
    row("alias of itself", "a: &x [*x]\n", Code::AnchorRefused);
    row("unknown alias", "a: *nothing\n", Code::Syntax);
    row("python object", "a: !!python/object:os.system ls\n", Code::TagRefused);
    row("deep maps", nested(40), Code::TooDeep);
    row("very deep maps", nested(1500), Code::TooDeep);
    row("deep lists", repeated("[", 100), Code::TooDeep);
    row("unclosed quote", "id: \"abc", Code::Syntax);
    row("unclosed map", "id: { a: b\n", Code::Syntax);
    row("control characters", "id: \x01\x02\n", Code::ControlCharacter);
    row("escaped control character", "id: \"a\\u001fb\"\n", Code::ControlCharacter);
    row("escaped next line", "id: \"a\\u0085b\"\n", Code::ControlCharacter);
    row("too many values", "a: [" + repeated("1,", 250'000) + "]\n", Code::TooManyValues);
    row("too many commas", "a: \"" + repeated("1,", 310'000) + "\"\n", Code::TooManyValues);
    row("too many lines", "a:\n" + repeated("- 1\n", 300'000), Code::TooManyValues);
    row("circle of thousands of steps", chainOfSteps(10'000), Code::CyclicReference);
}

void PlanHostileTest::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const ParsedPlan parsed = parsePlan(bytes, QStringLiteral("x.yaml"));
    QVERIFY(!parsed.plan);
    QVERIFY(!parsed.problems.isEmpty());
    QVERIFY(parsed.problems.size() <= PlanLimits::problems + 1);
    const bool named =
        std::any_of(parsed.problems.cbegin(), parsed.problems.cend(),
                    [code](const PlanProblem &problem) { return static_cast<int>(problem.code) == code; });
    QVERIFY2(named, qPrintable(planProblemName(parsed.problems.first().code)));
    for (const PlanProblem &problem : parsed.problems) {
        QCOMPARE(problem.file, QStringLiteral("x.yaml"));
    }
}

void PlanHostileTest::place_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("too large") << QByteArray(PlanLimits::bytes + 1, '#') << 0 << 0;
    QTest::newRow("not UTF-8") << QByteArray("a: b\nid: caf\xe9\n") << 2 << 8;
    QTest::newRow("not UTF-8 after wide characters") << QByteArray("a: b\nid: \xe7\xb5\x90\xe9\n") << 2 << 6;
    QTest::newRow("tab") << QByteArray("a:\n  b: 1\n \tc: 2\n") << 3 << 2;
    QTest::newRow("second document") << QByteArray("id: a\n---\nid: b\n") << 2 << 1;
    QTest::newRow("anchor") << QByteArray("a: &x b\n") << 1 << 4;
    QTest::newRow("alias") << QByteArray("a: &x b\nc: *x\n") << 1 << 4;
    QTest::newRow("tag") << QByteArray("a: b\nc: !!str d\n") << 2 << 4;
}

void PlanHostileTest::place()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, line);
    QFETCH(int, column);
    const ParsedPlan parsed = parsePlan(bytes, QStringLiteral("x.yaml"));
    QVERIFY(!parsed.problems.isEmpty());
    QCOMPARE(parsed.problems.first().line, line);
    QCOMPARE(parsed.problems.first().column, column);
}

void PlanHostileTest::quick_data()
{
    QTest::addColumn<QByteArray>("bytes");
    constexpr int Most = PlanLimits::bytes;
    QTest::newRow("alias expansion") << bomb();
    QTest::newRow("opening brackets") << repeated("[", Most);
    QTest::newRow("opening braces") << repeated("{", Most);
    QTest::newRow("dashes") << repeated("- ", Most / 2);
    QTest::newRow("question marks") << repeated("? ", Most / 2);
    QTest::newRow("anchors in one list") << "[" + repeated("&a 1,", Most / 5 - 1) + "]";
    QTest::newRow("aliases in one list") << "[&a 1," + repeated("*a,", Most / 3 - 10) + "]";
    QTest::newRow("one line of values") << "a: [" + repeated("1,", Most / 2 - 10) + "]";
    QTest::newRow("one line of wide values") << "a: [" + repeated("\xe7\xb5\x90,", Most / 4 - 10) + "]";
    QTest::newRow("the same key again and again") << repeated("a: b\n", Most / 5);
    QTest::newRow("one long key") << QByteArray(Most - 10, 'x') + ": 1";
    QTest::newRow("one long text") << "id: " + QByteArray(Most - 10, 'x');
    QTest::newRow("many lines") << repeated("\n", Most);
    QTest::newRow("many documents") << repeated("---\n", Most / 4);
    QTest::newRow("circle of steps") << chainOfSteps(10'000);
    QTest::newRow("many words after a dollar")
        << "metrics: [{ query: \"" + repeated("$a ", Most / 3 - 20) + "\" }]";
    QTest::newRow("as many values as allowed")
        << "a: [" + repeated("1,", PlanLimits::flowCharacters - 10) + "]";
    QTest::newRow("as many anchors as allowed")
        << "a: [&a 1," + repeated("*a,", PlanLimits::flowCharacters / 2 - 10) + "]";
    QTest::newRow("brackets as deep as allowed") << repeated("[", PlanLimits::openBrackets);
    QTest::newRow("many colons") << "a: {" + repeated("b: {", 20) + repeated("c: d,", Most / 5 - 50) + "}";
}

void PlanHostileTest::quick()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(bytes.size() <= PlanLimits::bytes);
    QElapsedTimer timer;
    timer.start();
    const ParsedPlan parsed = parsePlan(bytes, {});
    QVERIFY(!parsed.plan);
    QVERIFY(!parsed.problems.isEmpty());
    // Generous, for a busy machine and sanitizers; expanding or a quadratic step would take minutes.
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    const qint64 peak = peakKilobytes();
    QVERIFY2(peak > 0 && (Sanitized || peak < 250'000), qPrintable(QString::number(peak)));
}

} // namespace signalbox

QTEST_GUILESS_MAIN(signalbox::PlanHostileTest)
#include "planhostile_test.moc"
