// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/probetext.h"

#include "widgets/style/format.h"
#include "widgets/style/safetext.h"

#include <QCoreApplication>
#include <QHash>

namespace signalbox
{

namespace
{

/// A command line has to be shown in full before it is allowed.
constexpr qsizetype LongestCommand = 8192;
constexpr qsizetype LongestArgument = 400;

struct ProbeSentence {
    const char *code;
    const char *text; ///< source text, translation context "ProbeText"
};

/// What the arguments are stands in models/domain/probecodes.cpp.
constexpr ProbeSentence sentences[] = {
    {"timeout", QT_TRANSLATE_NOOP("ProbeText", "No result within %1 s.")},
    {"parameter-invalid",
     QT_TRANSLATE_NOOP("ProbeText", "The plan gives this probe no valid value for “%1”.")},
    {"kind-unknown", QT_TRANSLATE_NOOP("ProbeText", "This version does not know this kind of probe.")},
    {"no-source", QT_TRANSLATE_NOOP("ProbeText", "There is nothing to ask: %1.")},
    {"no-permission", QT_TRANSLATE_NOOP("ProbeText", "The server refused to say: %1")},
    {"source-timeout", QT_TRANSLATE_NOOP("ProbeText", "%1 did not answer in time.")},
    {"source-failed", QT_TRANSLATE_NOOP("ProbeText", "The question was not answered: %1")},
    {"answer-unreadable", QT_TRANSLATE_NOOP("ProbeText", "The answer to %1 cannot be read.")},
    {"too-many-objects",
     QT_TRANSLATE_NOOP("ProbeText", "There are more than %1 objects; not all were looked at.")},
    {"secret-missing", QT_TRANSLATE_NOOP("ProbeText", "The keychain has no entry “%1” for this probe.")},
    {"secret-needs-tls",
     QT_TRANSLATE_NOOP("ProbeText",
                       "The credential was not sent to %1, because the connection would not be encrypted.")},
    {"secret-no-address", QT_TRANSLATE_NOOP("ProbeText", "The keychain entry “%1” is not a web address.")},
    {"host-not-found", QT_TRANSLATE_NOOP("ProbeText", "The name in %1 cannot be resolved.")},
    {"connection-refused", QT_TRANSLATE_NOOP("ProbeText", "%1 refuses connections.")},
    {"connection-closed", QT_TRANSLATE_NOOP("ProbeText", "%1 closed the connection without an answer.")},
    {"connection-failed", QT_TRANSLATE_NOOP("ProbeText", "%1 cannot be reached: %2")},
    {"answer-too-large", QT_TRANSLATE_NOOP("ProbeText", "The answer of %1 is too large to be read.")},
    {"tls-revoked", QT_TRANSLATE_NOOP("ProbeText", "The certificate of %1 is revoked: %2")},
    {"tls-self-signed", QT_TRANSLATE_NOOP("ProbeText", "The certificate of %1 is self-signed: %2")},
    {"tls-untrusted",
     QT_TRANSLATE_NOOP("ProbeText", "The certificate of %1 is not from a trusted authority: %2")},
    {"tls-wrong-host", QT_TRANSLATE_NOOP("ProbeText", "The certificate of %1 is for another host name: %2")},
    {"tls-expired", QT_TRANSLATE_NOOP("ProbeText", "The certificate of %1 has expired: %2")},
    {"tls-not-yet-valid", QT_TRANSLATE_NOOP("ProbeText", "The certificate of %1 is not valid yet: %2")},
    {"tls-handshake", QT_TRANSLATE_NOOP("ProbeText", "There was no TLS handshake with %1: %2")},
    {"tls-protocol", QT_TRANSLATE_NOOP("ProbeText", "%1 speaks %2 only; %3 is required.")},
    {"tls-older-accepted", QT_TRANSLATE_NOOP("ProbeText", "%1 still accepts %2.")},
    {"tls-days-too-few",
     QT_TRANSLATE_NOOP("ProbeText", "The certificate of %1 ends in %2 days; at least %3 are required.")},
    {"tls-days-left",
     QT_TRANSLATE_NOOP("ProbeText", "The certificate of %1 is valid, but ends in %2 days, on %4 (%3).")},
    {"tls-valid",
     QT_TRANSLATE_NOOP("ProbeText", "The certificate of %1 is valid for %2 more days, until %4 (%3).")},
    {"http-ok", QT_TRANSLATE_NOOP("ProbeText", "%1 answered %2.")},
    {"http-status", QT_TRANSLATE_NOOP("ProbeText", "%1 answered %2 instead of %3.")},
    {"http-redirect",
     QT_TRANSLATE_NOOP("ProbeText", "%1 answered %2 and points to %3, which was not followed.")},
    {"http-body", QT_TRANSLATE_NOOP("ProbeText", "%1 answered %2, but without “%3”.")},
    {"http-unreachable", QT_TRANSLATE_NOOP("ProbeText", "%1 does not answer: %2")},
    {"http-unexpected", QT_TRANSLATE_NOOP("ProbeText", "%1 does not answer as a web server does: %2")},
    {"s3-reachable", QT_TRANSLATE_NOOP("ProbeText", "The object storage at %1 gives access.")},
    {"s3-forbidden",
     QT_TRANSLATE_NOOP("ProbeText", "The object storage at %1 refuses access, or the address has expired.")},
    {"s3-not-found", QT_TRANSLATE_NOOP("ProbeText", "The object storage at %1 does not have the object.")},
    {"s3-status", QT_TRANSLATE_NOOP("ProbeText", "The object storage at %1 answered %2.")},
    {"nodes-ready", QT_TRANSLATE_NOOP("ProbeText", "%1 of %2 nodes are ready.")},
    {"nodes-not-ready", QT_TRANSLATE_NOOP("ProbeText", "Only %1 of %2 nodes are ready; not ready: %3.")},
    {"nodes-too-few", QT_TRANSLATE_NOOP("ProbeText", "%1 nodes take pods; at least %2 are required.")},
    {"nodes-cordoned",
     QT_TRANSLATE_NOOP("ProbeText", "%1 of %2 nodes are ready, but these take no pods: %3.")},
    {"deployments-available", QT_TRANSLATE_NOOP("ProbeText", "%1 Deployments in %2 are fully available.")},
    {"deployments-missing", QT_TRANSLATE_NOOP("ProbeText", "Missing in %1: %2.")},
    {"deployments-unavailable", QT_TRANSLATE_NOOP("ProbeText", "Not fully available in %1: %2.")},
    {"deployments-unobserved",
     QT_TRANSLATE_NOOP("ProbeText", "In %1 the controller has not seen the latest change yet: %2.")},
    {"deployments-none", QT_TRANSLATE_NOOP("ProbeText", "There is no Deployment in %1.")},
    {"network-policies-present", QT_TRANSLATE_NOOP("ProbeText", "%1 network policies are present in %2.")},
    {"network-policies-missing", QT_TRANSLATE_NOOP("ProbeText", "Network policies missing in %1: %2.")},
    {"network-policies-too-few",
     QT_TRANSLATE_NOOP("ProbeText", "%1 has %2 network policies; at least %3 are required.")},
    {"pods-none", QT_TRANSLATE_NOOP("ProbeText", "There is no running pod in %1.")},
    {"pod-security-kept", QT_TRANSLATE_NOOP("ProbeText", "%1 pods in %2 keep the security rules.")},
    {"pod-security-violated",
     QT_TRANSLATE_NOOP("ProbeText", "%1 violations of the security rules in %2 pods: %3.")},
    {"rbac-kept", QT_TRANSLATE_NOOP("ProbeText", "%1 bindings and %2 roles give no more than is allowed.")},
    {"rbac-cluster-admin", QT_TRANSLATE_NOOP("ProbeText", "The binding %1 makes somebody cluster-admin.")},
    {"rbac-too-wide", QT_TRANSLATE_NOOP("ProbeText", "%1 rules give too much: %2.")},
    {"promql-met", QT_TRANSLATE_NOOP("ProbeText", "The query gives %1, as required (%2).")},
    {"promql-not-met", QT_TRANSLATE_NOOP("ProbeText", "The query gives %1; required is %2.")},
    {"promql-series-met", QT_TRANSLATE_NOOP("ProbeText", "All %1 expected series are %2.")},
    {"promql-series-not-met", QT_TRANSLATE_NOOP("ProbeText", "Not %2: %1.")},
    {"promql-series-missing", QT_TRANSLATE_NOOP("ProbeText", "No data for: %1.")},
    {"promql-nan", QT_TRANSLATE_NOOP("ProbeText", "The query gives “not a number”.")},
    {"promql-infinite", QT_TRANSLATE_NOOP("ProbeText", "The query gives an infinite value.")},
    {"promql-no-data", QT_TRANSLATE_NOOP("ProbeText", "The query gives no data.")},
    {"promql-several-series", QT_TRANSLATE_NOOP("ProbeText", "The query gives %1 series instead of one.")},
    {"promql-stale", QT_TRANSLATE_NOOP("ProbeText", "The data of the query is stale.")},
    {"promql-warnings",
     QT_TRANSLATE_NOOP("ProbeText", "Prometheus warns, so the value may be incomplete: %1")},
    {"promql-histogram", QT_TRANSLATE_NOOP("ProbeText", "The query gives a histogram instead of a number.")},
    {"promql-few-samples",
     QT_TRANSLATE_NOOP("ProbeText", "The value rests on %1 samples; at least %2 are required.")},
    {"alerts-silent", QT_TRANSLATE_NOOP("ProbeText", "No matching alert is firing.")},
    {"alerts-firing", QT_TRANSLATE_NOOP("ProbeText", "%1 matching alerts are firing: %2.")},
    {"alerts-firing-as-expected",
     QT_TRANSLATE_NOOP("ProbeText", "%1 matching alerts are firing, as they should: %2.")},
    {"alerts-not-firing", QT_TRANSLATE_NOOP("ProbeText", "The alert that should fire does not.")},
    {"alerts-suppressed",
     QT_TRANSLATE_NOOP("ProbeText", "No matching alert is firing, but %1 are suppressed: %2.")},
    {"alertmanager-not-ready", QT_TRANSLATE_NOOP("ProbeText", "The Alertmanager is not ready: %1.")},
    {"receivers-missing", QT_TRANSLATE_NOOP("ProbeText", "The Alertmanager has no receiver: %1.")},
    {"tcp-open", QT_TRANSLATE_NOOP("ProbeText", "%1 accepts connections.")},
    {"tcp-closed", QT_TRANSLATE_NOOP("ProbeText", "%1 refuses connections, as it should.")},
    {"tcp-open-unexpectedly", QT_TRANSLATE_NOOP("ProbeText", "%1 accepts connections, but should not.")},
    {"dns-agreed", QT_TRANSLATE_NOOP("ProbeText", "%3 resolvers agree on %1: %2.")},
    {"dns-disagree", QT_TRANSLATE_NOOP("ProbeText", "The resolvers disagree on %1: %2.")},
    {"dns-no-record", QT_TRANSLATE_NOOP("ProbeText", "There is no %2 record for %1.")},
    {"dns-unexpected", QT_TRANSLATE_NOOP("ProbeText", "%1 resolves to %2 instead of %3.")},
    {"dns-resolver-failed", QT_TRANSLATE_NOOP("ProbeText", "Not every resolver answered: %1.")},
    {"postgres-accepting", QT_TRANSLATE_NOOP("ProbeText", "PostgreSQL at %1 accepts connections.")},
    {"postgres-starting", QT_TRANSLATE_NOOP("ProbeText", "PostgreSQL at %1 is starting up.")},
    {"postgres-rejecting", QT_TRANSLATE_NOOP("ProbeText", "PostgreSQL at %1 rejects connections: %2")},
    {"postgres-full", QT_TRANSLATE_NOOP("ProbeText", "PostgreSQL at %1 has no free connection.")},
    {"postgres-no-tls", QT_TRANSLATE_NOOP("ProbeText", "PostgreSQL at %1 does not offer TLS.")},
    {"postgres-unexpected", QT_TRANSLATE_NOOP("ProbeText", "%1 does not answer as PostgreSQL does.")},
    {"postgres-error", QT_TRANSLATE_NOOP("ProbeText", "PostgreSQL at %1 refuses (%2): %3")},
    {"postgres-auth-refused",
     QT_TRANSLATE_NOOP("ProbeText", "PostgreSQL at %1 does not accept the credential.")},
    {"postgres-auth-unsupported",
     QT_TRANSLATE_NOOP("ProbeText", "PostgreSQL at %1 asks for a way to sign in that is not supported: %2")},
    {"postgres-query-refused",
     QT_TRANSLATE_NOOP("ProbeText", "PostgreSQL at %1 does not tell about its replicas (%2): %3")},
    {"postgres-replicating", QT_TRANSLATE_NOOP("ProbeText", "%2 replicas stream from %1.")},
    {"postgres-replicas-too-few",
     QT_TRANSLATE_NOOP("ProbeText", "%2 replicas stream from %1; at least %3 are required.")},
    {"postgres-replicas-hidden",
     QT_TRANSLATE_NOOP("ProbeText",
                       "This role may not see the state of the %2 replicas of %1; give it pg_monitor.")},
    {"postgres-lag",
     QT_TRANSLATE_NOOP("ProbeText", "A replica of %1 is %2 s behind; at most %3 s are allowed.")},
    {"redis-pong", QT_TRANSLATE_NOOP("ProbeText", "Redis at %1 answers.")},
    {"redis-no-auth", QT_TRANSLATE_NOOP("ProbeText", "Redis at %1 wants a password first.")},
    {"redis-auth-refused", QT_TRANSLATE_NOOP("ProbeText", "Redis at %1 does not accept the credential.")},
    {"redis-loading", QT_TRANSLATE_NOOP("ProbeText", "Redis at %1 is still loading its data.")},
    {"redis-error", QT_TRANSLATE_NOOP("ProbeText", "Redis at %1 answers with an error: %2")},
    {"redis-unexpected", QT_TRANSLATE_NOOP("ProbeText", "%1 does not answer as Redis does.")},
    {"report-missing", QT_TRANSLATE_NOOP("ProbeText", "There is no file %1.")},
    {"report-too-large", QT_TRANSLATE_NOOP("ProbeText", "The file %1 is too large.")},
    {"report-unreadable", QT_TRANSLATE_NOOP("ProbeText", "The file %1 cannot be read: %2")},
    {"report-unsafe",
     QT_TRANSLATE_NOOP("ProbeText",
                       "The report holds entity definitions, which no report needs; it was not read.")},
    {"report-malformed", QT_TRANSLATE_NOOP("ProbeText", "The file is not a complete report.")},
    {"report-unbound", QT_TRANSLATE_NOOP("ProbeText", "The report does not say which image it is about.")},
    {"report-other-artefact",
     QT_TRANSLATE_NOOP("ProbeText", "The report is about another image: %1 instead of %2.")},
    {"artefact-not-released", QT_TRANSLATE_NOOP("ProbeText", "This release has no image from %1.")},
    {"artefact-without-digest",
     QT_TRANSLATE_NOOP(
         "ProbeText", "The image from %1 is released by tag; without a digest no report can be tied to it.")},
    {"junit-passed", QT_TRANSLATE_NOOP("ProbeText", "All %1 tests ran and passed.")},
    {"junit-not-passed",
     QT_TRANSLATE_NOOP("ProbeText", "Tests did not pass: %1 failed, %2 broken, %3 skipped, %4 flaky (%5).")},
    {"junit-empty", QT_TRANSLATE_NOOP("ProbeText", "The report holds no test.")},
    {"junit-incomplete", QT_TRANSLATE_NOOP("ProbeText", "The report holds %1 of %2 tests.")},
    {"junit-not-executed", QT_TRANSLATE_NOOP("ProbeText", "%1 listed tests did not run: %2.")},
    {"junit-unlisted", QT_TRANSLATE_NOOP("ProbeText", "%1 tests ran that are not in the list: %2.")},
    {"sarif-clean", QT_TRANSLATE_NOOP("ProbeText", "The scan found nothing of level %1 or above.")},
    {"sarif-findings",
     QT_TRANSLATE_NOOP("ProbeText", "The scan found %1 problems of level %2 or above: %3.")},
    {"sarif-incomplete", QT_TRANSLATE_NOOP("ProbeText", "The scan did not run to its end.")},
    {"consent-needed",
     QT_TRANSLATE_NOOP("ProbeText", "This command runs on this machine once you allow it: %1")},
    {"command-not-found", QT_TRANSLATE_NOOP("ProbeText", "There is no program %1.")},
    {"command-not-started", QT_TRANSLATE_NOOP("ProbeText", "%1 could not be started: %2")},
    {"command-too-much-output", QT_TRANSLATE_NOOP("ProbeText", "%1 printed too much and was ended.")},
    {"command-crashed", QT_TRANSLATE_NOOP("ProbeText", "%1 was ended by a signal.")},
    {"command-failed", QT_TRANSLATE_NOOP("ProbeText", "%1 failed with exit code %2.")},
    {"command-succeeded", QT_TRANSLATE_NOOP("ProbeText", "%1 succeeded.")},
};

const char *sentenceOf(const QString &code)
{
    static const QHash<QString, const char *> byCode = [] {
        QHash<QString, const char *> all;
        for (const ProbeSentence &sentence : sentences) {
            all.insert(QLatin1String(sentence.code), sentence.text);
        }
        return all;
    }();
    return byCode.value(code, nullptr);
}

/// Arguments of a command apart from each other, whatever they hold.
QString commandLine(const QStringList &argv)
{
    QStringList words;
    for (const QString &word : argv) {
        words << QStringLiteral("\u201c%1\u201d").arg(safeText(word, LongestCommand));
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

QString probeFindingText(const QString &code, const QStringList &args)
{
    const char *source = sentenceOf(code);
    if (source == nullptr) {
        //: a finding of a newer version; %1 is its technical word
        return QCoreApplication::translate("ProbeText", "A finding this version does not know: %1")
            .arg(safeText(code));
    }
    QString text = QCoreApplication::translate("ProbeText", source);
    if (code == QLatin1String("consent-needed")) {
        return text.arg(commandLine(args));
    }
    // In one pass, so that a %1 inside an argument stays what it is.
    QString out;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int place =
            text.at(at) == QLatin1Char('%') && at + 1 < text.size() ? text.at(at + 1).digitValue() : -1;
        if (place < 1) {
            out += text.at(at);
            continue;
        }
        const QString value = args.value(place - 1);
        out += value.isEmpty() ? dashText() : safeText(value, LongestArgument);
        ++at;
    }
    return out;
}

QString probeFindingText(const ProbeFinding &finding)
{
    return probeFindingText(finding.code, finding.args);
}

} // namespace signalbox
