// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/kubeconfigfile.h"
#include "tests/kubernetes/kubeconfigfolder.h"

#include <QFile>
#include <QTest>

using namespace signalbox;
using namespace signalbox::kubernetes;
using namespace signalbox::test;
using Kind = ConfigProblem::Kind;
using Severity = ConfigProblem::Severity;

/// Which files are read, and how several become one.
class KubeconfigLoaderTest : public QObject, private KubeconfigFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void mergesFirstWins();
    void skipsMissingFilesOfTheList();
    void saysWhenNoFileOfTheListExists();
    void explicitFileIsAloneAndMustExist();
    void defaultsToHome();
    void emptyFilesAreFine();
    void resolvesRelativePathsPerFile();
    void duplicateNamesKeepTheFirst();
    void currentContextOfNobody();
    void devNullIsEmpty();
    void lastKeyWinsAndMergeKeysFillIn();
    void refusesHugeFiles();
    void extensionBombIsBounded();
    void inClusterComesLast();
};

void KubeconfigLoaderTest::init()
{
    QVERIFY(renew());
}

void KubeconfigLoaderTest::mergesFirstWins()
{
    const QString first =
        write(QStringLiteral("a"), "clusters: [{name: c, cluster: {server: 'https://a'}}]\n");
    const QString second = write(QStringLiteral("b"),
                                 "current-context: x\n"
                                 "clusters: [{name: c, cluster: {server: 'https://b', tls-server-name: b}}]\n"
                                 "users: [{name: u, user: {token: second}}]\n"
                                 "contexts: [{name: x, context: {cluster: c, user: u}}]\n");
    const QString third =
        write(QStringLiteral("c"), "current-context: y\nusers: [{name: u, user: {token: third}}]\n");
    const KubeconfigSet set = loadKubeconfig(list({first, second, first, third}));
    QCOMPARE(set.contexts.size(), 1);
    QCOMPARE(set.currentContext, QStringLiteral("x"));
    const ContextEntry &entry = set.contexts.first();
    QCOMPARE(entry.cluster.server, QStringLiteral("https://a"));
    QCOMPARE(entry.cluster.tlsServerName, QString()); // whole entries, no mixture
    QCOMPARE(entry.user.token, QStringLiteral("second"));
    QCOMPARE(entry.file, second);
    QCOMPARE(entry.nameSpace, QStringLiteral("default"));
    QVERIFY(!entry.error);
    QCOMPARE(set.problems.size(), 2);
    QCOMPARE(set.problems.at(0).kind, Kind::Shadowed);
    QCOMPARE(set.problems.at(0).severity, Severity::Note);
    QCOMPARE(set.problems.at(0).file, second);
    QCOMPARE(set.problems.at(0).line, 2);
    QVERIFY(set.problems.at(0).expected.contains(first));
    QCOMPARE(set.problems.at(1).file, third);
}

void KubeconfigLoaderTest::skipsMissingFilesOfTheList()
{
    const QString real = write(QStringLiteral("real"), simpleConfig("one", "https://one"));
    const KubeconfigSet set =
        loadKubeconfig(list({m_dir->filePath(QStringLiteral("gone")), QString(), real}));
    QCOMPARE(set.contexts.size(), 1);
    QVERIFY(set.problems.isEmpty());
    QCOMPARE(set.files.size(), 2);
}

void KubeconfigLoaderTest::saysWhenNoFileOfTheListExists()
{
    const KubeconfigSet set = loadKubeconfig(list({m_dir->filePath(QStringLiteral("gone"))}));
    QVERIFY(set.contexts.isEmpty());
    QCOMPARE(set.problems.size(), 1);
    QCOMPARE(set.problems.first().kind, Kind::FileMissing);
    QCOMPARE(set.problems.first().severity, Severity::Note);
}

void KubeconfigLoaderTest::explicitFileIsAloneAndMustExist()
{
    KubeconfigSources sources = list({write(QStringLiteral("listed"), simpleConfig("listed", "https://l"))});
    sources.explicitFile = write(QStringLiteral("explicit"), simpleConfig("explicit", "https://e"));
    KubeconfigSet set = loadKubeconfig(sources);
    QCOMPARE(set.contexts.size(), 1);
    QCOMPARE(set.contexts.first().name, QStringLiteral("explicit"));
    sources.explicitFile = m_dir->filePath(QStringLiteral("gone"));
    set = loadKubeconfig(sources);
    QVERIFY(set.contexts.isEmpty());
    QCOMPARE(set.problems.first().kind, Kind::FileMissing);
    QCOMPARE(set.problems.first().severity, Severity::Error);
    QCOMPARE(set.problems.first().file, sources.explicitFile);
}

