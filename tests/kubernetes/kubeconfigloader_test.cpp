// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/kubeconfigfile.h"
#include "backends/kubernetes/kubeconfigloader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::kubernetes;
using Kind = ConfigProblem::Kind;
using Severity = ConfigProblem::Severity;

namespace
{

QByteArray simpleConfig(const QByteArray &name, const QByteArray &server, const QByteArray &user = "token: t")
{
    return "apiVersion: v1\nkind: Config\ncurrent-context: " + name + "\nclusters:\n- name: " + name +
           "\n  cluster: {server: '" + server + "'}\nusers:\n- name: " + name + "\n  user: {" + user +
           "}\ncontexts:\n- name: " + name + "\n  context: {cluster: " + name + ", user: " + name + "}\n";
}

const ConfigProblem *findProblem(const QVector<ConfigProblem> &problems, Kind kind)
{
    for (const ConfigProblem &problem : problems) {
        if (problem.kind == kind) {
            return &problem;
        }
    }
    return nullptr;
}

} // namespace

class KubeconfigLoaderTest : public QObject
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
    void readsJson_data();
    void readsJson();
    void readsEveryField();
    void oneBadEntryLeavesTheOthers();
    void validates_data();
    void validates();
    void notesInlineData();
    void reportsBrokenFiles_data();
    void reportsBrokenFiles();
    void duplicateNamesKeepTheFirst();
    void currentContextOfNobody();
    void quotesNoSecretOfABrokenFile();
    void devNullIsEmpty();
    void lastKeyWinsAndMergeKeysFillIn();
    void refusesHugeFiles();
    void extensionBombIsBounded();
    void inClusterComesLast();

private:
    QString write(const QString &name, const QByteArray &content);
    KubeconfigSources list(const QStringList &files) const;
    KubeconfigSet loadText(const QByteArray &content);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void KubeconfigLoaderTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

QString KubeconfigLoaderTest::write(const QString &name, const QByteArray &content)
{
    const QString path = m_dir->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
    return path;
}

KubeconfigSources KubeconfigLoaderTest::list(const QStringList &files) const
{
    KubeconfigSources sources;
    sources.environment.insert(QStringLiteral("KUBECONFIG"), files.join(QDir::listSeparator()));
    sources.homeDirectory = m_dir->filePath(QStringLiteral("nohome"));
    sources.serviceAccountDirectory = m_dir->filePath(QStringLiteral("noaccount"));
    return sources;
}

KubeconfigSet KubeconfigLoaderTest::loadText(const QByteArray &content)
{
    return loadKubeconfig(list({write(QStringLiteral("config"), content)}));
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

void KubeconfigLoaderTest::readsJson_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray json = R"({"kind":"Config","apiVersion":"v1","current-context":"j",
 "clusters":[{"name":"j","cluster":{"server":"https:\/\/j"}}],
 "users":[{"name":"j","user":{"username":"\u00e4","password":"PASSWORD"}}],
 "contexts":[{"name":"j","context":{"cluster":"j","user":"j"}}]})";
    QTest::newRow("plain") << QByteArray(json).replace("PASSWORD", "p");
    QTest::newRow("tabs") << QByteArray(json).replace("PASSWORD", "p").replace("\n ", "\n\t");
    QTest::newRow("surrogates") << QByteArray(json).replace("PASSWORD", R"(\ud83d\ude00)");
}

void KubeconfigLoaderTest::readsJson()
{
    QFETCH(QByteArray, text);
    const KubeconfigSet set = loadText(text);
    QCOMPARE(set.problems.size(), 0);
    QCOMPARE(set.contexts.size(), 1);
    QCOMPARE(set.contexts.first().cluster.server, QStringLiteral("https://j"));
    QCOMPARE(set.contexts.first().user.username, QStringLiteral("ä"));
}

