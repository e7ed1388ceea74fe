// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/kubernetes/kubeconfigfolder.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::kubernetes;
using namespace signalbox::test;
using Kind = ConfigProblem::Kind;
using Severity = ConfigProblem::Severity;

/// What is read from one file, and what is said about one that is wrong.
class KubeconfigContentTest : public QObject, private KubeconfigFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsJson_data();
    void readsJson();
    void readsEveryField();
    void oneBadEntryLeavesTheOthers();
    void validates_data();
    void validates();
    void notesInlineData();
    void reportsBrokenFiles_data();
    void reportsBrokenFiles();
    void quotesNoSecretOfABrokenFile();
};

void KubeconfigContentTest::init()
{
    QVERIFY(renew());
}

void KubeconfigContentTest::readsJson_data()
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

void KubeconfigContentTest::readsJson()
{
    QFETCH(QByteArray, text);
    const KubeconfigSet set = loadText(text);
    QCOMPARE(set.problems.size(), 0);
    QCOMPARE(set.contexts.size(), 1);
    QCOMPARE(set.contexts.first().cluster.server, QStringLiteral("https://j"));
    QCOMPARE(set.contexts.first().user.username, QStringLiteral("ä"));
}

void KubeconfigContentTest::readsEveryField()
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

void KubeconfigContentTest::oneBadEntryLeavesTheOthers()
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

void KubeconfigContentTest::validates_data()
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

void KubeconfigContentTest::validates()
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

void KubeconfigContentTest::notesInlineData()
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

void KubeconfigContentTest::reportsBrokenFiles_data()
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

void KubeconfigContentTest::reportsBrokenFiles()
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

void KubeconfigContentTest::quotesNoSecretOfABrokenFile()
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

QTEST_GUILESS_MAIN(KubeconfigContentTest)
#include "kubeconfigcontent_test.moc"