void KubeconfigLoaderTest::defaultsToHome()
{
    KubeconfigSources sources = list({});
    write(QStringLiteral("home/.kube/config"), simpleConfig("home", "https://h"));
    sources.homeDirectory = m_dir->filePath(QStringLiteral("home"));
    const KubeconfigSet set = loadKubeconfig(sources);
    QCOMPARE(set.contexts.size(), 1);
    QCOMPARE(set.currentContext, QStringLiteral("home"));
}

void KubeconfigLoaderTest::emptyFilesAreFine()
{
    const KubeconfigSet set = loadText("# nothing here\n");
    QVERIFY(set.contexts.isEmpty());
    QVERIFY(set.problems.isEmpty());
}

void KubeconfigLoaderTest::resolvesRelativePathsPerFile()
{
    const QString file = write(
        QStringLiteral("sub/config"),
        "clusters: [{name: c, cluster: {server: 'https://a', certificate-authority: pki/ca.crt}}]\n"
        "users:\n"
        "- {name: u, user: {client-certificate: ../u.crt, client-key: /abs/u.key}}\n"
        "- {name: t, user: {tokenFile: tok}}\n"
        "- {name: e, user: {exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: "
        "./bin/login}}}\n"
        "- {name: p, user: {exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: login}}}\n"
        "contexts:\n"
        "- {name: u, context: {cluster: c, user: u}}\n"
        "- {name: t, context: {cluster: c, user: t}}\n"
        "- {name: e, context: {cluster: c, user: e}}\n"
        "- {name: p, context: {cluster: c, user: p}}\n");
    const KubeconfigSet set = loadKubeconfig(list({file}));
    QVERIFY(set.problems.isEmpty());
    const auto user = [&set](const char *name) { return set.find(QLatin1String(name))->user; };
    QCOMPARE(set.contexts.first().cluster.certificateAuthority,
             m_dir->filePath(QStringLiteral("sub/pki/ca.crt")));
    QCOMPARE(user("u").clientCertificate, m_dir->filePath(QStringLiteral("u.crt")));
    QCOMPARE(user("u").clientKey, QStringLiteral("/abs/u.key"));
    QCOMPARE(user("t").tokenFile, m_dir->filePath(QStringLiteral("sub/tok")));
    QCOMPARE(user("e").exec->command, m_dir->filePath(QStringLiteral("sub/bin/login")));
    QCOMPARE(user("p").exec->command, QStringLiteral("login"));
}

void KubeconfigLoaderTest::duplicateNamesKeepTheFirst()
{
    const KubeconfigSet set =
        loadText("clusters: [{name: c, cluster: {server: 'https://1'}}, {name: c, cluster: "
                 "{server: 'https://2'}}]\ncontexts: [{name: x, context: {cluster: c}}]\n");
    QCOMPARE(set.contexts.first().cluster.server, QStringLiteral("https://1"));
    QVERIFY(!set.contexts.first().error);
    QVERIFY(findProblem(set.problems, Kind::DuplicateName));
}

void KubeconfigLoaderTest::currentContextOfNobody()
{
    const KubeconfigSet set =
        loadText("\ncurrent-context: ghost\n"
                 "contexts: [{name: x, context: {cluster: gone, user: nobody, namespace: A_B}}]\n");
    const ContextEntry &entry = set.contexts.first();
    QVERIFY(entry.error && entry.error->detail.contains(QStringLiteral("no cluster is called \"gone\"")));
    const ConfigProblem &last = set.problems.last();
    QCOMPARE(last.kind, Kind::UnknownReference);
    QCOMPARE(last.field, QStringLiteral("current-context"));
    QCOMPARE(last.line, 2);
    QCOMPARE(set.problems.size(), 4); // cluster, user, namespace, current-context
}

void KubeconfigLoaderTest::devNullIsEmpty()
{
    const KubeconfigSet set = loadKubeconfig(list({QStringLiteral("/dev/null")}));
    QVERIFY(set.contexts.isEmpty());
    QVERIFY(set.problems.isEmpty());
}

