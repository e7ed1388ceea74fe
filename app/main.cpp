// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandline.h"
#include "app/window/console.h"
#include "app/window/screenshots.h"

#include <QApplication>
#include <QTemporaryDir>

#include <cstdio>

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

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("signalbox"));
    QApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    QApplication::setStyle(QStringLiteral("Fusion"));
    Result<ConsoleOptions> options = parseConsoleOptions(QApplication::arguments());
    if (!options) {
        const bool asked = options.error().code == ErrorCode::Cancelled;
        std::fprintf(asked ? stdout : stderr, "%s%s\n",
                     asked ? "" : "signalbox: ", qPrintable(options.error().detail));
        return asked ? 0 : 2;
    }
    if (options->showPaths) {
        return printPaths(*options);
    }
    // Pictures switch language and theme; the user's own settings stay as they are.
    const QTemporaryDir scratch;
    if (!options->screenshots.isEmpty() && options->configDirectory.isEmpty()) {
        options->configDirectory = scratch.path();
    }
    Console console(application, *options);
    std::unique_ptr<Screenshots> screenshots;
    if (!options->screenshots.isEmpty()) {
        screenshots = std::make_unique<Screenshots>(console, options->screenshots);
    }
    console.start();
    return QApplication::exec();
}
