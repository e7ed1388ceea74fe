// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/fleetnotice.h"

#include "widgets/style/errortext.h"
#include "widgets/style/safetext.h"

#include <QCoreApplication>

namespace signalbox
{

namespace
{

using Kind = kubernetes::ConfigProblem::Kind;

constexpr int mostParagraphs = 4; // the list keeps its room; the Connections page has them all

QString about(const QString &context, const QString &text)
{
    //: %1 is a cluster, %2 says what is wrong with it
    return QCoreApplication::translate("FleetNotice", "%1: %2").arg(safeText(context, 60), text);
}

/// A file that cannot be read may hide contexts; a mistake in one entry concerns only those who open it.
bool concernsFile(const kubernetes::ConfigProblem &problem)
{
    return problem.kind == Kind::FormerKept || problem.kind == Kind::FileUnreadable ||
           problem.kind == Kind::FileTooLarge || problem.kind == Kind::Syntax ||
           problem.kind == Kind::WrongDocument || problem.kind == Kind::FileMissing;
}

bool isWorthTelling(const SourceState &state)
{
    if (!state.error) {
        return false;
    }
    switch (state.freshness) {
    case Freshness::Unreachable:
    case Freshness::Stale:
    case Freshness::NoPermission:
        return true;
    case Freshness::Reconnecting: // a short break of the network mends itself; these do not
        return state.error->layer != ErrorLayer::Connection && state.error->layer != ErrorLayer::NameLookup;
    default:
        return false;
    }
}

void addCluster(QStringList &paragraphs, const ClusterStore &cluster)
{
    const QString name = cluster.description().id.value();
    if (!cluster.connection().isCurrent()) {
        if (isWorthTelling(cluster.connection())) {
            paragraphs.append(about(name, errorText(*cluster.connection().error)));
        }
        return;
    }
    for (const ResourceKind kind : {ResourceKind::Rollout, ResourceKind::Deployment}) {
        const SourceState state = cluster.source(kind);
        if (isWorthTelling(state)) {
            paragraphs.append(about(name, errorText(*state.error)));
        }
    }
}

} // namespace

QString configProblemText(const kubernetes::ConfigProblem &problem)
{
    const Error error = kubernetes::toError(problem);
    return problem.severity == kubernetes::ConfigProblem::Severity::Note ? safeText(error.detail, 400)
                                                                         : errorTextWithPlace(error);
}

QString fleetNotice(Workspace &workspace, const QMap<QString, Error> &refused)
{
    QStringList paragraphs;
    for (auto one = refused.cbegin(); one != refused.cend(); ++one) {
        paragraphs.append(about(one.key(), errorTextWithPlace(one.value())));
    }
    const QVector<ClusterStore *> clusters = workspace.fleet().clusters();
    for (const kubernetes::ConfigProblem &problem : workspace.contexts().problems) {
        const bool isError = problem.severity == kubernetes::ConfigProblem::Severity::Error;
        if (concernsFile(problem) || (isError && clusters.isEmpty())) {
            paragraphs.append(configProblemText(problem));
        }
    }
    for (const ClusterStore *cluster : clusters) {
        addCluster(paragraphs, *cluster);
    }
    paragraphs.removeDuplicates();
    return paragraphs.mid(0, mostParagraphs).join(QLatin1Char('\n'));
}

} // namespace signalbox
