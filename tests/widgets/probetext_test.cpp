// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/probecodes.h"
#include "widgets/style/probetext.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace signalbox;

class ProbeTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnSentence()
    {
        QSet<QString> sentences;
        for (const ProbeCode &code : probeCodes()) {
            QStringList args;
            for (int i = 0; i < code.arguments; ++i) {
                args << QStringLiteral("<arg%1>").arg(i + 1);
            }
            const QString text = probeFindingText(code.code, args);
            QVERIFY2(!text.isEmpty() && !text.contains(QLatin1String("A finding this version")),
                     qPrintable(code.code));
            QVERIFY2(!QRegularExpression(QStringLiteral("%[0-9]")).match(text).hasMatch(), qPrintable(text));
            QVERIFY2(!sentences.contains(text), qPrintable(text));
            sentences.insert(text);
        }
        QVERIFY(sentences.size() > 100);
    }

    void codesOfOtherVersionsAreNamed()
    {
        QVERIFY(probeFindingText(QStringLiteral("new-code"), {}).contains(QLatin1String("new-code")));
    }

    void argumentsStayWhatTheyAre()
    {
        const QString text =
            probeFindingText(QStringLiteral("postgres-error"),
                             {QStringLiteral("%2"), QStringLiteral("%3"), QStringLiteral("a\u202eb")});
        QCOMPARE(text, QStringLiteral("PostgreSQL at %2 refuses (%3): a[U+202E]b"));
        QVERIFY(probeFindingText(QStringLiteral("tcp-open"), {}).contains(QStringLiteral("–")));
    }

    void commandsAreShownInFull()
    {
        const QString longArgument(3000, QLatin1Char('x'));
        const QString text =
            probeFindingText(QStringLiteral("consent-needed"),
                             {QStringLiteral("/bin/tool"), QStringLiteral("a b"), longArgument, {}});
        QVERIFY(text.endsWith(QStringLiteral("“/bin/tool” “a b” “%1” “”").arg(longArgument)));
    }
};

QTEST_GUILESS_MAIN(ProbeTextTest)
#include "probetext_test.moc"
