// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/kubeconfigloader.h"

#include <QUrl>

namespace signalbox::kubernetes
{

namespace
{

using Kind = ConfigProblem::Kind;
using Severity = ConfigProblem::Severity;

/// Collects findings about one named entry; the line is that of the entry.
class Findings
{
public:
    Findings(QString file, int line, QString entry)
        : m_file(std::move(file))
        , m_line(line)
        , m_entry(std::move(entry))
    {
    }
    void error(Kind kind, const char *field, const QString &expected)
    {
        add(kind, Severity::Error, field, expected);
    }
    void note(Kind kind, const char *field, const QString &expected)
    {
        add(kind, Severity::Note, field, expected);
    }
    [[nodiscard]] QVector<ConfigProblem> take() { return std::move(m_problems); }

private:
    void add(Kind kind, Severity severity, const char *field, const QString &expected)
    {
        m_problems.append({kind, severity, m_file, m_line, m_entry + u'.' + QLatin1String(field), expected});
    }

    QString m_file;
    int m_line;
    QString m_entry;
    QVector<ConfigProblem> m_problems;
};

/// True if the field was reported when it was read; then a second finding about its absence says nothing new.
bool reported(const QVector<ConfigProblem> &problems, const char *field)
{
    return std::any_of(problems.begin(), problems.end(), [field](const ConfigProblem &problem) {
        return problem.field.endsWith(u'.' + QLatin1String(field));
    });
}

QString replacementFor(const QString &provider)
{
    if (provider == QLatin1String("gcp")) {
        return QStringLiteral(
            "install gke-gcloud-auth-plugin and run gcloud container clusters get-credentials");
    }
    if (provider == QLatin1String("azure")) {
        return QStringLiteral("install Azure's kubelogin and run kubelogin convert-kubeconfig");
    }
    if (provider == QLatin1String("oidc")) {
        return QStringLiteral("use the exec plugin kubelogin (kubectl oidc-login) instead");
    }
    if (provider == QLatin1String("openstack")) {
        return QStringLiteral("use the exec plugin client-keystone-auth instead");
    }
    return QStringLiteral("use an exec credential plugin instead");
}

void checkServer(const KubeCluster &cluster, Findings &findings)
{
    if (cluster.server.isEmpty()) {
        if (!reported(cluster.problems, "server")) {
            findings.error(Kind::Missing, "server", QStringLiteral("expected the address of the API server"));
        }
        return;
    }
    const QUrl url(cluster.server.contains(QLatin1String("://"))
                       ? cluster.server
                       : QStringLiteral("http://") + cluster.server);
    const bool http = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !http || url.host().isEmpty()) {
        findings.error(Kind::BadValue, "server", QStringLiteral("expected a URL such as https://host:6443"));
    } else if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        findings.error(Kind::BadValue, "server",
                       QStringLiteral("expected a URL without user, query and fragment"));
    }
}

void checkProxy(const KubeCluster &cluster, Findings &findings)
{
    if (cluster.proxyUrl.isEmpty()) {
        return;
    }
    const QUrl url(cluster.proxyUrl);
    if (url.scheme() == QLatin1String("https")) {
        findings.error(Kind::Unsupported, "proxy-url",
                       QStringLiteral("proxies reached over TLS are not supported; use http or socks5"));
    } else if (!url.isValid() || url.host().isEmpty() ||
               (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("socks5"))) {
        findings.error(Kind::BadValue, "proxy-url",
                       QStringLiteral("expected http://host:port or socks5://host:port"));
    }
}

void checkInline(Findings &findings, const char *field, bool hasFile, bool hasData)
{
    if (hasFile && hasData) {
        findings.note(Kind::InlineWins, field,
                      QStringLiteral("a file and inline data are given; the inline data is used"));
    }
}

void checkStaticAuth(const KubeUser &user, Findings &findings)
{
    if (user.hasToken() && user.hasBasic()) {
        findings.error(Kind::Contradiction, user.token.isEmpty() ? "tokenFile" : "token",
                       QStringLiteral("expected either a token or a user name with password"));
    }
    checkInline(findings, "client-certificate", !user.clientCertificate.isEmpty(),
                !user.clientCertificateData.isEmpty());
    checkInline(findings, "client-key", !user.clientKey.isEmpty(), !user.clientKeyData.isEmpty());
    if (user.hasCertificate() && !user.hasKey() && !reported(user.problems, "client-key-data")) {
        findings.error(Kind::Missing, "client-key", QStringLiteral("a client certificate needs its key"));
    }
    if (!user.hasCertificate() && user.hasKey() && !reported(user.problems, "client-certificate-data")) {
        findings.error(Kind::Missing, "client-certificate",
                       QStringLiteral("a client key needs its certificate"));
    }
}

void checkHelpers(const KubeUser &user, Findings &findings)
{
    if (user.exec && !user.authProvider.isEmpty()) {
        findings.error(Kind::Contradiction, "exec", QStringLiteral("expected either exec or auth-provider"));
        return;
    }
    if (!user.authProvider.isEmpty()) {
        findings.error(Kind::Unsupported, "auth-provider",
                       QStringLiteral("the built-in provider \"%1\" is gone from Kubernetes: %2")
                           .arg(user.authProvider.left(60), replacementFor(user.authProvider)));
    }
}

} // namespace

QVector<ConfigProblem> validateCluster(const KubeCluster &cluster)
{
    Findings findings(cluster.file, cluster.line, QStringLiteral("cluster \"%1\"").arg(cluster.name));
    checkServer(cluster, findings);
    checkProxy(cluster, findings);
    const bool hasFile = !cluster.certificateAuthority.isEmpty();
    const bool hasData = !cluster.certificateAuthorityData.isEmpty();
    checkInline(findings, "certificate-authority", hasFile, hasData);
    if (cluster.insecureSkipTlsVerify && (hasFile || hasData)) {
        findings.error(Kind::Contradiction, "insecure-skip-tls-verify",
                       QStringLiteral("expected either this or a certificate authority"));
    }
    return findings.take();
}

QVector<ConfigProblem> validateUser(const KubeUser &user)
{
    Findings findings(user.file, user.line, QStringLiteral("user \"%1\"").arg(user.name));
    checkStaticAuth(user, findings);
    checkHelpers(user, findings);
    const Impersonation &acting = user.impersonation;
    if (acting.user.isEmpty() &&
        (!acting.uid.isEmpty() || !acting.groups.isEmpty() || !acting.extra.isEmpty())) {
        findings.error(Kind::Missing, "as",
                       QStringLiteral("as-uid, as-groups and as-user-extra need a user in as"));
    }
    return findings.take();
}

} // namespace signalbox::kubernetes
