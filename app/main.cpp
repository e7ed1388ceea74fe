// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandline.h"
#include "app/window/console.h"
#include "app/window/screenshots.h"

#include <QApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>
#include <optional>

using namespace signalbox;

namespace
{

int printPaths(const ConsoleOptions &options)
{
    const Paths paths = Paths::standard(options.configDirectory);
    std::printf("settings        %s\nmetric profiles %s\nledger          %s\nwindow layout   %s\n",
                qPrintable(paths.settings), qPrintable(paths.metricsFile), qPrintable(paths.data),
                qPrintable(paths.state));
    return 0;
}

/// Without a display Qt would abort. Pictures need none; everything else says what is missing.
bool displayIsMissing(const QStringList &arguments)
{
    const bool chosen =
        qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || arguments.contains(QStringLiteral("-platform"));
    if (chosen || qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")) {
        return false;
    }
    for (const QString &argument : arguments) {
        if (argument.startsWith(QLatin1String("--screenshots"))) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
            return false;
        }
    }
    return true;
}

/// Answers --help, --version, --paths and bad arguments; none of them needs a display.
std::optional<int> answeredOnTerminal(const Result<ConsoleOptions> &options)
{
    if (!options) {
        const bool asked = options.error().code == ErrorCode::Cancelled;
        std::fprintf(asked ? stdout : stderr, "%s%s\n",
                     asked ? "" : "signalbox: ", qPrintable(options.error().detail));
        return asked ? 0 : 2;
    }
    return options->showPaths ? std::optional(printPaths(*options)) : std::nullopt;
}

int runConsole(QApplication &application, ConsoleOptions options)
{
    // Pictures switch language and theme; the user's own settings stay as they are.
    const QTemporaryDir scratch;
    if (!options.screenshots.isEmpty() && options.configDirectory.isEmpty()) {
        options.configDirectory = scratch.path();
    }
    Console console(application, options);
    std::unique_ptr<Screenshots> screenshots;
    if (!options.screenshots.isEmpty()) {
        screenshots = std::make_unique<Screenshots>(console, options.screenshots);
    }
    console.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int index = 0; index < argc; ++index) {
        arguments.append(QString::fromLocal8Bit(argv[index]));
    }
    if (displayIsMissing(arguments)) {
        const QCoreApplication terminal(argc, argv);
        if (const auto code = answeredOnTerminal(parseConsoleOptions(arguments))) {
            return *code;
        }
        std::fprintf(stderr, "signalbox: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
                             "To see every page as pictures instead: signalbox --screenshots DIR\n");
        return 1;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("signalbox"));
    QApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    QApplication::setStyle(QStringLiteral("Fusion"));
    // Qt has taken its own arguments out by now.
    const Result<ConsoleOptions> options = parseConsoleOptions(QApplication::arguments());
    if (const auto code = answeredOnTerminal(options)) {
        return *code;
    }
    return runConsole(application, *options);
}
