// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/kubeconfigloader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

namespace signalbox::kubernetes
{

namespace
{

using Kind = ConfigProblem::Kind;
using Severity = ConfigProblem::Severity;

/// Entries of all files by name, in the order of their first definition.
template <typename Entry> class Merged
{
public:
    void add(const QVector<Entry> &entries, const QString &list, QVector<ConfigProblem> &problems)
    {
        for (const Entry &entry : entries) {
            const auto known = m_index.constFind(entry.name);
            if (known == m_index.constEnd()) {
                m_index.insert(entry.name, m_entries.size());
                m_entries.append(entry);
                continue;
            }
            problems.append({Kind::Shadowed, Severity::Note, entry.file, entry.line, list,
                             QStringLiteral("\"%1\" is not used: %2 defines it first")
                                 .arg(entry.name, m_entries.at(*known).file)});
        }
    }
    [[nodiscard]] const QVector<Entry> &entries() const { return m_entries; }
    [[nodiscard]] QVector<Entry> &entries() { return m_entries; }
    [[nodiscard]] const Entry *find(const QString &name) const
    {
        const auto found = m_index.constFind(name);
        return found == m_index.constEnd() ? nullptr : &m_entries.at(*found);
    }

private:
    QVector<Entry> m_entries;
    QHash<QString, qsizetype> m_index;
};

struct Pool {
    Merged<NamedContext> contexts;
    Merged<KubeCluster> clusters;
    Merged<KubeUser> users;
    ConfigProblem currentContextAt;
    KubeconfigSet set;
};

QStringList filesToRead(const KubeconfigSources &sources)
{
    if (!sources.explicitFile.isEmpty()) {
        return {QFileInfo(sources.explicitFile).absoluteFilePath()};
    }
    const QString list = sources.environment.value(QStringLiteral("KUBECONFIG"));
    if (list.isEmpty()) {
        return {QDir(sources.homeDirectory).filePath(QStringLiteral(".kube/config"))};
    }
    QStringList files;
    for (const QString &file : list.split(QDir::listSeparator(), Qt::SkipEmptyParts)) {
        files.append(QFileInfo(file).absoluteFilePath());
    }
    files.removeDuplicates();
    return files;
}

void addFile(Pool &pool, const KubeconfigFile &file)
{
    QVector<ConfigProblem> &problems = pool.set.problems;
    problems += file.problems;
    pool.clusters.add(file.clusters, QStringLiteral("clusters"), problems);
    pool.users.add(file.users, QStringLiteral("users"), problems);
    pool.contexts.add(file.contexts, QStringLiteral("contexts"), problems);
    if (pool.set.currentContext.isEmpty()) {
        pool.set.currentContext = file.currentContext;
        pool.currentContextAt.line = file.currentContextLine;
    }
}

/// The file as it is, or as it was if it cannot be read now. A file that must exist and is gone is in the
/// middle of an edit too.
KubeconfigFile recalled(KubeconfigFile file, const QString &name, KubeconfigMemory *memory)
{
    if (!memory) {
        return file;
    }
    const bool gone = std::any_of(file.problems.cbegin(), file.problems.cend(),
                                  [](const ConfigProblem &one) { return one.kind == Kind::FileMissing; });
    if (!gone && !isBroken(file)) {
        memory->insert(name, file);
        return file;
    }
    const auto former = memory->constFind(name);
    if (former == memory->constEnd()) {
        return file;
    }
    KubeconfigFile kept = *former;
    kept.problems = file.problems;
    kept.problems.append({Kind::FormerKept,
                          Severity::Note,
                          name,
                          0,
                          {},
                          QStringLiteral("its contexts of before are kept until it can be read again")});
    return kept;
}

void readFiles(Pool &pool, const KubeconfigSources &sources, KubeconfigMemory *memory)
{
    const QStringList files = filesToRead(sources);
    pool.set.files = files;
    const bool mustExist = !sources.explicitFile.isEmpty();
    const bool listed = !mustExist && !sources.environment.value(QStringLiteral("KUBECONFIG")).isEmpty();
    int missing = 0;
    for (const QString &name : files) {
        if (!mustExist && !QFileInfo::exists(name)) {
            ++missing;
            if (memory) {
                memory->remove(name);
            }
            continue;
        }
        const bool hadCurrent = !pool.set.currentContext.isEmpty();
        addFile(pool, recalled(readKubeconfig(name), name, memory));
        if (!hadCurrent && !pool.set.currentContext.isEmpty()) {
            pool.currentContextAt.file = name;
        }
    }
    if (listed && missing == files.size()) {
        pool.set.problems.append({Kind::FileMissing, Severity::Note, files.join(QDir::listSeparator()), 0,
                                  QStringLiteral("KUBECONFIG"),
                                  QStringLiteral("none of these files exists")});
    }
}

std::optional<Error> firstError(const QVector<ConfigProblem> &problems)
{
    const auto found = std::find_if(problems.begin(), problems.end(), [](const ConfigProblem &problem) {
        return problem.severity == Severity::Error;
    });
    return found == problems.end() ? std::nullopt : std::optional(toError(*found));
}

bool isDnsLabel(const QString &text)
{
    static const QRegularExpression label(QStringLiteral("\\A[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\z"));
    return label.match(text).hasMatch();
}

/// What is wrong with the context itself, its references included.
QVector<ConfigProblem> validateContext(const NamedContext &context, const Pool &pool)
{
    QVector<ConfigProblem> problems = context.problems;
    const auto add = [&](Kind kind, const QString &field, const QString &expected) {
        problems.append({kind, Severity::Error, context.file, context.line,
                         QStringLiteral("context \"%1\".%2").arg(context.name, field), expected});
    };
    if (context.clusterName.isEmpty()) {
        add(Kind::Missing, QStringLiteral("cluster"), QStringLiteral("expected the name of a cluster"));
    } else if (!pool.clusters.find(context.clusterName)) {
        add(Kind::UnknownReference, QStringLiteral("cluster"),
            QStringLiteral("no cluster is called \"%1\"").arg(context.clusterName));
    }
    // A context without a user is anonymous, which client-go allows.
    if (!context.userName.isEmpty() && !pool.users.find(context.userName)) {
        add(Kind::UnknownReference, QStringLiteral("user"),
            QStringLiteral("no user is called \"%1\"").arg(context.userName));
    }
    if (!context.nameSpace.isEmpty() && !isDnsLabel(context.nameSpace)) {
        add(Kind::BadValue, QStringLiteral("namespace"),
            QStringLiteral("expected at most 63 lower-case letters, digits and hyphens"));
    }
    return problems;
}

ContextEntry joinContext(const NamedContext &context, const Pool &pool,
                         const QVector<ConfigProblem> &contextProblems)
{
    ContextEntry entry;
    entry.name = context.name;
    entry.clusterName = context.clusterName;
    entry.userName = context.userName;
    entry.nameSpace = context.nameSpace.isEmpty() ? QStringLiteral("default") : context.nameSpace;
    entry.file = context.file;
    entry.line = context.line;
    if (const KubeCluster *cluster = pool.clusters.find(context.clusterName)) {
        entry.cluster = *cluster;
    }
    if (const KubeUser *user = pool.users.find(context.userName)) {
        entry.user = *user;
    }
    entry.error = firstError(contextProblems);
    if (!entry.error) {
        entry.error = firstError(entry.cluster.problems);
    }
    if (!entry.error) {
        entry.error = firstError(entry.user.problems);
    }
    return entry;
}

void joinAll(Pool &pool)
{
    for (KubeCluster &cluster : pool.clusters.entries()) {
        cluster.problems += validateCluster(cluster);
        pool.set.problems += cluster.problems;
    }
    for (KubeUser &user : pool.users.entries()) {
        user.problems += validateUser(user);
        pool.set.problems += user.problems;
    }
    for (const NamedContext &context : pool.contexts.entries()) {
        const QVector<ConfigProblem> problems = validateContext(context, pool);
        pool.set.problems += problems;
        pool.set.contexts.append(joinContext(context, pool, problems));
    }
}

} // namespace

KubeconfigSet loadKubeconfig(const KubeconfigSources &sources, KubeconfigMemory *memory)
{
    Pool pool;
    readFiles(pool, sources, memory);
    joinAll(pool);
    KubeconfigSet &set = pool.set;
    if (sources.explicitFile.isEmpty()) {
        const std::optional<ContextEntry> pod = inClusterContext(sources);
        if (pod && !set.find(pod->name)) {
            set.contexts.append(*pod);
            if (set.currentContext.isEmpty() && set.contexts.size() == 1) {
                set.currentContext = pod->name;
            }
        }
    }
    if (!set.currentContext.isEmpty() && !set.find(set.currentContext)) {
        set.problems.append({Kind::UnknownReference, Severity::Error, pool.currentContextAt.file,
                             pool.currentContextAt.line, QStringLiteral("current-context"),
                             QStringLiteral("no context is called \"%1\"").arg(set.currentContext)});
    }
    return std::move(pool.set);
}

std::optional<ContextEntry> inClusterContext(const KubeconfigSources &sources)
{
    const QString host = sources.environment.value(QStringLiteral("KUBERNETES_SERVICE_HOST"));
    const QString port = sources.environment.value(QStringLiteral("KUBERNETES_SERVICE_PORT"));
    const QDir directory(sources.serviceAccountDirectory);
    const QString token = directory.filePath(QStringLiteral("token"));
    if (host.isEmpty() || port.isEmpty() || !QFileInfo::exists(token)) {
        return std::nullopt;
    }
    ContextEntry entry;
    entry.name = entry.clusterName = entry.userName = inClusterContextName;
    entry.file = directory.path();
    const QString server =
        host.contains(u':') ? QStringLiteral("https://[%1]:%2") : QStringLiteral("https://%1:%2");
    entry.cluster.name = entry.user.name = inClusterContextName;
    entry.cluster.file = entry.user.file = entry.file;
    entry.cluster.server = server.arg(host, port);
    entry.user.tokenFile = token;
    const QString authority = directory.filePath(QStringLiteral("ca.crt"));
    if (QFileInfo::exists(authority)) {
        entry.cluster.certificateAuthority = authority;
    }
    entry.nameSpace = sources.environment.value(QStringLiteral("POD_NAMESPACE")).trimmed();
    QFile nameSpace(directory.filePath(QStringLiteral("namespace")));
    if (entry.nameSpace.isEmpty() && nameSpace.open(QIODevice::ReadOnly)) {
        entry.nameSpace = QString::fromUtf8(nameSpace.read(1024)).trimmed();
    }
    if (!isDnsLabel(entry.nameSpace)) {
        entry.nameSpace = QStringLiteral("default");
    }
    return entry;
}

} // namespace signalbox::kubernetes
