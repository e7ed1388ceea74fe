// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/commandprobe.h"
#include "probefixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class CommandProbeTest : public QObject
{
    Q_OBJECT

private:
    static QString write(const QString &path, const QByteArray &script)
    {
        QFile file(path);
        const bool written = file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + script) > 0 &&
                             file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return written ? path : QString();
    }
    static ProbeFinding run(ProbeFixture &fixture, const QStringList &argv, int seconds = 10)
    {
        return fixture.run(ProbeKind::Command, {{QStringLiteral("argv"), argv}}, seconds);
    }
    QTemporaryDir m_folder;

private Q_SLOTS:
    void runsNothingWithoutConsent()
    {
        ProbeFixture fixture;
        const QString marker = m_folder.filePath(QStringLiteral("ran"));
        const QString script = write(m_folder.filePath(QStringLiteral("touch.sh")), "touch \"$1\"\n");
        const QStringList argv{script, marker};
        fixture.context.binding.planHash = "plan-1";
        const auto asked = run(fixture, argv);
        QCOMPARE(verdictOf(asked), QStringLiteral("unknown consent-needed"));
        QCOMPARE(asked.args, argv);
        QVERIFY(!QFile::exists(marker));

        fixture.consents.allow("plan-1", argv);
        // Another plan, other arguments, no plan: each asks anew.
        fixture.context.binding.planHash = "plan-2";
        QCOMPARE(verdictOf(run(fixture, argv)), QStringLiteral("unknown consent-needed"));
        fixture.context.binding.planHash.clear();
        fixture.consents.allow({}, argv);
        QCOMPARE(verdictOf(run(fixture, argv)), QStringLiteral("unknown consent-needed"));
        fixture.context.binding.planHash = "plan-1";
        QCOMPARE(verdictOf(run(fixture, argv + QStringList{QStringLiteral("x")})),
                 QStringLiteral("unknown consent-needed"));
        QCOMPARE(verdictOf(run(fixture, {script})), QStringLiteral("unknown consent-needed"));
        QVERIFY(!QFile::exists(marker));

        QCOMPARE(verdictOf(run(fixture, argv)), QStringLiteral("pass command-succeeded"));
        QVERIFY(QFile::exists(marker));
    }

    void tellsCommandLinesApart()
    {
        using probes::commandSubject;
        const auto subject = [](const QStringList &argv) { return commandSubject("plan", argv); };
        QVERIFY(subject({QStringLiteral("a"), QStringLiteral("bc")}) !=
                subject({QStringLiteral("ab"), QStringLiteral("c")}));
        QVERIFY(subject({QStringLiteral("a b")}) != subject({QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(subject({QStringLiteral("a")}) != subject({QStringLiteral("a"), QString()}));
        QVERIFY(commandSubject({}, {QStringLiteral("a")}).isEmpty());
        QVERIFY(subject({}).isEmpty());
    }

    void judgesTheExitCode()
    {
        ProbeFixture fixture;
        const auto failed = allowed(fixture, "exit 3\n");
        QCOMPARE(inWords(failed), QStringLiteral("fail command-failed %1 | 3").arg(m_script));
        QCOMPARE(verdictOf(allowed(fixture, "kill -9 $$\n")), QStringLiteral("fail command-crashed"));
        QCOMPARE(verdictOf(allowed(fixture, "exit 0\n")), QStringLiteral("pass command-succeeded"));
    }

    void usesNoShellAndABareEnvironment()
    {
        ProbeFixture fixture;
        qputenv("SIGNALBOX_TEST_SECRET", "s3cr3t");
        const QString seen = m_folder.filePath(QStringLiteral("seen"));
        const QByteArray script = "{ printf '%s\\n' \"$1\"; pwd; env; } > " + QFile::encodeName(seen) + "\n";
        QCOMPARE(verdictOf(allowed(fixture, script, {QStringLiteral("$(touch x); `id` | $HOME")})),
                 QStringLiteral("pass command-succeeded"));
        QFile file(seen);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.value(0), QByteArray("$(touch x); `id` | $HOME"));
        QCOMPARE(lines.value(1), QByteArray("/"));
        QVERIFY(lines.contains("LANG=C.UTF-8"));
        QVERIFY(!lines.contains("SIGNALBOX_TEST_SECRET=s3cr3t"));
        qunsetenv("SIGNALBOX_TEST_SECRET");
    }

    void endsTheWholeGroupInTime()
    {
        ProbeFixture fixture;
        const QString pids = m_folder.filePath(QStringLiteral("pids"));
        const QByteArray script =
            "trap '' TERM\nsleep 1000 &\necho $! $$ > " + QFile::encodeName(pids) + "\nwait\n";
        QCOMPARE(verdictOf(allowed(fixture, script, {}, 1)), QStringLiteral("unknown timeout"));
        QFile file(pids);
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QByteArray &pid : file.readAll().simplified().split(' ')) {
            QVERIFY(pid.toInt() > 1);
            QTRY_VERIFY2(hasEnded(pid), pid.constData());
        }
    }

    void limitsWhatIsPrinted()
    {
        ProbeFixture fixture;
        QCOMPARE(verdictOf(allowed(fixture, "while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done\n")),
                 QStringLiteral("unknown command-too-much-output"));
    }

    void findsPrograms()
    {
        using probes::programPath;
        const QString script = write(m_folder.filePath(QStringLiteral("tool")), "exit 0\n");
        const QString plain = m_folder.filePath(QStringLiteral("plain"));
        QVERIFY(QFile::copy(script, plain) && QFile::setPermissions(plain, QFile::ReadOwner));
        QCOMPARE(programPath(script, {}), script);
        QCOMPARE(programPath(QStringLiteral("tool"), m_folder.path()), script);
        QCOMPARE(programPath(QStringLiteral("tool"), {}), QString());
        QCOMPARE(programPath(QStringLiteral("./tool"), m_folder.path()), QString());
        QCOMPARE(programPath(QStringLiteral("../tool"), m_folder.path()), QString());
        QCOMPARE(programPath(m_folder.path(), {}), QString());
        QDir::setCurrent(m_folder.path());
        QCOMPARE(programPath(QStringLiteral("tool"), QStringLiteral(".:relative")), QString());
        ProbeFixture fixture;
        QCOMPARE(inWords(run(fixture, {QStringLiteral("no-such-tool-anywhere")})),
                 QStringLiteral("unknown command-not-found no-such-tool-anywhere"));
    }

    void saysWhenAProgramDoesNotStart()
    {
        ProbeFixture fixture;
        const QString broken = m_folder.filePath(QStringLiteral("broken"));
        QFile file(broken);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("#!/no/such/interpreter\n") > 0);
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        file.close();
        fixture.context.binding.planHash = "plan";
        fixture.consents.allow("plan", {broken});
        QCOMPARE(verdictOf(run(fixture, {broken})), QStringLiteral("unknown command-not-started"));
    }

private:
    /// Gone, or a zombie that nobody has collected yet.
    static bool hasEnded(const QByteArray &pid)
    {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(QString::fromLatin1(pid)));
        return !stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z ");
    }
    ProbeFinding allowed(ProbeFixture &fixture, const QByteArray &script, const QStringList &arguments = {},
                         int seconds = 10)
    {
        m_script = write(m_folder.filePath(QStringLiteral("script-%1").arg(++m_scripts)), script);
        const QStringList argv = QStringList{m_script} + arguments;
        fixture.context.binding.planHash = "plan";
        fixture.consents.allow("plan", argv);
        return run(fixture, argv, seconds);
    }
    QString m_script;
    int m_scripts = 0;
};

QTEST_GUILESS_MAIN(CommandProbeTest)
#include "commandprobe_test.moc"
