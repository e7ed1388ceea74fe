// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/probeparameters.h"

#include "models/domain/planquantity.h"

#include <QHash>
#include <QRegularExpression>
#include <QUrl>

#include <cmath>

namespace signalbox
{
namespace
{

using Shape = ParameterShape;
using Parameters = QVector<ProbeParameter>;

constexpr bool Required = true;
constexpr bool Optional = false;

ProbeParameter one(const char *name, Shape shape, bool required, const char *fallback = "")
{
    ProbeParameter parameter;
    parameter.name = QString::fromLatin1(name);
    parameter.shape = shape;
    parameter.required = required;
    parameter.fallback = QString::fromLatin1(fallback);
    return parameter;
}

ProbeParameter many(const char *name, Shape shape, bool required, const char *fallback = "")
{
    ProbeParameter parameter = one(name, shape, required, fallback);
    parameter.many = true;
    return parameter;
}

ProbeParameter number(const char *name, int minimum, int maximum, bool required, const char *fallback = "")
{
    ProbeParameter parameter = one(name, Shape::Integer, required, fallback);
    parameter.minimum = minimum;
    parameter.maximum = maximum;
    return parameter;
}

ProbeParameter choice(const char *name, const char *choices, const char *fallback = "")
{
    ProbeParameter parameter = one(name, Shape::Choice, Optional, fallback);
    parameter.choices = QString::fromLatin1(choices).split(QLatin1Char(' '));
    return parameter;
}

ProbeParameter choices(const char *name, const char *all, const char *fallback = "")
{
    ProbeParameter parameter = choice(name, all, fallback);
    parameter.many = true;
    return parameter;
}

constexpr int Most = std::numeric_limits<int>::max();
constexpr int LastPort = 65535;

Parameters clusterParameters(ProbeKind kind)
{
    switch (kind) {
    case ProbeKind::KubernetesNodes:
        return {number("minimum", 1, Most, Optional)};
    case ProbeKind::KubernetesDeployments:
        return {one("namespace", Shape::Text, Required), many("names", Shape::Text, Optional)};
    case ProbeKind::KubernetesNetworkPolicies:
        return {one("namespace", Shape::Text, Required), many("names", Shape::Text, Optional),
                number("minimum", 1, Most, Optional)};
    case ProbeKind::KubernetesPodSecurity:
        return {one("namespace", Shape::Text, Required),
                choices("rules", "run-as-non-root no-privilege-escalation no-privileged read-only-root "
                                 "drop-all-capabilities seccomp no-host-namespaces")};
    case ProbeKind::KubernetesRbac:
        return {one("namespace", Shape::Text, Optional),
                choices("forbid",
                        "wildcard-verbs wildcard-resources wildcard-groups escalation secrets cluster-admin"),
                many("subjects", Shape::Subject, Optional)};
    case ProbeKind::Promql:
        return {one("query", Shape::Promql, Required),           one("expect", Shape::Expectation, Required),
                one("samples", Shape::Promql, Optional),         number("minimum-samples", 1, Most, Optional),
                one("label", Shape::Text, Optional, "instance"), many("expected", Shape::Text, Optional)};
    case ProbeKind::Alertmanager:
        return {many("matchers", Shape::Matcher, Required), choice("expect", "silent firing", "silent"),
                many("receivers", Shape::Text, Optional)};
    default:
        return {};
    }
}

Parameters networkParameters(ProbeKind kind)
{
    switch (kind) {
    case ProbeKind::Tcp:
        return {one("host", Shape::Text, Required), number("port", 1, LastPort, Required),
                choice("expect", "open closed", "open")};
    case ProbeKind::Tls:
        return {one("host", Shape::Text, Required),           number("port", 1, LastPort, Required),
                one("server-name", Shape::Text, Optional),    number("days", 0, Most, Optional, "7"),
                number("warn-days", 0, Most, Optional, "30"), choice("minimum-protocol", "TLSv1.2 TLSv1.3")};
    case ProbeKind::Http: {
        ProbeParameter status = number("status", 100, 599, Optional, "200");
        status.many = true;
        return {one("url", Shape::Url, Required),
                choice("method", "GET HEAD", "GET"),
                status,
                one("body-contains", Shape::Text, Optional),
                many("header", Shape::Header, Optional),
                one("credential", Shape::EntryName, Optional)};
    }
    case ProbeKind::Dns:
        return {one("name", Shape::Text, Required), choice("type", "A AAAA CNAME MX NS TXT", "A"),
                many("resolvers", Shape::Text, Required), many("expect", Shape::Text, Optional)};
    case ProbeKind::Postgresql:
        return {one("host", Shape::Text, Required),
                number("port", 1, LastPort, Optional, "5432"),
                one("database", Shape::Text, Required),
                one("user", Shape::Text, Required),
                choice("check", "ready replication", "ready"),
                number("replicas", 1, Most, Optional),
                one("lag", Shape::Duration, Optional),
                one("credential", Shape::EntryName, Optional),
                choice("tls", "disable verify-full", "verify-full")};
    case ProbeKind::Redis:
        return {one("host", Shape::Text, Required), number("port", 1, LastPort, Optional, "6379"),
                one("tls", Shape::Flag, Optional, "false"), one("credential", Shape::EntryName, Optional)};
    default:
        return {};
    }
}

Parameters localParameters(ProbeKind kind)
{
    switch (kind) {
    case ProbeKind::S3:
        return {one("credential", Shape::EntryName, Required)};
    case ProbeKind::Junit:
        return {one("file", Shape::Text, Required), one("artefact", Shape::Text, Required),
                one("manifest", Shape::Text, Optional)};
    case ProbeKind::Sarif:
        return {one("file", Shape::Text, Required), one("artefact", Shape::Text, Required),
                choice("level", "note warning error", "warning")};
    case ProbeKind::Command:
        return {many("argv", Shape::Text, Required)};
    default:
        return {};
    }
}

bool isUrl(const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

/// A header that carries a credential would put a secret into the plan.
bool isHarmlessHeader(const QString &value)
{
    static const QRegularExpression shape(QStringLiteral("^([A-Za-z0-9-]+): [^\\r\\n]+\\z"));
    static const QRegularExpression secret(
        QStringLiteral("authorization|cookie|token|api-?key|secret|password"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = shape.match(value);
    return match.hasMatch() && !secret.match(match.captured(1)).hasMatch();
}

bool isInteger(const ProbeParameter &parameter, const QString &value)
{
    bool read = false;
    const int number = value.toInt(&read);
    return read && number >= parameter.minimum && number <= parameter.maximum;
}

} // namespace

const QVector<ProbeKind> &probeKinds()
{
    static const QVector<ProbeKind> kinds = [] {
        QVector<ProbeKind> all;
        for (int kind = 0; kind <= static_cast<int>(ProbeKind::Command); ++kind) {
            all.append(static_cast<ProbeKind>(kind));
        }
        return all;
    }();
    return kinds;
}

QString probeKindName(ProbeKind kind)
{
    static const QStringList names{
        QStringLiteral("kubernetes-nodes"),
        QStringLiteral("kubernetes-deployments"),
        QStringLiteral("kubernetes-network-policies"),
        QStringLiteral("kubernetes-pod-security"),
        QStringLiteral("kubernetes-rbac"),
        QStringLiteral("promql"),
        QStringLiteral("alertmanager"),
        QStringLiteral("tcp"),
        QStringLiteral("tls"),
        QStringLiteral("http"),
        QStringLiteral("dns"),
        QStringLiteral("postgresql"),
        QStringLiteral("redis"),
        QStringLiteral("s3"),
        QStringLiteral("junit"),
        QStringLiteral("sarif"),
        QStringLiteral("command"),
    };
    return names.value(static_cast<int>(kind));
}

std::optional<ProbeKind> probeKindFromName(const QString &name)
{
    for (const ProbeKind kind : probeKinds()) {
        if (probeKindName(kind) == name) {
            return kind;
        }
    }
    return std::nullopt;
}

const QVector<ProbeParameter> &probeParameters(ProbeKind kind)
{
    static const QHash<int, Parameters> tables = [] {
        QHash<int, Parameters> all;
        for (const ProbeKind each : probeKinds()) {
            all.insert(static_cast<int>(each),
                       clusterParameters(each) + networkParameters(each) + localParameters(each));
        }
        return all;
    }();
    static const Parameters none;
    const auto found = tables.constFind(static_cast<int>(kind));
    return found == tables.cend() ? none : *found;
}

bool fitsParameter(const ProbeParameter &parameter, const QString &value)
{
    static const QRegularExpression subject(
        QStringLiteral("^(User:.+|Group:.+|ServiceAccount:[^:]+:[^:]+)$"));
    static const QRegularExpression matcher(QStringLiteral("^[a-zA-Z_][a-zA-Z0-9_]*(=~|!~|!=|=).*\\z"));
    static const QRegularExpression entry(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\z"));
    switch (parameter.shape) {
    case Shape::EntryName:
        return entry.match(value).hasMatch();
    case Shape::Text:
    case Shape::Promql:
        return !value.trimmed().isEmpty();
    case Shape::Integer:
        return isInteger(parameter, value);
    case Shape::Flag:
        return value == QLatin1String("true") || value == QLatin1String("false");
    case Shape::Choice:
        return parameter.choices.contains(value);
    case Shape::Duration:
        return parsePlanDuration(value).has_value();
    case Shape::Expectation:
        return parseExpectation(value).has_value();
    case Shape::Subject:
        return subject.match(value).hasMatch();
    case Shape::Matcher:
        return matcher.match(value).hasMatch();
    case Shape::Url:
        return isUrl(value);
    case Shape::Header:
        return isHarmlessHeader(value);
    }
    return false;
}

QStringList parameterValues(const ProbeSpec &probe, const QString &name)
{
    const auto given = probe.parameters.constFind(name);
    if (given != probe.parameters.cend()) {
        return *given;
    }
    for (const ProbeParameter &parameter : probeParameters(probe.kind)) {
        if (parameter.name == name && !parameter.fallback.isEmpty()) {
            return {parameter.fallback};
        }
    }
    return {};
}

QString parameterValue(const ProbeSpec &probe, const QString &name)
{
    return parameterValues(probe, name).value(0);
}

bool Expectation::met(double number) const
{
    if (std::isnan(number)) {
        return false;
    }
    switch (comparator) {
    case Comparator::Equal:
        return number == value;
    case Comparator::NotEqual:
        return number != value;
    case Comparator::Less:
        return number < value;
    case Comparator::LessOrEqual:
        return number <= value;
    case Comparator::Greater:
        return number > value;
    case Comparator::GreaterOrEqual:
        return number >= value;
    }
    return false;
}

std::optional<Expectation> parseExpectation(const QString &text)
{
    using Comparator = Expectation::Comparator;
    static const QHash<QString, Comparator> words{
        {QStringLiteral("=="), Comparator::Equal},  {QStringLiteral("!="), Comparator::NotEqual},
        {QStringLiteral("<"), Comparator::Less},    {QStringLiteral("<="), Comparator::LessOrEqual},
        {QStringLiteral(">"), Comparator::Greater}, {QStringLiteral(">="), Comparator::GreaterOrEqual},
    };
    static const QRegularExpression shape(
        QStringLiteral("^(==|!=|<=|>=|<|>) ?(-?[0-9]{1,15}(?:\\.[0-9]{1,15})?)\\z"));
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return Expectation{words.value(match.captured(1)), match.captured(2).toDouble()};
}

} // namespace signalbox
