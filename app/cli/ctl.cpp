// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/ctl.h"

#include "app/cli/ctloperations.h"
#include "app/cli/ctlrelease.h"
#include "app/cli/holdwait.h"
#include "backends/api/whenfinished.h"
#include "models/domain/actionname.h"
#include "models/domain/operationrules.h"
#include "widgets/style/errortext.h"
#include "widgets/style/messagetext.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"
#include "widgets/style/steptext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cstdio>
#include <tuple>

namespace signalbox
{

namespace
{

constexpr std::chrono::seconds loadTimeout{30};

/// Everything a release is derived from.
constexpr std::array neededKinds{
    ResourceKind::Rollout,     ResourceKind::Deployment, ResourceKind::ReplicaSet,
    ResourceKind::AnalysisRun, ResourceKind::Service,    ResourceKind::VirtualService,
    ResourceKind::HttpRoute,   ResourceKind::Experiment, ResourceKind::HorizontalPodAutoscaler};

QString versionText(const Revision *revision)
{
    return revision ? safeText(versionOf(*revision), 60) : QStringLiteral("-");
}

} // namespace

Ctl::Ctl(Workspace &workspace, CtlRequest request, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_request(std::move(request))
    , m_out(stdout)
{
}

void Ctl::print(const QString &line)
{
    m_out << line << '\n';
    m_out.flush();
}

void Ctl::fail(const Error &error)
{
    std::fprintf(stderr, "signalboxctl: %s\n", qPrintable(errorText(error)));
    if (!error.detail.isEmpty()) {
        std::fprintf(stderr, "  %s\n", qPrintable(safeText(error.detail, 1000)));
    }
    Q_EMIT finished(1);
}

void Ctl::start()
{
    if (m_request.command == QLatin1String("contexts")) {
        listContexts();
        return;
    }
    if (m_request.command == QLatin1String("operations")) {
        readOperations();
        return;
    }
    openContext();
}

void Ctl::openContext()
{
    const QString context =
        m_request.context.isEmpty() ? m_workspace.contexts().currentContext : m_request.context;
    m_request.release.cluster = ClusterId(context);
    connect(&m_workspace, &Workspace::pluginConsentNeeded, this,
            [this](const QString &, const QString &binary) {
                // Consent is a person's, given in the console; a terminal command never grants it.
                fail(Error{ErrorCode::ConsentNeeded, ErrorLayer::Credentials, 0, {}, {}, binary, {}});
            });
    if (const Result<Done> opened = m_workspace.open(context); !opened) {
        fail(opened.error());
        return;
    }
    ClusterStore *cluster = m_workspace.fleet().cluster(ClusterId(context));
    // Not sourceChanged: then the releases are not derived yet.
    connect(cluster, &ClusterStore::settled, this, &Ctl::whenSettled);
    QTimer::singleShot(loadTimeout, this, [this] {
        if (!m_loaded) {
            fail(Error{ErrorCode::Timeout,
                       ErrorLayer::Connection,
                       0,
                       {},
                       {},
                       m_request.release.cluster.value(),
                       {}});
        }
    });
}

void Ctl::whenSettled()
{
    ClusterStore *cluster = m_workspace.fleet().cluster(m_request.release.cluster);
    if (m_loaded || !cluster) {
        return;
    }
    const SourceState &connection = cluster->connection();
    if (connection.freshness == Freshness::Unreachable && connection.error) {
        m_loaded = true;
        fail(*connection.error);
        return;
    }
    const bool loading = std::any_of(neededKinds.begin(), neededKinds.end(), [cluster](ResourceKind kind) {
        const Freshness freshness = cluster->source(kind).freshness;
        return freshness == Freshness::NeverLoaded || freshness == Freshness::Loading ||
               freshness == Freshness::Reconnecting;
    });
    if (loading) {
        return;
    }
    m_loaded = true;
    if (m_request.command == QLatin1String("releases")) {
        listReleases();
    } else if (m_request.command == QLatin1String("show")) {
        showRelease();
    } else if (m_request.command == QLatin1String("operations")) {
        resumeOperation();
    } else {
        prepare();
    }
}

void Ctl::listContexts()
{
    for (const kubernetes::ContextEntry &entry : m_workspace.contexts().contexts) {
        print(QStringLiteral("%1\t%2\t%3")
                  .arg(safeText(entry.name), safeText(entry.cluster.server),
                       entry.error ? errorText(*entry.error) : QString()));
    }
    Q_EMIT finished(0);
}

void Ctl::listReleases()
{
    QVector<Release> releases = m_workspace.fleet().releases();
    std::sort(releases.begin(), releases.end(), [](const Release &a, const Release &b) {
        return std::tie(a.key.namespaceName, a.key.name, a.key.kind) <
               std::tie(b.key.namespaceName, b.key.name, b.key.kind);
    });
    if (m_request.json) {
        QJsonArray array;
        for (const Release &release : releases) {
            array.append(releaseJson(release));
        }
        print(QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
    } else {
        for (const Release &release : releases) {
            print(QStringLiteral("%1/%2\t%3\t%4 -> %5")
                      .arg(safeText(release.key.namespaceName), safeText(release.key.name),
                           stateText(release.state), versionText(release.stable()),
                           versionText(release.current())));
        }
    }
    Q_EMIT finished(0);
}

const Release *Ctl::findRelease()
{
    ReleaseKey key = m_request.release;
    const Release *release = m_workspace.fleet().release(key);
    if (!release && !m_request.kindGiven) {
        key.kind = ReleaseKind::Deployment;
        release = m_workspace.fleet().release(key);
    }
    if (!release) {
        fail(Error{ErrorCode::NotFound, ErrorLayer::Rule, 0, {}, {}, key.name, {}});
    }
    return release;
}

void Ctl::showRelease()
{
    const Release *release = findRelease();
    if (!release) {
        return;
    }
    if (m_request.json) {
        print(QString::fromUtf8(QJsonDocument(releaseJson(*release)).toJson(QJsonDocument::Compact)));
    } else {
        print(QStringLiteral("%1/%2: %3")
                  .arg(safeText(release->key.namespaceName), safeText(release->key.name),
                       stateText(release->state)));
        print(
            QStringLiteral("%1 -> %2").arg(versionText(release->stable()), versionText(release->current())));
        print(currentStepText(*release));
        for (const Message &hold : holdsNextStep(
                 *release, m_workspace.fleet().cluster(release->key.cluster)->policyContext(*release))) {
            print(QStringLiteral("- ") + messageText(hold));
        }
    }
    Q_EMIT finished(0);
}

void Ctl::prepare()
{
    const Release *release = findRelease();
    if (!release) {
        return;
    }
    const ActionRequest request{
        m_request.action,    release->key,    release->uid, release->resourceVersion, m_request.target,
        m_request.container, m_request.image, QString(),    m_request.reason,         QString()};
    whenFinished(this, m_workspace.desk().prepare(request), [this](const Result<ActionPlan> &plan) {
        if (!plan) {
            fail(plan.error());
            return;
        }
        for (const Message &consequence : plan->consequences) {
            print(QStringLiteral("- ") + messageText(consequence));
        }
        for (const ActionStep &step : plan->steps) {
            print(messageText(step.title));
            for (const ApiCall &call : step.calls) {
                print(QStringLiteral("    %1 %2 %3")
                          .arg(QString::fromLatin1(call.method), call.path,
                               QString::fromUtf8(call.body.left(400))));
            }
        }
        if (m_request.command == QLatin1String("do")) {
            begin(*plan);
        } else {
            Q_EMIT finished(0);
        }
    });
}

void Ctl::begin(const ActionPlan &plan)
{
    if (goesBack(plan.request.kind)) {
        startNow(plan); // waits for nobody
        return;
    }
    auto *wait = new HoldWait(m_workspace.decisions(), plan.request, this);
    connect(wait, &HoldWait::over, this, [this, wait, plan] {
        wait->deleteLater();
        startNow(plan);
    });
    wait->start();
}

void Ctl::startNow(const ActionPlan &plan)
{
    if (ReleaseOperation *operation = m_workspace.desk().start(plan, m_request.reason)) {
        follow(operation);
    } else {
        fail(Error{ErrorCode::Unsupported, ErrorLayer::Rule, 0, {}, {}, plan.request.release.name, {}});
    }
}

/// The ledger alone knows what was interrupted; a cluster is dialled only to go on.
void Ctl::readOperations()
{
    whenFinished(this, m_workspace.interruptions().refresh(), [this](const Result<Done> &read) {
        if (!read) {
            fail(read.error());
            return;
        }
        const RecordedOperation *operation = m_workspace.interruptions().find(m_request.operation);
        if (m_request.operationCommand == QLatin1String("list")) {
            listOperations();
        } else if (!operation) {
            fail(Error{ErrorCode::NotFound, ErrorLayer::Rule, 0, {}, {}, m_request.operation, {}});
        } else if (m_request.operationCommand == QLatin1String("resume")) {
            print(interruptedLine(*operation));
            m_request.context = operation->status.plan.request.release.cluster.value();
            openContext();
        } else {
            giveUpOperation();
        }
    });
}

void Ctl::listOperations()
{
    const QVector<RecordedOperation> &operations = m_workspace.interruptions().all();
    if (m_request.json) {
        QJsonArray array;
        for (const RecordedOperation &operation : operations) {
            array.append(interruptedJson(operation));
        }
        print(QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
    } else {
        for (const RecordedOperation &operation : operations) {
            print(interruptedLine(operation));
        }
    }
    Q_EMIT finished(0);
}

void Ctl::resumeOperation()
{
    const RecordedOperation *operation = m_workspace.interruptions().find(m_request.operation);
    if (!operation) {
        fail(Error{ErrorCode::NotFound, ErrorLayer::Rule, 0, {}, {}, m_request.operation, {}});
        return;
    }
    const ReleaseKey key = operation->status.plan.request.release;
    connect(&m_workspace.desk(), &OperationDesk::operationStarted, this,
            [this, key](const ReleaseKey &begun) {
                if (begun == key) {
                    follow(m_workspace.desk().operation(key));
                }
            });
    whenFinished(this, m_workspace.interruptions().resume(m_request.operation),
                 [this](const Result<Done> &resumed) {
                     if (!resumed) {
                         fail(resumed.error());
                     }
                 });
}

void Ctl::giveUpOperation()
{
    whenFinished(this, m_workspace.interruptions().giveUp(m_request.operation, m_request.reason),
                 [this](const Result<Done> &written) {
                     if (written) {
                         Q_EMIT finished(0);
                     } else {
                         fail(written.error());
                     }
                 });
}

void Ctl::follow(ReleaseOperation *operation)
{
    connect(operation, &ReleaseOperation::changed, this, [this, operation] { report(operation->status()); });
    const auto conclude = [this, operation] {
        report(operation->status());
        const bool good = operation->status().phase == OperationPhase::Succeeded;
        print(operationPhaseText(operation->status().phase));
        Q_EMIT finished(good ? 0 : 1);
    };
    if (!operation->isRunning()) { // refused before anything was sent
        conclude();
        return;
    }
    connect(operation, &ReleaseOperation::finished, this, conclude);
    report(operation->status());
}

void Ctl::report(const OperationStatus &status)
{
    if (status.currentStep >= status.steps.size()) {
        return;
    }
    const StepProgress &progress = status.steps[status.currentStep];
    const QString observed =
        progress.error ? errorText(*progress.error) : messageLines(progress.observations);
    if (status.currentStep == m_reported) {
        if (observed != m_observed && !observed.isEmpty()) {
            m_observed = observed;
            print(QStringLiteral("    ") + QString(observed).replace(QLatin1Char('\n'), QLatin1String("; ")));
        }
        return;
    }
    m_reported = status.currentStep;
    m_observed.clear();
    print(QStringLiteral("%1/%2 %3")
              .arg(m_reported + 1)
              .arg(status.steps.size())
              .arg(messageText(status.plan.steps[m_reported].title)));
}

} // namespace signalbox
