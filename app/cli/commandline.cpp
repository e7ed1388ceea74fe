// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandline.h"

#include <QCommandLineParser>

namespace signalbox
{

namespace
{

struct OptionField {
    QCommandLineOption option;
    QString ConsoleOptions::*field;
};

QVector<OptionField> valueOptions()
{
    const auto option = [](const char *name, const char *text, const char *value) {
        return QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(text),
                                  QString::fromLatin1(value));
    };
    return {
        {option("kubeconfig", "Kubeconfig file to use alone.", "file"), &ConsoleOptions::kubeconfig},
        {option("context", "Context to open at start.", "name"), &ConsoleOptions::context},
        {option("drill", "Start the drill with this scenario and open it.", "scenario"),
         &ConsoleOptions::drill},
        {option("speed", "Speed of the drill.", "factor"), &ConsoleOptions::speed},
        {option("prometheus", "Prometheus base URL for this session.", "url"), &ConsoleOptions::prometheus},
        {option("alertmanager", "Alertmanager base URL for this session.", "url"),
         &ConsoleOptions::alertmanager},
        {option("screenshots", "Render every page into this folder and exit; changes nothing but a drill.",
                "folder"),
         &ConsoleOptions::screenshots},
        {option("config-dir", "Folder for settings instead of the XDG one.", "folder"),
         &ConsoleOptions::configDirectory},
        {option("release", "Release to select at start.", "namespace/name"), &ConsoleOptions::release},
    };
}

} // namespace

Result<ConsoleOptions> parseConsoleOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Release console for Kubernetes."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption paths(QStringLiteral("paths"),
                                   QStringLiteral("Print where files are kept and exit."));
    const QCommandLineOption safe(QStringLiteral("safe-mode"),
                                  QStringLiteral("Start without the stored window layout."));
    const QVector<OptionField> fields = valueOptions();
    for (const OptionField &field : fields) {
        parser.addOption(field.option);
    }
    parser.addOptions({paths, safe});
    if (!parser.parse(arguments)) {
        return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration, parser.errorText());
    }
    if (parser.isSet(help)) {
        return failure(ErrorCode::Cancelled, ErrorLayer::Configuration, parser.helpText());
    }
    if (parser.isSet(version)) {
        return failure(ErrorCode::Cancelled, ErrorLayer::Configuration,
                       QStringLiteral("signalbox " SIGNALBOX_VERSION "\n"));
    }
    if (!parser.positionalArguments().isEmpty()) {
        return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration,
                       QStringLiteral("unexpected argument: %1").arg(parser.positionalArguments().first()));
    }
    ConsoleOptions options;
    for (const OptionField &field : fields) {
        options.*field.field = parser.value(field.option);
    }
    options.showPaths = parser.isSet(paths);
    options.safeMode = parser.isSet(safe);
    return options;
}

} // namespace signalbox
