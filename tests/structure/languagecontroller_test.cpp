// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/languagecontroller.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;

namespace
{

QString alerts(int count)
{
    return QCoreApplication::translate("signalbox::StatusStrip", "%n alert(s) firing", nullptr, count);
}

QString rollBack()
{
    return QCoreApplication::translate("ActionText", "Roll back");
}

} // namespace

class LanguageControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsReadNaturally_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("en 0") << QStringLiteral("en") << 0 << QStringLiteral("0 alerts firing");
        QTest::newRow("en 1") << QStringLiteral("en") << 1 << QStringLiteral("1 alert firing");
        QTest::newRow("en 2") << QStringLiteral("en") << 2 << QStringLiteral("2 alerts firing");
        QTest::newRow("zh_TW 1") << QStringLiteral("zh_TW") << 1 << QStringLiteral("1 則告警觸發中");
        QTest::newRow("zh_TW 2") << QStringLiteral("zh_TW") << 2 << QStringLiteral("2 則告警觸發中");
    }

    void countsReadNaturally()
    {
        QFETCH(QString, language);
        QFETCH(int, count);
        LanguageController controller;
        controller.setLanguage(language);
        QTEST(alerts(count), "text");
    }

    void wordsAreTheRegionsOwn_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::newRow("en") << QStringLiteral("en") << QStringLiteral("Roll back");
        QTest::newRow("zh_TW") << QStringLiteral("zh_TW") << QStringLiteral("退版");
        QTest::newRow("zh_CN") << QStringLiteral("zh_CN") << QStringLiteral("回滚");
    }

    void wordsAreTheRegionsOwn()
    {
        QFETCH(QString, language);
        LanguageController controller;
        controller.setLanguage(language);
        QTEST(rollBack(), "text");
    }

    void switchesBackAndForth()
    {
        LanguageController controller;
        QSignalSpy changes(&controller, &LanguageController::languageChanged);
        controller.setLanguage(QStringLiteral("zh_TW"));
        QCOMPARE(QLocale().territory(), QLocale::Taiwan);
        controller.setLanguage(QStringLiteral("en"));
        QCOMPARE(rollBack(), QStringLiteral("Roll back"));
        QCOMPARE(alerts(1), QStringLiteral("1 alert firing"));
        QCOMPARE(QLocale().language(), QLocale::English);
        controller.setLanguage(QStringLiteral("zh_CN"));
        QCOMPARE(rollBack(), QStringLiteral("回滚"));
        QCOMPARE(changes.count(), 3);
    }

    void theSameLanguageAgainIsNoChange()
    {
        LanguageController controller;
        controller.setLanguage(QStringLiteral("zh_TW"));
        QSignalSpy changes(&controller, &LanguageController::languageChanged);
        controller.setLanguage(QStringLiteral("zh_TW"));
        QCOMPARE(changes.count(), 0);
    }
};

QTEST_GUILESS_MAIN(LanguageControllerTest)
#include "languagecontroller_test.moc"
