// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/ctl.h"
#include "app/cli/plancheck.h"
#include "app/composition/paths.h"
#include "app/settings/settings.h"
#include "backends/prometheus/prometheusclient.h"
#include "models/domain/actionname.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <memory>

using namespace signalbox;

namespace
{

struct CtlOptions {
    QString kubeconfig;
    QString prometheus;
    QString configDirectory;
    CtlRequest request;
    QStringList planFiles; ///< plan check; empty: another command
};

Result<CtlOptions> parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Signalbox from a terminal.\n\n"
        "  contexts                        list kubeconfig contexts\n"
        "  releases                        list releases\n"
        "  show NAMESPACE/NAME             state, versions, what holds the next step back\n"
        "  plan ACTION NAMESPACE/NAME      the exact calls and consequences, checked by dry run\n"
        "  do ACTION NAMESPACE/NAME        the same, then send and verify\n"
        "  plan check FILE…                what is wrong with release plans; with --prometheus, also ask\n"
        "                                  that server about their queries"));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto option = [&parser](const char *name, const char *text, const char *value = "") {
        QCommandLineOption made(QString::fromLatin1(name), QString::fromLatin1(text),
                                QString::fromLatin1(value));
        parser.addOption(made);
        return made;
    };
    const auto kubeconfig = option("kubeconfig", "Kubeconfig file to use alone.", "file");
    const auto context = option("context", "Context; the current one by default.", "name");
    const auto prometheus = option("prometheus", "Prometheus base URL for this call.", "url");
    const auto configDirectory =
        option("config-dir", "Folder for settings instead of the XDG one.", "folder");
    const auto target = option("to", "Pod template hash to go to (Undo, RollBack).", "hash");
    const auto container = option("container", "Container (SetImage).", "name");
    const auto image = option("image", "Image (SetImage).", "image");
    const auto reason = option("reason", "Reason, recorded in the ledger.", "text");
    const auto json = option("json", "Answer as JSON.");
    parser.addPositionalArgument(QStringLiteral("command"),
                                 QStringLiteral("contexts, releases, show, plan or do"));
    parser.process(arguments);
    CtlOptions options{
        parser.value(kubeconfig), parser.value(prometheus), parser.value(configDirectory), {}, {}};
    CtlRequest &request = options.request;
    QStringList words = parser.positionalArguments();
    request.command = words.isEmpty() ? QString() : words.takeFirst();
    request.context = parser.value(context);
    request.target = parser.value(target);
    request.container = parser.value(container);
    request.image = parser.value(image);
    request.reason = parser.value(reason);
    request.json = parser.isSet(json);
    if (request.command == QLatin1String("plan") && words.value(0) == QLatin1String("check")) {
        options.planFiles = words.mid(1);
        if (options.planFiles.isEmpty()) {
            return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration, parser.helpText());
        }
        return options;
    }
    const bool acts = request.command == QLatin1String("plan") || request.command == QLatin1String("do");
    if (acts) {
        const std::optional<ActionKind> kind = actionFromName(words.value(0));
        if (!kind) {
            return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration,
                           QStringLiteral("unknown action '%1'").arg(words.value(0)));
        }
        request.action = *kind;
        words.removeFirst();
    }
    const bool named = acts || request.command == QLatin1String("show");
    if (named) {
        const QString name = words.isEmpty() ? QString() : words.takeFirst();
        request.release.namespaceName = name.section(QLatin1Char('/'), 0, 0);
        request.release.name = name.section(QLatin1Char('/'), 1);
    }
    const bool known =
        named || request.command == QLatin1String("contexts") || request.command == QLatin1String("releases");
    if (!known || !words.isEmpty() || (named && request.release.name.isEmpty())) {
        return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration, parser.helpText());
    }
    return options;
}

/// Needs neither settings nor a cluster.
int checkPlans(const CtlOptions &options)
{
    const SystemClock clock;
    std::unique_ptr<MetricsApi> metrics;
    if (!options.prometheus.isEmpty()) {
        prometheus::PrometheusConfig config;
        config.endpoint = prometheus::makeEndpoint(QUrl(options.prometheus));
        metrics = std::make_unique<prometheus::PrometheusClient>(config, nullptr, clock);
    }
    QTextStream out(stdout);
    QTextStream err(stderr);
    PlanCheck check({options.planFiles, options.request.json}, metrics.get(), out, err);
    QObject::connect(
        &check, &PlanCheck::finished, &check, [](int code) { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
    check.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalboxctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    const Result<CtlOptions> options = parse(QCoreApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "%s\n", qPrintable(options.error().detail));
        return 2;
    }
    if (!options->planFiles.isEmpty()) {
        return checkPlans(*options);
    }
    const Paths paths = Paths::standard(options->configDirectory);
    Settings settings(paths.settings);
    Workspace workspace(
        settings,
        {options->kubeconfig, options->prometheus, {}, {}, paths.data, paths.metricsFile, paths.plans});
    Ctl ctl(workspace, options->request);
    QObject::connect(
        &ctl, &Ctl::finished, &application, [](int code) { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
    QMetaObject::invokeMethod(&ctl, &Ctl::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