void KubeconfigLoaderTest::readsEveryField()
{
    const KubeconfigSet set = loadText(R"(
clusters:
- name: c
  cluster:
    server: https://c:6443/prefix
    tls-server-name: api
    certificate-authority-data: UEVN
    proxy-url: socks5://p:1080
    disable-compression: true
    extensions:
    - {name: other, extension: {x: 1}}
    - {name: client.authentication.k8s.io/exec, extension: {audience: x, n: 3, on: true, s: "7"}}
users:
- name: u
  user:
    as: boss
    as-uid: "42"
    as-groups: [a, b]
    as-user-extra: {Scopes: [x, y]}
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: idp
      args: [get, "--n=1", ""]
      env: [{name: A, value: "1"}]
      installHint: get it
      provideClusterInfo: true
      interactiveMode: Never
contexts: [{name: x, context: {cluster: c, user: u, namespace: shop}}]
)");
    QCOMPARE(set.problems.size(), 0);
    const ContextEntry &entry = set.contexts.first();
    QVERIFY(!entry.error);
    QCOMPARE(entry.nameSpace, QStringLiteral("shop"));
    QCOMPARE(entry.cluster.certificateAuthorityData, QByteArray("PEM"));
    QCOMPARE(entry.cluster.tlsServerName, QStringLiteral("api"));
    QVERIFY(entry.cluster.disableCompression);
    QCOMPARE(entry.cluster.execConfig, QByteArray(R"({"audience":"x","n":3,"on":true,"s":"7"})"));
    const Impersonation acting{QStringLiteral("boss"),
                               QStringLiteral("42"),
                               {QStringLiteral("a"), QStringLiteral("b")},
                               {{QStringLiteral("Scopes"), {QStringLiteral("x"), QStringLiteral("y")}}}};
    QCOMPARE(entry.user.impersonation, acting);
    const ExecConfig exec{QStringLiteral("client.authentication.k8s.io/v1"),
                          QStringLiteral("idp"),
                          {QStringLiteral("get"), QStringLiteral("--n=1"), QString()},
                          {{QStringLiteral("A"), QStringLiteral("1")}},
                          QStringLiteral("get it"),
                          true,
                          ExecConfig::Interactive::Never};
    QCOMPARE(*entry.user.exec, exec);
}

void KubeconfigLoaderTest::oneBadEntryLeavesTheOthers()
{
    const KubeconfigSet set =
        loadText(simpleConfig("good", "https://good") + "- name: bad\n"
                                                        "  context: {cluster: [1], user: good}\n"
                                                        "- just text\n"
                                                        "- context: {cluster: good}\n");
    QCOMPARE(set.contexts.size(), 2);
    QVERIFY(!set.find(QStringLiteral("good"))->error);
    const std::optional<Error> error = set.find(QStringLiteral("bad"))->error;
    QVERIFY(error);
    QCOMPARE(error->code, ErrorCode::BadConfiguration);
    QCOMPARE(error->layer, ErrorLayer::Configuration);
    QVERIFY2(error->detail.contains(
                 QStringLiteral("/config:14: contexts[1].context.cluster: expected text, found a list")),
             qPrintable(error->detail));
    QVERIFY(std::any_of(set.problems.begin(), set.problems.end(), [](const ConfigProblem &problem) {
        return problem.field == QLatin1String("contexts[2]") && problem.line == 15;
    }));
    QVERIFY(std::any_of(set.problems.begin(), set.problems.end(), [](const ConfigProblem &problem) {
        return problem.field == QLatin1String("contexts[3].name") && problem.kind == Kind::Missing;
    }));
}