void KubeconfigLoaderTest::lastKeyWinsAndMergeKeysFillIn()
{
    const KubeconfigSet set = loadText(
        "clusters:\n"
        "- {name: a, cluster: &base {server: 'https://x', tls-server-name: t, server: 'https://a'}}\n"
        "- {name: b, cluster: {<<: *base, server: 'https://b'}}\n"
        "- {name: c, cluster: {<<: [{proxy-url: 'http://p'}, *base]}}\n"
        "contexts:\n"
        "- {name: a, context: {cluster: a}}\n"
        "- {name: b, context: {cluster: b}}\n"
        "- {name: c, context: {cluster: c}}\n");
    QVERIFY(set.problems.isEmpty());
    const auto cluster = [&set](const char *name) { return set.find(QLatin1String(name))->cluster; };
    QCOMPARE(cluster("a").server, QStringLiteral("https://a"));
    QCOMPARE(cluster("b").server, QStringLiteral("https://b"));
    QCOMPARE(cluster("b").tlsServerName, QStringLiteral("t"));
    QCOMPARE(cluster("c").server, QStringLiteral("https://a"));
    QCOMPARE(cluster("c").proxyUrl, QStringLiteral("http://p"));
}

void KubeconfigLoaderTest::refusesHugeFiles()
{
    const QString path = write(QStringLiteral("huge"), {});
    QVERIFY(QFile::resize(path, maxKubeconfigBytes + 1));
    const KubeconfigFile file = readKubeconfig(path);
    QCOMPARE(file.problems.size(), 1);
    QCOMPARE(file.problems.first().kind, Kind::FileTooLarge);
}

void KubeconfigLoaderTest::extensionBombIsBounded()
{
    QByteArray text =
        "clusters:\n- name: c\n  cluster:\n    server: https://a\n    extensions:\n"
        "    - name: client.authentication.k8s.io/exec\n      extension:\n        a0: &a0 [x, x]\n";
    for (int level = 1; level < 40; ++level) {
        const QByteArray now = QByteArray::number(level);
        const QByteArray before = QByteArray::number(level - 1);
        text += "        a" + now + ": &a" + now + " [*a" + before + ", *a" + before + "]\n";
    }
    const KubeconfigSet set = loadText(text + "contexts: [{name: x, context: {cluster: c}}]\n");
    QCOMPARE(set.contexts.size(), 1);
    QVERIFY(findProblem(set.problems, Kind::BadValue));
}

void KubeconfigLoaderTest::inClusterComesLast()
{
    KubeconfigSources sources = list({write(QStringLiteral("config"), simpleConfig("one", "https://one"))});
    sources.environment.insert(QStringLiteral("KUBERNETES_SERVICE_HOST"), QStringLiteral("fd00::1"));
    sources.environment.insert(QStringLiteral("KUBERNETES_SERVICE_PORT"), QStringLiteral("443"));
    sources.serviceAccountDirectory = m_dir->filePath(QStringLiteral("account"));
    QCOMPARE(loadKubeconfig(sources).contexts.size(), 1); // no token: not in a pod
    write(QStringLiteral("account/token"), "t\n");
    write(QStringLiteral("account/namespace"), "shop\n");
    write(QStringLiteral("account/ca.crt"), "");
    KubeconfigSet set = loadKubeconfig(sources);
    QCOMPARE(set.contexts.size(), 2);
    QCOMPARE(set.currentContext, QStringLiteral("one"));
    const ContextEntry &pod = set.contexts.last();
    QCOMPARE(pod.cluster.server, QStringLiteral("https://[fd00::1]:443"));
    QCOMPARE(pod.nameSpace, QStringLiteral("shop"));
    QVERIFY(pod.user.tokenFile.endsWith(QStringLiteral("account/token")));
    QVERIFY(pod.cluster.certificateAuthority.endsWith(QStringLiteral("account/ca.crt")));
    sources.environment.insert(QStringLiteral("KUBECONFIG"), m_dir->filePath(QStringLiteral("gone")));
    set = loadKubeconfig(sources);
    QCOMPARE(set.currentContext, QString(inClusterContextName));
    sources.explicitFile = write(QStringLiteral("explicit"), simpleConfig("e", "https://e"));
    QCOMPARE(loadKubeconfig(sources).contexts.size(), 1);
}

QTEST_GUILESS_MAIN(KubeconfigLoaderTest)
#include "kubeconfigloader_test.moc"
