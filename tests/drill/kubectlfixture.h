// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/kubeconfig.h"
#include "tests/drill/apifixture.h"
#include "tests/drill/kubectl.h"

namespace signalbox::drill
{

/// The drill's API server alone, and kubectl against it. No controllers run: where kubectl waits for one, the
/// test plays it.
class KubectlFixture
{
public:
    /// @param client found already
    explicit KubectlFixture(Kubectl &client)
        : kubectl(client)
    {
        api.addNamespace("shop");
        api.addNamespace("default");
    }

    KubectlRun run(const QStringList &arguments, const QString &user = QStringLiteral("admin"))
    {
        return kubectl.run(configFor(user), arguments);
    }
    std::unique_ptr<QProcess> start(const QStringList &arguments)
    {
        return kubectl.start(configFor(QStringLiteral("admin")), arguments);
    }
    QString write(const QString &name, const Json &document)
    {
        return kubectl.write(name, dumped(document, true));
    }

    Kubectl &kubectl;
    ApiFixture api;

private:
    QString configFor(const QString &user)
    {
        ContextEntry entry{user,
                           QStringLiteral("drill"),
                           api.server.url(),
                           api.server.caCertificatePem(),
                           api.user(user),
                           QStringLiteral("shop"),
                           ContextEntry::Credential::Token};
        // The two ways to prove oneself take turns.
        if (user == QLatin1String("oncall"))
            entry.credential = ContextEntry::Credential::ClientCertificate;
        return kubectl.write(QStringLiteral("config-") + user, kubeconfigFor({entry}));
    }
};

} // namespace signalbox::drill

#define RUN_OK(variable, ...)                                                                                \
    const KubectlRun variable = m_fixture->run(__VA_ARGS__);                                                 \
    QVERIFY2(variable.code == 0, variable.story().constData())
