// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/planlibrary.h"

#include "backends/api/whenfinished.h"
#include "models/stores/clusterplans.h"
#include "models/stores/plansources.h"

#include <QDir>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <map>

namespace signalbox
{
namespace
{

using namespace std::chrono_literals;

/// Editors write a file in several steps.
constexpr auto Settling = 200ms;
constexpr auto Refresh = 60s;

bool isOfFolder(const PlanEntry &entry)
{
    return entry.origin == PlanOrigin::BuiltIn || entry.origin == PlanOrigin::UserFolder;
}

} // namespace

class PlanLibrary::Private
{
public:
    struct Cluster {
        std::unique_ptr<ClusterPlans> plans;
        bool loaded = false;
        std::optional<Error> problem;
    };

    Private(PlanLibrary *library, PlanFolders where)
        : q(library)
        , folders(std::move(where))
    {
        pool.setMaxThreadCount(1);
        settle.setSingleShot(true);
        settle.setInterval(Settling);
        refresh.setInterval(Refresh);
    }

    template <typename Job, typename Handler> void inBackground(Job job, Handler handler)
    {
        const Answer<QVector<PlanEntry>> answer;
        whenFinished(q, answer.future(), std::move(handler));
        pool.start([answer, job = std::move(job)] { answer.give(job()); });
    }
    void watchFolder();
    void takeFolders(const QVector<PlanEntry> &read);
    void replace(const std::function<bool(const PlanEntry &)> &old, const QVector<PlanEntry> &by);
    void takeFound(const ClusterId &id, const QVector<PlanEntry> &found, const std::optional<Error> &refused);
    void takeFailure(const ClusterId &id, const Error &error);
    void takeQueries(const ClusterId &cluster, const QString &location, const QByteArray &source,
                     const PlanQueryCheck &check);

    PlanLibrary *q;
    PlanFolders folders;
    QVector<PlanEntry> entries;
    bool loaded = false;
    int reading = 0; ///< reads of the folders under way
    std::map<QString, Cluster> clusters;
    QFileSystemWatcher watcher;
    QTimer settle;
    QTimer refresh;
    QThreadPool pool; ///< last: its destructor waits for jobs, which touch nothing else here
};

/// A folder that does not exist cannot be watched; the nearest one above it that does is, until it appears.
void PlanLibrary::Private::watchFolder()
{
    if (folders.user.isEmpty()) {
        return;
    }
    QStringList wanted;
    QString folder = QDir::cleanPath(folders.user);
    while (!QFileInfo(folder).isDir() && folder != QFileInfo(folder).path()) {
        folder = QFileInfo(folder).path();
    }
    wanted.append(folder);
    if (folder == QDir::cleanPath(folders.user)) {
        for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files)) {
            wanted.append(file.filePath()); // writing into a file does not change its folder
        }
    }
    const QStringList watched = watcher.files() + watcher.directories();
    for (const QString &path : watched) {
        if (!wanted.contains(path)) {
            watcher.removePath(path);
        }
    }
    for (const QString &path : std::as_const(wanted)) {
        if (!watched.contains(path)) {
            watcher.addPath(path);
        }
    }
}

void PlanLibrary::Private::replace(const std::function<bool(const PlanEntry &)> &old,
                                   const QVector<PlanEntry> &by)
{
    // What became known while the job ran, such as an answer about the queries, is not lost.
    QVector<PlanEntry> fresh;
    for (const PlanEntry &entry : by) {
        const auto known = std::find_if(entries.cbegin(), entries.cend(), [&entry](const PlanEntry &each) {
            return each.origin == entry.origin && each.cluster == entry.cluster &&
                   each.location == entry.location && each.source == entry.source;
        });
        fresh.append(known == entries.cend() ? entry : *known);
    }
    entries.erase(std::remove_if(entries.begin(), entries.end(), old), entries.end());
    entries += fresh;
    settlePlans(entries);
    Q_EMIT q->changed();
}

void PlanLibrary::Private::takeFolders(const QVector<PlanEntry> &read)
{
    --reading;
    if (reading > 0) {
        return; // a later one is under way
    }
    loaded = true;
    replace(isOfFolder, read);
}

void PlanLibrary::Private::takeFound(const ClusterId &id, const QVector<PlanEntry> &found,
                                     const std::optional<Error> &refused)
{
    const auto parse = [found, before = entries] {
        QVector<PlanEntry> parsed;
        for (const PlanEntry &entry : found) {
            parsed.append(makePlanEntry(entry, before));
        }
        return parsed;
    };
    // A cluster that was removed meanwhile, even if it was added again, has nothing to do with this answer.
    const QPointer<ClusterPlans> from = clusters.at(id.value()).plans.get();
    inBackground(parse, [this, id, from, refused](const Result<QVector<PlanEntry>> &parsed) {
        if (!from || !parsed) {
            return;
        }
        Cluster &cluster = clusters.at(id.value());
        cluster.loaded = true;
        cluster.problem = refused;
        replace([&id](const PlanEntry &entry) { return !isOfFolder(entry) && entry.cluster == id; }, *parsed);
    });
}

