// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/auditcommand.h"
#include "app/cli/ctl.h"
#include "app/cli/ledgerinit.h"
#include "app/cli/plancheck.h"
#include "app/composition/paths.h"
#include "app/settings/auditkeys.h"
#include "app/settings/settings.h"
#include "backends/prometheus/prometheusclient.h"
#include "models/domain/actionname.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <functional>
#include <memory>

using namespace signalbox;

namespace
{

struct CtlOptions {
    QString kubeconfig;
    QString prometheus;
    QString configDirectory;
    QString kind;
    CtlRequest request;
    QStringList planFiles; ///< plan check; empty: another command
};

constexpr const char *description =
    "Signalbox from a terminal.\n\n"
    "  contexts                        list kubeconfig contexts\n"
    "  releases                        list releases\n"
    "  show NAMESPACE/NAME             state, versions, what holds the next step back\n"
    "  plan ACTION NAMESPACE/NAME      the exact calls and consequences, checked by dry run\n"
    "  do ACTION NAMESPACE/NAME        the same, then send and verify\n"
    "  plan check FILE…                what is wrong with release plans; with --prometheus, also ask\n"
    "                                  that server about their queries\n"
    "  ledger init …                   make a team's ledger in PostgreSQL; ledger init --help\n"
    "  operations list                 operations that were begun and never ended\n"
    "  operations resume ID            send what is still missing of one, and verify\n"
    "  operations give-up ID --reason TEXT   record that it ends here; nothing is sent\n"
    "  audit verify|export|seal|key    is the ledger what was written; see audit --help";

struct OptionField {
    const char *name;
    const char *text;
    const char *value;
    std::function<QString &(CtlOptions &)> field;
};

QVector<OptionField> valueOptions()
{
    using Options = CtlOptions;
    return {
        {"kubeconfig", "Kubeconfig file to use alone.", "file",
         [](Options &to) -> QString & { return to.kubeconfig; }},
        {"context", "Context; the current one by default.", "name",
         [](Options &to) -> QString & { return to.request.context; }},
        {"prometheus", "Prometheus base URL for this call.", "url",
         [](Options &to) -> QString & { return to.prometheus; }},
        {"config-dir", "Folder for settings instead of the XDG one.", "folder",
         [](Options &to) -> QString & { return to.configDirectory; }},
        {"kind", "rollout or deployment; by default the Rollout of that name, else the Deployment.", "kind",
         [](Options &to) -> QString & { return to.kind; }},
        {"to", "Pod template hash to go to (Undo, RollBack).", "hash",
         [](Options &to) -> QString & { return to.request.target; }},
        {"container", "Container (SetImage).", "name",
         [](Options &to) -> QString & { return to.request.container; }},
        {"image", "Image (SetImage).", "image", [](Options &to) -> QString & { return to.request.image; }},
        {"reason", "Reason, recorded in the ledger.", "text",
         [](Options &to) -> QString & { return to.request.reason; }},
    };
}

tl::unexpected<Error> badUse(const QString &why)
{
    return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration, why);
}

Result<Done> readKind(const QString &name, CtlRequest &request)
{
    if (name.isEmpty()) {
        return Done{};
    }
    const bool isRollout = name == QLatin1String("rollout");
    if (!isRollout && name != QLatin1String("deployment")) {
        return badUse(QStringLiteral("unknown kind '%1'").arg(name));
    }
    request.release.kind = isRollout ? ReleaseKind::Rollout : ReleaseKind::Deployment;
    request.kindGiven = true;
    return Done{};
}

Result<Done> readOperation(const QStringList &words, CtlRequest &request, const QString &usage)
{
    request.operationCommand = words.value(0);
    request.operation = words.value(1);
    const bool lists = request.operationCommand == QLatin1String("list");
    const bool resumes = request.operationCommand == QLatin1String("resume");
    const bool givesUp = request.operationCommand == QLatin1String("give-up");
    const bool fits = lists ? words.size() == 1 : (resumes || givesUp) && words.size() == 2;
    if (!fits || (givesUp && request.reason.trimmed().isEmpty())) {
        return badUse(usage);
    }
    return Done{};
}

