// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandline.h"
#include "app/composition/paths.h"

#include <QTest>

using namespace signalbox;

class CommandLineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void optionsAreRead();
    void wrongArgumentsAreNamed_data();
    void wrongArgumentsAreNamed();
    void helpAndVersionAreText();
    void pathsFollowXdg();
    void oneFolderHoldsEverything();

private:
    static Result<ConsoleOptions> parse(const QStringList &arguments)
    {
        return parseConsoleOptions(QStringList{QStringLiteral("signalbox")} + arguments);
    }
};

void CommandLineTest::cleanup()
{
    for (const char *name : {"SIGNALBOX_CONFIG_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"}) {
        qunsetenv(name);
    }
}

void CommandLineTest::optionsAreRead()
{
    const auto options =
        parse({QStringLiteral("--kubeconfig"), QStringLiteral("/tmp/k"), QStringLiteral("--context=c"),
               QStringLiteral("--drill"), QStringLiteral("steady"), QStringLiteral("--speed"),
               QStringLiteral("60"), QStringLiteral("--safe-mode")});
    QVERIFY(options);
    QCOMPARE(options->kubeconfig, QStringLiteral("/tmp/k"));
    QCOMPARE(options->context, QStringLiteral("c"));
    QCOMPARE(options->drill, QStringLiteral("steady"));
    QCOMPARE(options->speed, QStringLiteral("60"));
    QVERIFY(options->safeMode);
    QVERIFY(!options->showPaths);
    QVERIFY(options->screenshots.isEmpty());
}

void CommandLineTest::wrongArgumentsAreNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--kubeconfg")}
                                    << QStringLiteral("kubeconfg");
    QTest::newRow("value missing") << QStringList{QStringLiteral("--context")} << QStringLiteral("context");
    QTest::newRow("stray word") << QStringList{QStringLiteral("steady")} << QStringLiteral("steady");
}

void CommandLineTest::wrongArgumentsAreNamed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto options = parse(arguments);
    QVERIFY(!options);
    QCOMPARE(options.error().code, ErrorCode::BadConfiguration);
    QVERIFY2(options.error().detail.contains(named), qPrintable(options.error().detail));
}

void CommandLineTest::helpAndVersionAreText()
{
    const auto help = parse({QStringLiteral("--help")});
    QVERIFY(!help);
    QCOMPARE(help.error().code, ErrorCode::Cancelled);
    for (const char *option : {"--kubeconfig", "--drill", "--screenshots", "--paths", "--safe-mode"}) {
        QVERIFY2(help.error().detail.contains(QLatin1String(option)), option);
    }
    const auto version = parse({QStringLiteral("--version")});
    QVERIFY(!version);
    QVERIFY(version.error().detail.contains(QStringLiteral(SIGNALBOX_VERSION)));
}

void CommandLineTest::pathsFollowXdg()
{
    qputenv("XDG_CONFIG_HOME", "/x/config");
    qputenv("XDG_DATA_HOME", "/x/data");
    qputenv("XDG_STATE_HOME", "/x/state");
    const Paths paths = Paths::standard({});
    QCOMPARE(paths.settings, QStringLiteral("/x/config/signalbox/signalbox.ini"));
    QCOMPARE(paths.metricsFile, QStringLiteral("/x/config/signalbox/metrics.json"));
    QCOMPARE(paths.plans, QStringLiteral("/x/config/signalbox/plans"));
    QCOMPARE(paths.data, QStringLiteral("/x/data/signalbox"));
    QCOMPARE(paths.state, QStringLiteral("/x/state/signalbox/layout.ini"));
}

void CommandLineTest::oneFolderHoldsEverything()
{
    qputenv("XDG_CONFIG_HOME", "/x/config");
    qputenv("SIGNALBOX_CONFIG_DIR", "/y");
    QCOMPARE(Paths::standard({}).settings, QStringLiteral("/y/signalbox.ini"));
    QCOMPARE(Paths::standard({}).data, QStringLiteral("/y"));
    const Paths given = Paths::standard(QStringLiteral("/z"));
    QCOMPARE(given.settings, QStringLiteral("/z/signalbox.ini"));
    QCOMPARE(given.state, QStringLiteral("/z/layout.ini"));
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "commandline_test.moc"
