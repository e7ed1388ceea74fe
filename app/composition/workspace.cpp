// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/workspace.h"

#include "app/composition/auditsealing.h"
#include "app/composition/deskidentity.h"
#include "app/composition/metricsservers.h"
#include "app/composition/probesetup.h"
#include "app/settings/settings.h"
#include "app/settings/settingspluginconsents.h"
#include "backends/api/whenfinished.h"
#include "backends/deployment/argorolloutsbackend.h"
#include "backends/deployment/deploymentsbackend.h"
#include "backends/kubernetes/execpluginpool.h"
#include "backends/kubernetes/kubernetescluster.h"
#include "backends/kubernetes/usercredentialsource.h"
#include "backends/probes/commandconsents.h"

#include <QDir>
#include <QTimer>

namespace signalbox
{

namespace
{

constexpr std::chrono::seconds cadenceRetry{5};

/// Who acts where the ledger cannot know by itself.
QString localUser()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString user = environment.value(QStringLiteral("USER"));
    return user.isEmpty() ? environment.value(QStringLiteral("LOGNAME"), QStringLiteral("local")) : user;
}

/// Roles given for a rehearsal must not count in earnest.
QString decisionFolder(const WorkspaceOptions &options)
{
    return options.rehearsal ? options.dataDirectory + QStringLiteral("/drill") : options.dataDirectory;
}

} // namespace

struct Workspace::Connection {
    kubernetes::ContextEntry entry;
    std::unique_ptr<kubernetes::KubernetesCluster> cluster;
    std::unique_ptr<DeploymentBackend> rollouts;
    std::unique_ptr<DeploymentBackend> deployments;
    MetricsServers servers;
    MetricsServerSettings served; ///< what `servers` was built from
    std::optional<Error> metricsProblem;
};

