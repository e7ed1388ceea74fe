// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/gitopsowner.h"

#include <QTest>

using namespace signalbox;

class GitOpsOwnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void owner_data();
    void owner();
};

void GitOpsOwnerTest::owner_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("annotation");
    QTest::addColumn<QString>("expected");
    const auto text = [](const char *value) { return QString::fromLatin1(value); };
    QTest::newRow("nobody") << QString() << QString() << QString();
    QTest::newRow("argocd") << text("argocd.argoproj.io/instance") << QString() << text("argocd");
    QTest::newRow("argocd by annotation")
        << QString() << text("argocd.argoproj.io/tracking-id") << text("argocd");
    QTest::newRow("kustomize") << text("kustomize.toolkit.fluxcd.io/name") << QString() << text("flux");
    QTest::newRow("flux drives helm")
        << text("helm.toolkit.fluxcd.io/name") << text("meta.helm.sh/release-name") << text("flux");
    QTest::newRow("helm") << text("helm.sh/chart") << QString() << text("helm");
    QTest::newRow("managed by") << text("app.kubernetes.io/managed-by") << QString() << text("helm");
    QTest::newRow("other label") << text("app.kubernetes.io/name") << QString() << QString();
}

void GitOpsOwnerTest::owner()
{
    QFETCH(QString, label);
    QFETCH(QString, annotation);
    ObjectMeta meta;
    if (!label.isEmpty()) {
        meta.labels.insert(label, QStringLiteral("Helm"));
    }
    if (!annotation.isEmpty()) {
        meta.annotations.insert(annotation, QStringLiteral("x"));
    }
    QTEST(gitOpsOwner(meta), "expected");
    meta.labels = {{QStringLiteral("app.kubernetes.io/managed-by"), QStringLiteral("hand")}};
    meta.annotations.clear();
    QCOMPARE(gitOpsOwner(meta), QString());
}

QTEST_GUILESS_MAIN(GitOpsOwnerTest)
#include "gitopsowner_test.moc"