void PlanLibrary::Private::takeFailure(const ClusterId &id, const Error &error)
{
    clusters.at(id.value()).problem = error;
    Q_EMIT q->changed();
}

void PlanLibrary::Private::takeQueries(const ClusterId &cluster, const QString &location,
                                       const QByteArray &source, const PlanQueryCheck &check)
{
    for (PlanEntry &entry : entries) {
        if (entry.cluster == cluster && entry.location == location && entry.source == source) {
            QVector<PlanProblem> &problems = entry.parsed.problems;
            problems.erase(std::remove_if(problems.begin(), problems.end(),
                                          [](const PlanProblem &problem) {
                                              return problem.code == PlanProblemCode::QueryRefused;
                                          }),
                           problems.end());
            problems += check.problems;
            entry.queries = check;
            entry.queriesAsked = false;
            Q_EMIT q->changed();
            return;
        }
    }
}

PlanLibrary::PlanLibrary(PlanFolders folders, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(folders)))
{
    connect(&d->watcher, &QFileSystemWatcher::directoryChanged, &d->settle, qOverload<>(&QTimer::start));
    connect(&d->watcher, &QFileSystemWatcher::fileChanged, &d->settle, qOverload<>(&QTimer::start));
    connect(&d->settle, &QTimer::timeout, this, &PlanLibrary::reload);
    connect(&d->refresh, &QTimer::timeout, this, &PlanLibrary::refreshClusters);
    d->refresh.start();
}

PlanLibrary::~PlanLibrary() = default;

void PlanLibrary::reload()
{
    d->watchFolder();
    ++d->reading;
    const auto read = [folders = d->folders, before = d->entries] {
        return readPlanFolder(folders.builtIn, PlanOrigin::BuiltIn, before) +
               readPlanFolder(folders.user, PlanOrigin::UserFolder, before);
    };
    d->inBackground(read, [this](const Result<QVector<PlanEntry>> &entries) {
        d->takeFolders(entries.value_or(QVector<PlanEntry>()));
    });
}

bool PlanLibrary::isLoaded() const
{
    return d->loaded;
}

void PlanLibrary::addCluster(ClusterApi &api)
{
    const ClusterId id = api.description().id;
    Private::Cluster &cluster = d->clusters[id.value()];
    cluster.plans = std::make_unique<ClusterPlans>(api);
    connect(cluster.plans.get(), &ClusterPlans::found, this,
            [this, id](const QVector<PlanEntry> &found, const std::optional<Error> &refused) {
                d->takeFound(id, found, refused);
            });
    connect(cluster.plans.get(), &ClusterPlans::failed, this,
            [this, id](const Error &error) { d->takeFailure(id, error); });
}

void PlanLibrary::removeCluster(const ClusterId &id)
{
    const auto found = d->clusters.find(id.value());
    if (found == d->clusters.end()) {
        return;
    }
    d->clusters.erase(found);
    d->replace([&id](const PlanEntry &entry) { return !isOfFolder(entry) && entry.cluster == id; }, {});
}

void PlanLibrary::setNamespaces(const ClusterId &id, const QStringList &namespaces)
{
    const auto found = d->clusters.find(id.value());
    if (found != d->clusters.end()) {
        found->second.plans->setNamespaces(namespaces);
    }
}

void PlanLibrary::refreshClusters()
{
    for (const auto &[id, cluster] : d->clusters) {
        cluster.plans->ask();
    }
}

bool PlanLibrary::isLoaded(const ClusterId &id) const
{
    const auto found = d->clusters.find(id.value());
    return found != d->clusters.end() && found->second.loaded;
}

std::optional<Error> PlanLibrary::clusterProblem(const ClusterId &id) const
{
    const auto found = d->clusters.find(id.value());
    return found == d->clusters.end() ? std::nullopt : found->second.problem;
}

const QVector<PlanEntry> &PlanLibrary::entries() const
{
    return d->entries;
}

const PlanEntry *PlanLibrary::governing(const ReleaseKey &release) const
{
    return governingPlan(d->entries, release);
}

void PlanLibrary::checkQueries(const ClusterId &cluster, const QString &location, MetricsApi &metrics)
{
    for (PlanEntry &entry : d->entries) {
        if (entry.cluster == cluster && entry.location == location && !entry.queriesAsked) {
            entry.queriesAsked = true;
            auto *checker = new PlanQueryChecker(entry.parsed.queries, location, metrics, this);
            connect(checker, &PlanQueryChecker::finished, this,
                    [this, checker, cluster, location, source = entry.source](const PlanQueryCheck &check) {
                        checker->deleteLater();
                        d->takeQueries(cluster, location, source, check);
                    });
            checker->start();
            return;
        }
    }
}

} // namespace signalbox