Workspace::Workspace(Settings &settings, WorkspaceOptions options, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_options(std::move(options))
    , m_profiles(m_options.metricsFile)
    , m_proxies(QProcessEnvironment::systemEnvironment())
    , m_consents(std::make_unique<SettingsPluginConsents>(settings))
    , m_plugins(std::make_unique<kubernetes::ExecPluginPool>(*m_consents, m_clock,
                                                             QProcessEnvironment::systemEnvironment()))
    , m_ledgers(makeLedgers(m_options.rehearsal ? TeamLedgerSettings() : settings.teamLedger(),
                            {m_options.dataDirectory, decisionFolder(m_options)}, localUser(), m_clock))
    , m_commandConsents(std::make_unique<probes::MemoryCommandConsents>())
    , m_fleet(std::make_unique<FleetStore>(m_clock))
    , m_metrics(std::make_unique<MetricsStore>(m_profiles.standard(), m_clock))
    , m_activity(std::make_unique<ActivityStore>(*m_fleet, m_ledgers.records.get()))
    , m_plans(std::make_unique<PlanLibrary>(
          PlanFolders{QStringLiteral(":/signalbox/plans"), m_options.plansFolder}))
    , m_judgements(std::make_unique<JudgementStore>(
          *m_metrics, [this](const ReleaseKey &release) { return usablePlan(release); }, m_clock))
    , m_probes(makeProbeRunner(*m_fleet, *m_metrics, *m_commandConsents, m_clock))
    , m_decisions(std::make_unique<DecisionDesk>(DecisionDesk::Sources{
          *m_fleet, *m_metrics, *m_plans, *m_ledgers.decisions, *m_probes, *m_judgements, m_clock}))
    , m_desk(std::make_unique<OperationDesk>(*m_fleet, *m_metrics, *m_ledgers.records, m_clock))
    , m_interruptions(
          std::make_unique<Interruptions>(*m_desk, *m_fleet, *m_ledgers.records, m_clock, &isDeskAlive))
    , m_audit(std::make_unique<AuditSealing>(
          m_options.dataDirectory, AuditPreferences{settings.auditKeyFile(), settings.auditCheckpoints()},
          m_secrets, m_clock))
{
    connect(m_desk.get(), &OperationDesk::operationFinished, m_audit.get(), &AuditSealing::noteWork);
    connect(m_ledgers.decisions.get(), &DecisionLedger::runChanged, m_audit.get(), &AuditSealing::noteWork);
    connect(m_desk.get(), &OperationDesk::denialRecorded, m_activity.get(), &ActivityStore::refreshRecords);
    connect(m_audit.get(), &AuditSealing::problemChanged, this, &Workspace::problemsChanged);
    m_desk->setDesk(thisDesk());
    m_desk->setGuard(m_decisions.get());
    m_decisions->setRehearsal(m_options.rehearsal);
    connect(&m_settings, &Settings::clusterChanged, this, &Workspace::applySettings);
    connect(&m_settings, &Settings::defaultProfileChanged, this, [this] {
        for (const auto &[context, connection] : m_connections) {
            applyProfile(ClusterId(context));
        }
    });
    connect(&m_settings, &Settings::chartRangeChanged, m_metrics.get(), &MetricsStore::setRange);
    m_metrics->setRange(m_settings.chartRange());
    connect(&m_kubeconfigWatch, &kubernetes::FileWatch::changed, this, &Workspace::reloadContexts);
    connect(m_plans.get(), &PlanLibrary::changed, this, [this] { checkPlanQueries(false); });
    connect(m_plans.get(), &PlanLibrary::changed, m_judgements.get(), &JudgementStore::reconsiderPlans);
    m_plans->reload();
    connect(&m_secrets, &SecretStore::problemChanged, this, &Workspace::problemsChanged);
    reloadContexts();
}

Workspace::~Workspace()
{
    // Users of adapters go first, then the adapters.
    m_interruptions.reset();
    m_desk.reset();
    m_decisions.reset();
    m_probes.reset();
    m_judgements.reset();
    m_plans.reset();
    m_activity.reset();
    m_metrics.reset();
    m_fleet.reset();
    m_connections.clear();
}

const ReleasePlan *Workspace::usablePlan(const ReleaseKey &release) const
{
    const PlanEntry *entry = m_plans->governing(release);
    return entry && entry->isUsable() ? &*entry->parsed.plan : nullptr;
}

void Workspace::applySettings(const ClusterId &id)
{
    const auto found = m_connections.find(id.value());
    if (found == m_connections.end()) {
        return;
    }
    const ClusterPreferences preferences = m_settings.cluster(id);
    if (preferences.readOnly != found->second->cluster->description().readOnly) {
        // The connection itself refuses or allows changes, so it is built anew. Later, because the
        // announcement may come from something that still uses this one.
        QMetaObject::invokeMethod(
            this, [this, id] { reopen(id.value()); }, Qt::QueuedConnection);
        return;
    }
    applyProfile(id);
    if (found->second->served != metricsSettings(id)) {
        buildMetricsServer(*found->second);
    }
    found->second->cluster->setNamespaces(preferences.namespaces);
    m_plans->setNamespaces(id, preferences.namespaces);
}

QString Workspace::profileOf(const ClusterId &id) const
{
    const QString own = m_settings.cluster(id).metrics.profile;
    return own.isEmpty() ? m_settings.defaultProfile() : own;
}

void Workspace::applyProfile(const ClusterId &id)
{
    const Result<MetricProfile> profile = m_profiles.find(profileOf(id));
    m_metrics->setProfile(id, profile ? *profile : m_profiles.standard());
    Q_EMIT problemsChanged();
}

std::optional<Error> Workspace::profileProblem(const QString &context) const
{
    const Result<MetricProfile> profile = m_profiles.find(profileOf(ClusterId(context)));
    return profile ? std::nullopt : std::optional(profile.error());
}

void Workspace::reloadContexts()
{
    kubernetes::KubeconfigSources sources;
    sources.explicitFile = m_options.kubeconfig;
    sources.environment = QProcessEnvironment::systemEnvironment();
    sources.homeDirectory = QDir::homePath();
    m_contexts = kubernetes::loadKubeconfig(sources, &m_formerContexts);
    m_kubeconfigWatch.setFiles(m_contexts.files);
    Q_EMIT contextsChanged();
}

bool Workspace::isOpen(const QString &context) const
{
    return m_connections.contains(context);
}

Result<Done> Workspace::open(const QString &context)
{
    if (isOpen(context)) {
        return Done{};
    }
    const kubernetes::ContextEntry *entry = m_contexts.find(context);
    if (!entry) {
        return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration,
                       QStringLiteral("no such context"), context);
    }
    if (entry->error) {
        return tl::unexpected(*entry->error);
    }
    Result<kubernetes::ClusterAccess> access =
        kubernetes::makeClusterAccess(*entry, *m_plugins, m_clock, m_proxies);
    if (!access) {
        return tl::unexpected(access.error());
    }
    const ClusterId id(context);
    const ClusterPreferences preferences = m_settings.cluster(id);
    ClusterDescription description;
    description.id = id;
    description.server = entry->cluster.server;
    description.defaultNamespace = entry->nameSpace;
    description.file = entry->file;
    description.insecure = entry->cluster.insecureSkipTlsVerify;
    description.readOnly = preferences.readOnly;
    auto connection = std::make_unique<Connection>();
    connection->entry = *entry;
    connection->cluster = std::make_unique<kubernetes::KubernetesCluster>(
        description, access->endpoint, std::move(access->credentials), m_clock);
    connection->rollouts = std::make_unique<deployment::ArgoRolloutsBackend>(*connection->cluster, m_clock);
    connection->deployments = std::make_unique<deployment::DeploymentsBackend>(*connection->cluster, m_clock);
    connect(connection->cluster.get(), &ClusterApi::pluginConsentNeeded, this,
            [this, context](const QString &binary, const QStringList &arguments) {
                Q_EMIT pluginConsentNeeded(context, binary, arguments);
            });
    m_desk->addBackend(id, *connection->rollouts);
    m_desk->addBackend(id, *connection->deployments);
    ClusterStore &store = m_fleet->addCluster(*connection->cluster);
    connection->cluster->setNamespaces(preferences.namespaces);
    m_plans->addCluster(*connection->cluster);
    m_plans->setNamespaces(id, preferences.namespaces);
    m_connections.emplace(context, std::move(connection));
    applyProfile(id);
    buildMetricsServer(*m_connections.at(context));
    store.open();
    Q_EMIT contextsChanged();
    return Done{};
}

