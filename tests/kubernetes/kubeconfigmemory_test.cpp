// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/kubeconfigloader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::kubernetes;

namespace
{

QByteArray configOf(const QByteArray &context, const QByteArray &token = "t")
{
    return "apiVersion: v1\nkind: Config\ncurrent-context: " + context + "\nclusters:\n- name: " + context +
           "\n  cluster: {server: 'https://" + context + "'}\nusers:\n- name: " + context +
           "\n  user: {token: " + token + "}\ncontexts:\n- name: " + context +
           "\n  context: {cluster: " + context + ", user: " + context + "}\n";
}

QStringList namesOf(const KubeconfigSet &set)
{
    QStringList names;
    for (const ContextEntry &entry : set.contexts) {
        names.append(entry.error ? entry.name + QLatin1Char('!') : entry.name);
    }
    return names;
}

bool says(const KubeconfigSet &set, ConfigProblem::Kind kind, const QString &file)
{
    return std::any_of(set.problems.cbegin(), set.problems.cend(), [&](const ConfigProblem &problem) {
        return problem.kind == kind && problem.file == file;
    });
}

} // namespace

/// Reading the same files again while somebody edits them.
class KubeconfigMemoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void followsEdits();
    void brokenFileKeepsItsFormerContexts_data();
    void brokenFileKeepsItsFormerContexts();
    void brokenFromTheStartHasNothingToKeep();
    void removedFileTakesItsContextsAlong();
    void explicitFileThatIsGoneIsKept();

private:
    void write(const QString &file, const QByteArray &content);
    [[nodiscard]] KubeconfigSet load() { return loadKubeconfig(m_sources, &m_memory); }

    std::unique_ptr<QTemporaryDir> m_folder;
    KubeconfigSources m_sources;
    KubeconfigMemory m_memory;
    QString m_a;
    QString m_b;
};

void KubeconfigMemoryTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_memory.clear();
    m_a = m_folder->filePath(QStringLiteral("a"));
    m_b = m_folder->filePath(QStringLiteral("b"));
    write(m_a, configOf("one"));
    write(m_b, configOf("two"));
    m_sources = {};
    m_sources.homeDirectory = m_folder->path();
    m_sources.serviceAccountDirectory = m_folder->path();
    m_sources.environment.insert(QStringLiteral("KUBECONFIG"), m_a + QLatin1Char(':') + m_b);
}

void KubeconfigMemoryTest::write(const QString &file, const QByteArray &content)
{
    QFile target(file);
    QVERIFY(target.open(QIODevice::WriteOnly));
    QCOMPARE(target.write(content), content.size());
}

void KubeconfigMemoryTest::followsEdits()
{
    QCOMPARE(namesOf(load()), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
    write(m_b, configOf("three"));
    QCOMPARE(namesOf(load()), (QStringList{QStringLiteral("one"), QStringLiteral("three")}));
    write(m_b, configOf("three", "renewed"));
    QCOMPARE(load().find(QStringLiteral("three"))->user.token, QStringLiteral("renewed"));
}

void KubeconfigMemoryTest::brokenFileKeepsItsFormerContexts_data()
{
    QTest::addColumn<QByteArray>("broken");
    QTest::newRow("in the middle of a line") << QByteArray("contexts:\n- name: \"tw");
    QTest::newRow("tabs") << QByteArray("contexts:\n\t- name: x\n");
    QTest::newRow("not UTF-8") << QByteArray("contexts: [\xff\xfe]\n");
    QTest::newRow("another document") << QByteArray("apiVersion: apps/v1\nkind: Deployment\n");
    QTest::newRow("a list of another type") << QByteArray("apiVersion: v1\ncontexts: soon\n");
    QTest::newRow("a scalar") << QByteArray("soon\n");
}

void KubeconfigMemoryTest::brokenFileKeepsItsFormerContexts()
{
    QFETCH(QByteArray, broken);
    const KubeconfigSet before = load();
    write(m_b, broken);
    const KubeconfigSet during = load();
    QCOMPARE(during.contexts, before.contexts);
    QVERIFY(says(during, ConfigProblem::Kind::FormerKept, m_b));
    QVERIFY(!says(during, ConfigProblem::Kind::FormerKept, m_a));
    const bool named =
        std::any_of(during.problems.cbegin(), during.problems.cend(), [this](const ConfigProblem &problem) {
            return problem.file == m_b && problem.severity == ConfigProblem::Severity::Error;
        });
    QVERIFY(named);
    // The other file goes on being read, and this one when it is whole again.
    write(m_a, configOf("uno"));
    QCOMPARE(namesOf(load()), (QStringList{QStringLiteral("uno"), QStringLiteral("two")}));
    write(m_b, configOf("dos"));
    const KubeconfigSet after = load();
    QCOMPARE(namesOf(after), (QStringList{QStringLiteral("uno"), QStringLiteral("dos")}));
    QVERIFY(after.problems.isEmpty());
}

void KubeconfigMemoryTest::brokenFromTheStartHasNothingToKeep()
{
    write(m_b, "contexts:\n- name: \"tw");
    const KubeconfigSet set = load();
    QCOMPARE(namesOf(set), QStringList{QStringLiteral("one")});
    QVERIFY(says(set, ConfigProblem::Kind::Syntax, m_b));
    QVERIFY(!says(set, ConfigProblem::Kind::FormerKept, m_b));
}

void KubeconfigMemoryTest::removedFileTakesItsContextsAlong()
{
    QCOMPARE(load().contexts.size(), 2);
    QVERIFY(QFile::remove(m_b));
    QCOMPARE(namesOf(load()), QStringList{QStringLiteral("one")});
    // And what it said before is not remembered for a broken file that comes later.
    write(m_b, "contexts:\n- name: \"tw");
    QCOMPARE(namesOf(load()), QStringList{QStringLiteral("one")});
}

void KubeconfigMemoryTest::explicitFileThatIsGoneIsKept()
{
    m_sources.explicitFile = m_a;
    QCOMPARE(namesOf(load()), QStringList{QStringLiteral("one")});
    QVERIFY(QFile::remove(m_a));
    const KubeconfigSet during = load();
    QCOMPARE(namesOf(during), QStringList{QStringLiteral("one")});
    QVERIFY(says(during, ConfigProblem::Kind::FileMissing, m_a));
    QVERIFY(says(during, ConfigProblem::Kind::FormerKept, m_a));
}

QTEST_APPLESS_MAIN(KubeconfigMemoryTest)
#include "kubeconfigmemory_test.moc"
