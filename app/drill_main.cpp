// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/api/clock.h"
#include "backends/drill/drill.h"
#include "backends/drill/scenarioparser.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>

#include <cmath>
#include <csignal>
#include <cstdio>
#include <sys/socket.h>
#include <unistd.h>

namespace
{

using namespace signalbox;
using namespace signalbox::drill;

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
    [[nodiscard]] std::chrono::milliseconds steady() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    }
};

int signalPipe[2] = {-1, -1};

extern "C" void onSignal(int)
{
    const char byte = 1;
    if (::write(signalPipe[0], &byte, 1) < 0)
        ::_exit(1); // nobody can be told any more
}

/// SIGTERM and SIGINT end the event loop, so that destructors run and children and files go.
bool quitOnSignals(QCoreApplication &application)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, signalPipe) != 0)
        return false;
    auto *notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    ::sigemptyset(&action.sa_mask);
    return ::sigaction(SIGTERM, &action, nullptr) == 0 && ::sigaction(SIGINT, &action, nullptr) == 0;
}

void quitWithStandardInput(QCoreApplication &application)
{
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, [notifier, &application] {
        char buffer[256];
        if (::read(STDIN_FILENO, buffer, sizeof buffer) <= 0) {
            notifier->setEnabled(false);
            application.quit();
        }
    });
}

void printLine(FILE *stream, const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

int listScenarios()
{
    for (const auto &[name, summary] : builtInScenarios())
        printLine(stdout, name.leftJustified(20).toUtf8() + summary.toUtf8());
    return 0;
}

struct CommandLine {
    Drill::Options options;
    bool exitWithInput = false;
    bool list = false;
    QString problem;
};

CommandLine readCommandLine(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("A training ground: a loopback Kubernetes API with a living "
                       "cluster behind it, and a real Prometheus beside it."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("SCENARIO"),
                                 QStringLiteral("name of a built-in scenario, or a YAML file"));
    const QCommandLineOption speed(QStringLiteral("speed"), QStringLiteral("divide durations by N"),
                                   QStringLiteral("N"), QStringLiteral("1"));
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("repeat a run exactly"),
                                  QStringLiteral("N"));
    const QCommandLineOption kubeconfig(QStringLiteral("write-kubeconfig"),
                                        QStringLiteral("where to write the kubeconfig"),
                                        QStringLiteral("FILE"));
    const QCommandLineOption list(QStringLiteral("list"), QStringLiteral("list the built-in scenarios"));
    const QCommandLineOption withInput(QStringLiteral("exit-with-stdin"),
                                       QStringLiteral("end when standard input ends"));
    const QCommandLineOption noPlans(QStringLiteral("no-plans"),
                                     QStringLiteral("serve no release plans: nothing waits for a gate"));
    parser.addOptions({speed, seed, kubeconfig, list, withInput, noPlans});
    parser.process(application);

    CommandLine line;
    line.list = parser.isSet(list);
    line.exitWithInput = parser.isSet(withInput);
    line.options.kubeconfigPath = parser.value(kubeconfig);
    line.options.plans = !parser.isSet(noPlans);
    if (line.list)
        return line;
    bool fine = false;
    line.options.speed = parser.value(speed).toDouble(&fine);
    if (!fine || !std::isfinite(line.options.speed) || line.options.speed < 1 || line.options.speed > 1000) {
        line.problem = QStringLiteral("--speed: expected a number from 1 to 1000");
        return line;
    }
    if (parser.positionalArguments().size() != 1) {
        line.problem = QStringLiteral("expected one SCENARIO; --list names them");
        return line;
    }
    auto scenario = loadScenario(parser.positionalArguments().first());
    if (!scenario) {
        line.problem = scenario.error().detail;
        return line;
    }
    line.options.scenario = std::move(*scenario);
    if (parser.isSet(seed)) {
        line.options.scenario.seed = parser.value(seed).toULongLong(&fine);
        if (!fine)
            line.problem = QStringLiteral("--seed: expected a whole number");
    }
    return line;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalbox-drill"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    std::signal(SIGPIPE, SIG_IGN);

    CommandLine line = readCommandLine(application);
    if (line.list)
        return listScenarios();
    if (!line.problem.isEmpty()) {
        printLine(stderr, QByteArray("signalbox-drill: ") + line.problem.toUtf8());
        return 2;
    }
    if (!quitOnSignals(application)) {
        printLine(stderr, QByteArray("signalbox-drill: signals cannot be handled"));
        return 1;
    }
    if (line.exitWithInput)
        quitWithStandardInput(application);

    const SystemClock clock;
    Drill drill(clock, std::move(line.options));
    QObject::connect(&drill, &Drill::ready, &application, [&drill] { printLine(stdout, drill.report()); });
    QObject::connect(&drill, &Drill::failed, &application, [](const Error &error) {
        printLine(stderr, QByteArray("signalbox-drill: ") + error.detail.toUtf8());
        QCoreApplication::exit(1);
    });
    QObject::connect(&drill, &Drill::childDied, &application, [](const QString &program) {
        printLine(stderr, QByteArray("signalbox-drill: ended unexpectedly: ") + program.toUtf8());
    });
    drill.start();
    return QCoreApplication::exec();
}