void Workspace::reopen(const QString &context)
{
    if (!isOpen(context)) {
        return;
    }
    close(context);
    if (const Result<Done> opened = open(context); !opened) {
        qWarning("%s could not be opened again: %s", qPrintable(context), qPrintable(opened.error().detail));
    }
}

bool Workspace::isProduction(const ClusterId &id) const
{
    return m_settings.cluster(id).production;
}

void Workspace::close(const QString &context)
{
    const auto found = m_connections.find(context);
    if (found == m_connections.end()) {
        return;
    }
    const ClusterId id(context);
    m_metrics->setServer(id, nullptr);
    m_metrics->setAlertsServer(id, nullptr);
    m_desk->removeBackends(id);
    m_plans->removeCluster(id);
    m_fleet->removeCluster(id);
    found->second->cluster->close();
    m_connections.erase(found);
    Q_EMIT contextsChanged();
}

void Workspace::approvePlugin(const QString &context, const QString &binary, bool approved)
{
    const auto found = m_connections.find(context);
    if (found != m_connections.end()) {
        found->second->cluster->approvePlugin(binary, approved);
    }
}

std::optional<Error> Workspace::metricsProblem(const QString &context) const
{
    const auto found = m_connections.find(context);
    return found == m_connections.end() ? std::nullopt : found->second->metricsProblem;
}