/// Command, action and release, in this order. @param usage answer to what cannot be understood
Result<Done> readWords(QStringList words, CtlRequest &request, const QString &usage)
{
    request.command = words.isEmpty() ? QString() : words.takeFirst();
    const bool acts = request.command == QLatin1String("plan") || request.command == QLatin1String("do");
    if (acts) {
        const std::optional<ActionKind> kind = actionFromName(words.value(0));
        if (!kind) {
            return badUse(QStringLiteral("unknown action '%1'").arg(words.value(0)));
        }
        request.action = *kind;
        words.removeFirst();
    }
    if (request.command == QLatin1String("operations")) {
        return readOperation(words, request, usage);
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
        return badUse(usage);
    }
    return Done{};
}

Result<CtlOptions> parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QString::fromLatin1(description));
    parser.addHelpOption();
    parser.addVersionOption();
    const QVector<OptionField> fields = valueOptions();
    for (const OptionField &field : fields) {
        parser.addOption({QString::fromLatin1(field.name), QString::fromLatin1(field.text),
                          QString::fromLatin1(field.value)});
    }
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("Answer as JSON."));
    parser.addOption(json);
    parser.addPositionalArgument(QStringLiteral("command"),
                                 QStringLiteral("contexts, releases, show, plan, do, operations or audit"));
    parser.process(arguments);
    CtlOptions options;
    for (const OptionField &field : fields) {
        field.field(options) = parser.value(QString::fromLatin1(field.name));
    }
    options.request.json = parser.isSet(json);
    const QStringList words = parser.positionalArguments();
    if (words.value(0) == QLatin1String("plan") && words.value(1) == QLatin1String("check")) {
        options.planFiles = words.mid(2);
        return options.planFiles.isEmpty() ? Result<CtlOptions>(badUse(parser.helpText())) : options;
    }
    if (const Result<Done> read = readKind(options.kind, options.request); !read) {
        return tl::unexpected(read.error());
    }
    if (const Result<Done> read = readWords(words, options.request, parser.helpText()); !read) {
        return tl::unexpected(read.error());
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

void leave(int code)
{
    QMetaObject::invokeMethod(
        qApp, [code] { QCoreApplication::exit(code); }, Qt::QueuedConnection);
}

/// Replaces none: what an older key signed could not be checked any more.
void makeKeychainKey(SecretStore &secrets, const QString &present)
{
    const auto made = present.isEmpty()
                          ? AuditKey::generate()
                          : Result<AuditKey>(failure(ErrorCode::Conflict, ErrorLayer::Credentials,
                                                     QStringLiteral("there is a key already")));
    if (!made) {
        std::fprintf(stderr, "signalboxctl: %s\n", qPrintable(made.error().detail));
        leave(1);
        return;
    }
    QObject::connect(&secrets, &SecretStore::problemChanged, &secrets, [&secrets, key = *made] {
        if (const auto &problem = secrets.problem()) {
            std::fprintf(stderr, "signalboxctl: the keychain does not take it: %s\n",
                         qPrintable(problem->detail));
        } else {
            std::fputs(key.publicKey().pem().constData(), stdout);
        }
        leave(secrets.problem() ? 1 : 0);
    });
    secrets.write(auditKeyName(), QString::fromLatin1(made->pem()));
}

/// Needs neither a cluster nor a workspace.
int audit()
{
    const auto request = parseAuditRequest(QCoreApplication::arguments());
    if (!request) {
        const bool asked = request.error().code == ErrorCode::Cancelled;
        std::fprintf(asked ? stdout : stderr, "%s\n", qPrintable(request.error().detail));
        return asked ? 0 : 2;
    }
    const SystemClock clock;
    const Paths paths = Paths::standard(request->configDirectory);
    QTextStream out(stdout);
    QTextStream err(stderr);
    AuditCommand command(*request, paths.data, clock, out, err);
    if (!command.wantsKeychain()) {
        return command.run({});
    }
    SecretStore secrets;
    const auto run = [&](const QString &key) {
        if (request->newInKeychain) {
            makeKeychainKey(secrets, key);
        } else {
            leave(command.run(key.toLatin1()));
        }
    };
    secrets.read(auditKeyName(), &secrets, run);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalboxctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    if (QCoreApplication::arguments().value(1) == QLatin1String("audit")) {
        return audit();
    }
    if (QCoreApplication::arguments().value(1) == QLatin1String("ledger")) {
        return initLedger(QCoreApplication::arguments());
    }
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
