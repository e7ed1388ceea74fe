// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/composition/ledgers.h"
#include "app/composition/metricprofilecatalog.h"
#include "app/composition/systemclock.h"
#include "app/settings/secretstore.h"
#include "backends/http/proxyenvironment.h"
#include "backends/kubernetes/filewatch.h"
#include "backends/kubernetes/kubeconfigloader.h"
#include "models/domain/preferences.h"
#include "models/operations/decisiondesk.h"
#include "models/operations/interruptions.h"
#include "models/stores/activitystore.h"
#include "models/stores/fleetstore.h"
#include "models/stores/judgementstore.h"
#include "models/stores/metricsstore.h"
#include "models/stores/planlibrary.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <memory>

namespace signalbox
{

class AuditSealing;
class Settings;
class SettingsPluginConsents;

namespace kubernetes
{
class ExecPluginPool;
}
namespace probes
{
class CommandConsents;
}

/// Where a session starts from.
struct WorkspaceOptions {
    QString kubeconfig;                   ///< explicit file; empty: as kubectl finds it
    QString prometheus;                   ///< for this session, instead of the settings
    QHash<QString, QString> prometheusOf; ///< the same for single contexts
    QString alertmanager;
    QString dataDirectory;    ///< ledger
    QString metricsFile;      ///< user's metric profiles; empty or absent: the built-in ones
    QString plansFolder = {}; ///< user's release plans, besides the built-in ones and those of clusters
    /// A drill: one person plays every role of its plans, in a ledger of decisions that is kept apart.
    bool rehearsal = false;
};

/// Everything a session consists of below the windows: contexts, connections, stores, ledger and the desk.
/// Builds each adapter when its context is opened, and only then. Used by the console and by signalboxctl.
class Workspace final : public QObject
{
    Q_OBJECT

public:
    /// @param settings outlives the workspace
    Workspace(Settings &settings, WorkspaceOptions options, QObject *parent = nullptr);
    ~Workspace() override;

    /// Reads the kubeconfig files again; open connections stay as they are. Happens by itself when one of
    /// the files changes on disk. A file that cannot be read now stands for its former contexts.
    void reloadContexts();
    [[nodiscard]] const kubernetes::KubeconfigSet &contexts() const { return m_contexts; }
    [[nodiscard]] bool isOpen(const QString &context) const;
    /// Builds and dials. An error is the context's own problem; others are not affected.
    Result<Done> open(const QString &context);
    void close(const QString &context);
    /// The user's answer to pluginConsentNeeded().
    void approvePlugin(const QString &context, const QString &binary, bool approved);
    /// Keeps a password or token for the metrics server of a context in the system keychain, or, where there
    /// is none, for this session only. Reconnects the server.
    void setMetricsSecret(const QString &context, const QString &secret);

    /// Address of the metrics server given for this session; empty: the settings hold.
    [[nodiscard]] QString sessionPrometheus(const ClusterId &id) const
    {
        return m_options.prometheusOf.value(id.value(), m_options.prometheus);
    }
    /// Marked as production in the settings.
    [[nodiscard]] bool isProduction(const ClusterId &id) const;

    /// Why a context has no metrics server although its settings name one; none: all is well. The cluster
    /// itself is not affected.
    [[nodiscard]] std::optional<Error> metricsProblem(const QString &context) const;
    /// Why the standard metric profile holds although the settings name another one.
    [[nodiscard]] std::optional<Error> profileProblem(const QString &context) const;
    /// Metric profiles the settings may name.
    [[nodiscard]] const MetricProfileCatalog &profiles() const { return m_profiles; }
    /// Why entered passwords and tokens last only until the program ends; none: the keychain takes them.
    [[nodiscard]] const std::optional<Error> &keychainProblem() const { return m_secrets.problem(); }

    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] FleetStore &fleet() { return *m_fleet; }
    [[nodiscard]] MetricsStore &metrics() { return *m_metrics; }
    [[nodiscard]] ActivityStore &activity() { return *m_activity; }
    [[nodiscard]] PlanLibrary &plans() { return *m_plans; }
    [[nodiscard]] JudgementStore &judgements() { return *m_judgements; }
    [[nodiscard]] OperationDesk &desk() { return *m_desk; }
    /// What another run of the program left unfinished.
    [[nodiscard]] Interruptions &interruptions() { return *m_interruptions; }
    [[nodiscard]] Ledger &ledger() { return *m_ledgers.records; }
    /// A drill: people may play each other.
    [[nodiscard]] bool isRehearsal() const { return m_options.rehearsal; }
    /// Where the release on screen is decided.
    [[nodiscard]] DecisionDesk &decisions() { return *m_decisions; }
    [[nodiscard]] DecisionLedger &decisionLedger() { return *m_ledgers.decisions; }
    /// Checkpoints of the ledger. Tell it when decisions were written.
    [[nodiscard]] AuditSealing &audit() { return *m_audit; }

Q_SIGNALS:
    void contextsChanged();
    /// metricsProblem(), profileProblem() or keychainProblem() says something else now.
    void problemsChanged();
    void pluginConsentNeeded(const QString &context, const QString &binary, const QStringList &arguments);

private:
    struct Connection;
    [[nodiscard]] const ReleasePlan *usablePlan(const ReleaseKey &release) const;
    void reopen(const QString &context);
    void applySettings(const ClusterId &id);
    void applyProfile(const ClusterId &id);
    [[nodiscard]] QString profileOf(const ClusterId &id) const;
    /// Asks a metrics server about the queries of plans nobody was asked about yet: the cluster's own for a
    /// plan of a cluster, any for the others. @param again also where the last try was not answered to the
    /// end
    void checkPlanQueries(bool again);
    void buildMetricsServer(Connection &connection);
    /// Fits rate windows and steps to what the server really scrapes.
    void adaptCadence(const QPointer<MetricsApi> &server);
    [[nodiscard]] MetricsServerSettings metricsSettings(const ClusterId &id) const;

    Settings &m_settings;
    WorkspaceOptions m_options;
    SystemClock m_clock;
    SecretStore m_secrets;
    MetricProfileCatalog m_profiles;
    std::chrono::milliseconds m_scrapeInterval{0}; ///< longest seen on any server
    http::ProxyEnvironment m_proxies;
    kubernetes::KubeconfigSet m_contexts;
    kubernetes::KubeconfigMemory m_formerContexts;
    kubernetes::FileWatch m_kubeconfigWatch;
    std::unique_ptr<SettingsPluginConsents> m_consents;
    std::unique_ptr<kubernetes::ExecPluginPool> m_plugins;
    Ledgers m_ledgers;
    std::unique_ptr<probes::CommandConsents> m_commandConsents;
    // Adapters outlive the stores that use them, so they are declared first and destroyed last.
    std::map<QString, std::unique_ptr<Connection>> m_connections;
    std::unique_ptr<FleetStore> m_fleet;
    std::unique_ptr<MetricsStore> m_metrics;
    std::unique_ptr<ActivityStore> m_activity;
    std::unique_ptr<PlanLibrary> m_plans;
    std::unique_ptr<JudgementStore> m_judgements;
    std::unique_ptr<ProbeRunner> m_probes;
    std::unique_ptr<DecisionDesk> m_decisions; ///< guards the operations of the desk below
    std::unique_ptr<OperationDesk> m_desk;
    std::unique_ptr<Interruptions> m_interruptions;
    std::unique_ptr<AuditSealing> m_audit;
};

} // namespace signalbox