void Workspace::setMetricsSecret(const QString &context, const QString &secret)
{
    m_secrets.write(context, secret);
    const auto found = m_connections.find(context);
    if (found != m_connections.end()) {
        buildMetricsServer(*found->second);
    }
}

MetricsServerSettings Workspace::metricsSettings(const ClusterId &id) const
{
    const QString url = sessionPrometheus(id);
    MetricsServerSettings settings;
    if (url.isEmpty()) {
        settings = m_settings.cluster(id).metrics;
        settings.profile.clear(); // what is asked does not matter to who answers
        return settings;
    }
    settings.url = url;
    settings.alertmanagerUrl = m_options.alertmanager;
    return settings;
}

void Workspace::buildMetricsServer(Connection &connection)
{
    const ClusterId id(connection.entry.name);
    const MetricsServerSettings settings = metricsSettings(id);
    connection.served = settings;
    m_metrics->setServer(id, nullptr);
    m_metrics->setAlertsServer(id, nullptr);
    const auto build = [this, id, settings](const QString &secret) {
        const auto found = m_connections.find(id.value());
        if (found == m_connections.end()) {
            return;
        }
        const Result<Done> built = found->second->servers.build(
            settings, secret, {found->second->entry, *m_plugins, m_clock, m_proxies});
        found->second->metricsProblem = built ? std::nullopt : std::optional(built.error());
        m_metrics->setServer(id, found->second->servers.metrics());
        m_metrics->setAlertsServer(id, found->second->servers.alerts());
        adaptCadence(found->second->servers.metrics());
        checkPlanQueries(true);
        Q_EMIT problemsChanged();
    };
    const bool secretNeeded = settings.auth == MetricsAuth::Basic || settings.auth == MetricsAuth::Bearer;
    if (secretNeeded) {
        m_secrets.read(id.value(), this, build);
    } else {
        build(QString());
    }
}

void Workspace::checkPlanQueries(bool again)
{
    if (!m_plans) {
        return; // going away
    }
    const QVector<PlanEntry> entries = m_plans->entries();
    for (const PlanEntry &entry : entries) {
        const bool answered = entry.queries && (!again || entry.queries->isComplete());
        if (answered || entry.parsed.queries.isEmpty()) {
            continue;
        }
        for (const auto &[context, connection] : m_connections) {
            MetricsApi *server = connection->servers.metrics();
            const bool fits = entry.cluster.value().isEmpty() || entry.cluster.value() == context;
            if (server != nullptr && fits) {
                m_plans->checkQueries(entry.cluster, entry.location, *server);
                break;
            }
        }
    }
}

void Workspace::adaptCadence(const QPointer<MetricsApi> &server)
{
    if (!server) {
        return;
    }
    whenFinished(this, server->targets(), [this, server](const Result<QVector<ScrapeTarget>> &targets) {
        std::chrono::milliseconds longest{0};
        for (const ScrapeTarget &target : targets.value_or(QVector<ScrapeTarget>{})) {
            longest = std::max(longest, target.interval);
        }
        if (longest.count() == 0) {
            // Not reachable, or just started and without targets yet; until then the careful default holds.
            QTimer::singleShot(cadenceRetry, this, [this, server] { adaptCadence(server); });
            return;
        }
        // A window below four scrapes is mostly empty, and one store serves all clusters: the slowest
        // decides.
        m_scrapeInterval = std::max(m_scrapeInterval, longest);
        MetricsCadence cadence = m_metrics->cadence();
        cadence.window =
            std::max(std::chrono::seconds(4), std::chrono::ceil<std::chrono::seconds>(4 * m_scrapeInterval));
        cadence.minimumStep = m_scrapeInterval;
        cadence.staleAfter =
            std::chrono::ceil<std::chrono::seconds>(2 * m_scrapeInterval) + std::chrono::seconds(30);
        m_metrics->setCadence(cadence);
    });
}

} // namespace signalbox