void KubeconfigLoaderTest::validates_data()
{
    QTest::addColumn<QByteArray>("cluster");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    const QByteArray ok = "server: 'https://a'";
    const auto row = [](const char *name, const QByteArray &cluster, const QByteArray &user, Kind kind,
                        const char *words) {
        QTest::newRow(name) << cluster << user << static_cast<int>(kind) << QString::fromLatin1(words);
    };
    row("no server", "tls-server-name: a", "token: t", Kind::Missing, "server");
    row("server scheme", "server: 'ftp://a'", "token: t", Kind::BadValue, "server");
    row("server query", "server: 'https://a?x=1'", "token: t", Kind::BadValue, "server");
    row("server number", "server: 1", "token: t", Kind::WrongType, "a number");
    row("insecure and ca", ok + ", insecure-skip-tls-verify: true, certificate-authority: ca", "token: t",
        Kind::Contradiction, "insecure-skip-tls-verify");
    row("insecure text", ok + ", insecure-skip-tls-verify: maybe", "token: t", Kind::WrongType,
        "true or false");
    row("https proxy", ok + ", proxy-url: 'https://p'", "token: t", Kind::Unsupported, "proxy-url");
    row("odd proxy", ok + ", proxy-url: 'p:1'", "token: t", Kind::BadValue, "proxy-url");
    row("ca base64", ok + ", certificate-authority-data: '**'", "token: t", Kind::BadValue, "base64");
    row("token and basic", ok, "token: t, username: u", Kind::Contradiction, "token");
    row("tokenFile and basic", ok, "tokenFile: t, password: p", Kind::Contradiction, "tokenFile");
    row("token number", ok, "token: 123", Kind::WrongType, "quotes");
    row("token yes", ok, "token: yes", Kind::WrongType, "quotes");
    row("cert without key", ok, "client-certificate: c", Kind::Missing, "client-key");
    row("key without cert", ok, "client-key-data: YQ==", Kind::Missing, "client-certificate");
    row("groups without user", ok, "as-groups: [a]", Kind::Missing, "as");
    row("uid without user", ok, "as-uid: a", Kind::Missing, "as");
    row("extra without user", ok, "as-user-extra: {a: [b]}", Kind::Missing, "as");
    row("gcp", ok, "auth-provider: {name: gcp}", Kind::Unsupported, "gke-gcloud-auth-plugin");
    row("azure", ok, "auth-provider: {name: azure}", Kind::Unsupported, "kubelogin");
    row("oidc", ok, "auth-provider: {name: oidc}", Kind::Unsupported, "kubelogin");
    const QByteArray v1 = "apiVersion: client.authentication.k8s.io/v1";
    row("exec and provider", ok,
        "exec: {" + v1 + ", command: c, interactiveMode: Never}, auth-provider: {name: x}",
        Kind::Contradiction, "auth-provider");
    row("exec no command", ok, "exec: {" + v1 + ", interactiveMode: Never}", Kind::Missing, "command");
    row("exec no version", ok, "exec: {command: c}", Kind::Missing, "apiVersion");
    row("exec alpha", ok, "exec: {command: c, " + v1 + "alpha1}", Kind::Unsupported, "v1alpha1");
    row("exec other", ok, "exec: {command: c, apiVersion: v1}", Kind::BadValue, "apiVersion");
    row("exec v1 mode", ok, "exec: {command: c, " + v1 + "}", Kind::Missing, "interactiveMode");
    row("exec bad mode", ok, "exec: {command: c, " + v1 + ", interactiveMode: never}", Kind::BadValue,
        "interactiveMode");
    row("exec env", ok, "exec: {command: c, " + v1 + ", interactiveMode: Never, env: [{value: x}]}",
        Kind::BadValue, "env[0].name");
}

void KubeconfigLoaderTest::validates()
{
    QFETCH(QByteArray, cluster);
    QFETCH(QByteArray, user);
    QFETCH(int, kind);
    QFETCH(QString, words);
    const KubeconfigSet set =
        loadText("clusters: [{name: c, cluster: {" + cluster + "}}]\nusers:\n- {name: u, user: {" + user +
                 "}}\ncontexts: [{name: x, context: {cluster: c, user: u}}]\n");
    QCOMPARE(set.contexts.size(), 1);
    const std::optional<Error> error = set.contexts.first().error;
    QVERIFY(error);
    QCOMPARE(set.problems.size(), 1);
    QCOMPARE(static_cast<int>(set.problems.first().kind), kind);
    QVERIFY(set.problems.first().line > 0);
    QVERIFY2(error->detail.contains(words), qPrintable(error->detail));
    QCOMPARE(error->code == ErrorCode::Unsupported, kind == static_cast<int>(Kind::Unsupported));
    QVERIFY(!error->detail.contains(QStringLiteral("123")));
}

void KubeconfigLoaderTest::notesInlineData()
{
    const KubeconfigSet set = loadText(
        "clusters: [{name: c, cluster: {server: 'https://a', certificate-authority: f, "
        "certificate-authority-data: YQ==}}]\n"
        "users: [{name: u, user: {client-certificate: f, client-certificate-data: YQ==, client-key-data: "
        "YQ==}}]\n"
        "contexts: [{name: x, context: {cluster: c, user: u}}, {name: anonymous, context: {cluster: c}}]\n");
    QCOMPARE(set.problems.size(), 2);
    for (const ConfigProblem &problem : set.problems) {
        QCOMPARE(problem.kind, Kind::InlineWins);
        QCOMPARE(problem.severity, Severity::Note);
    }
    QVERIFY(!set.find(QStringLiteral("x"))->error);
    QVERIFY(!set.find(QStringLiteral("anonymous"))->error);
}

void KubeconfigLoaderTest::reportsBrokenFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("line");
    QTest::newRow("yaml") << QByteArray("a: 1\nb: [1\nc: }\n") << static_cast<int>(Kind::Syntax) << 3;
    QTest::newRow("not utf-8") << QByteArray("a: \xff\xfe\n") << static_cast<int>(Kind::Syntax) << 0;
    QTest::newRow("html") << QByteArray("<html>\n") << static_cast<int>(Kind::WrongType) << 1;
    QTest::newRow("list") << QByteArray("- a\n") << static_cast<int>(Kind::WrongType) << 1;
    QTest::newRow("pod") << QByteArray("apiVersion: v1\nkind: Pod\n") << static_cast<int>(Kind::WrongDocument)
                         << 2;
    QTest::newRow("v2") << QByteArray("apiVersion: v2\n") << static_cast<int>(Kind::WrongDocument) << 1;
    QTest::newRow("clusters map") << QByteArray("\nclusters: {a: b}\n") << static_cast<int>(Kind::WrongType)
                                  << 2;
    QTest::newRow("deep") << QByteArray(100000, '[') << static_cast<int>(Kind::Syntax) << 1;
}

void KubeconfigLoaderTest::reportsBrokenFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    QFETCH(int, line);
    const QString broken = write(QStringLiteral("broken"), text);
    const QString good = write(QStringLiteral("good"), simpleConfig("good", "https://good"));
    const KubeconfigSet set = loadKubeconfig(list({broken, good}));
    QCOMPARE(set.contexts.size(), 1);
    QVERIFY(!set.contexts.first().error);
    const ConfigProblem *problem = findProblem(set.problems, static_cast<Kind>(kind));
    QVERIFY(problem);
    QCOMPARE(problem->file, broken);
    QCOMPARE(problem->line, line);
    QVERIFY(!problem->expected.isEmpty());
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

void KubeconfigLoaderTest::quotesNoSecretOfABrokenFile()
{
    for (const QByteArray &password : {QByteArray("*hunter2"), QByteArray("\"a\\qhunter2\"")}) {
        const KubeconfigSet set =
            loadText("users:\n- name: u\n  user: {username: u, password: " + password + "}\n");
        QCOMPARE(set.problems.size(), 1);
        QCOMPARE(set.problems.first().kind, Kind::Syntax);
        QCOMPARE(set.problems.first().line, 3);
        const QString words = set.problems.first().expected;
        QVERIFY2(!words.contains(QStringLiteral("hunter")) && !words.endsWith(u'q'), qPrintable(words));
    }
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
