// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/probecodes.h"

#include <algorithm>

namespace signalbox
{

const QVector<ProbeCode> &probeCodes()
{
    static const QVector<ProbeCode> codes{
        {QStringLiteral("timeout"), 1},           // seconds
        {QStringLiteral("parameter-invalid"), 1}, // name of the parameter
        {QStringLiteral("kind-unknown"), 0},
        {QStringLiteral("no-source"), 1},                // what is missing, English
        {QStringLiteral("no-permission"), 1},            // the server's words
        {QStringLiteral("source-timeout"), 1},           // who was asked
        {QStringLiteral("source-failed"), 1},            // detail, English
        {QStringLiteral("answer-unreadable"), 1},        // path
        {QStringLiteral("too-many-objects"), 1},         // limit
        {QStringLiteral("secret-missing"), 1},           // name of the secret
        {QStringLiteral("secret-needs-tls"), 1},         // host
        {QStringLiteral("secret-no-address"), 1},        // name of the secret
        {QStringLiteral("host-not-found"), 1},           // host or origin
        {QStringLiteral("connection-refused"), 1},       // host:port
        {QStringLiteral("connection-closed"), 1},        // host:port
        {QStringLiteral("connection-failed"), 2},        // host:port, detail
        {QStringLiteral("answer-too-large"), 1},         // origin
        {QStringLiteral("tls-revoked"), 2},              // host:port, details
        {QStringLiteral("tls-self-signed"), 2},          // host:port, details
        {QStringLiteral("tls-untrusted"), 2},            // host:port, details
        {QStringLiteral("tls-wrong-host"), 2},           // host:port, details
        {QStringLiteral("tls-expired"), 2},              // host:port, date or details
        {QStringLiteral("tls-not-yet-valid"), 2},        // host:port, details
        {QStringLiteral("tls-handshake"), 2},            // host:port, detail
        {QStringLiteral("tls-protocol"), 3},             // host:port, negotiated, least
        {QStringLiteral("tls-older-accepted"), 2},       // host:port, protocol
        {QStringLiteral("tls-days-too-few"), 3},         // host:port, days, least
        {QStringLiteral("tls-days-left"), 4},            // host:port, days, protocol, end
        {QStringLiteral("tls-valid"), 4},                // host:port, days, protocol, end
        {QStringLiteral("http-ok"), 2},                  // origin, status
        {QStringLiteral("http-status"), 3},              // origin, status, wanted
        {QStringLiteral("http-redirect"), 3},            // origin, status, where to
        {QStringLiteral("http-body"), 3},                // origin, status, wanted text
        {QStringLiteral("http-unreachable"), 2},         // origin, detail
        {QStringLiteral("http-unexpected"), 2},          // origin, detail
        {QStringLiteral("s3-reachable"), 1},             // origin
        {QStringLiteral("s3-forbidden"), 1},             // origin
        {QStringLiteral("s3-not-found"), 1},             // origin
        {QStringLiteral("s3-status"), 2},                // origin, status
        {QStringLiteral("nodes-ready"), 2},              // ready, all
        {QStringLiteral("nodes-not-ready"), 3},          // ready, all, names of the others
        {QStringLiteral("nodes-too-few"), 2},            // usable, least
        {QStringLiteral("nodes-cordoned"), 3},           // ready, all, names
        {QStringLiteral("deployments-available"), 2},    // count, namespace
        {QStringLiteral("deployments-missing"), 2},      // namespace, names
        {QStringLiteral("deployments-unavailable"), 2},  // namespace, names with counts
        {QStringLiteral("deployments-unobserved"), 2},   // namespace, names
        {QStringLiteral("deployments-none"), 1},         // namespace
        {QStringLiteral("network-policies-present"), 2}, // count, namespace
        {QStringLiteral("network-policies-missing"), 2}, // namespace, names
        {QStringLiteral("network-policies-too-few"), 3}, // namespace, count, least
        {QStringLiteral("pods-none"), 1},                // namespace
        {QStringLiteral("pod-security-kept"), 2},        // pods, namespace
        {QStringLiteral("pod-security-violated"), 3},    // violations, pods, examples
        {QStringLiteral("rbac-kept"), 2},                // bindings, roles
        {QStringLiteral("rbac-cluster-admin"), 1},       // binding
        {QStringLiteral("rbac-too-wide"), 2},            // count, rules
        {QStringLiteral("promql-met"), 2},               // value, expectation
        {QStringLiteral("promql-not-met"), 2},           // value, expectation
        {QStringLiteral("promql-series-met"), 2},        // count, expectation
        {QStringLiteral("promql-series-not-met"), 2},    // series with values, expectation
        {QStringLiteral("promql-series-missing"), 1},    // names
        {QStringLiteral("promql-nan"), 1},               // series or empty
        {QStringLiteral("promql-infinite"), 1},          // series or empty
        {QStringLiteral("promql-no-data"), 1},           // series or empty
        {QStringLiteral("promql-several-series"), 1},    // count
        {QStringLiteral("promql-stale"), 1},             // series or empty
        {QStringLiteral("promql-warnings"), 1},          // first warning
        {QStringLiteral("promql-histogram"), 1},         // series or empty
        {QStringLiteral("promql-few-samples"), 2},       // count, least
        {QStringLiteral("alerts-silent"), 0},
        {QStringLiteral("alerts-firing"), 2},             // count, names
        {QStringLiteral("alerts-firing-as-expected"), 2}, // count, names
        {QStringLiteral("alerts-not-firing"), 0},
        {QStringLiteral("alerts-suppressed"), 2},         // count, names
        {QStringLiteral("alertmanager-not-ready"), 1},    // its word
        {QStringLiteral("receivers-missing"), 1},         // names
        {QStringLiteral("tcp-open"), 1},                  // host:port
        {QStringLiteral("tcp-closed"), 1},                // host:port
        {QStringLiteral("tcp-open-unexpectedly"), 1},     // host:port
        {QStringLiteral("dns-agreed"), 3},                // name, records, resolvers
        {QStringLiteral("dns-disagree"), 2},              // name, answers by resolver
        {QStringLiteral("dns-no-record"), 2},             // name, type
        {QStringLiteral("dns-unexpected"), 3},            // name, records, expected
        {QStringLiteral("dns-resolver-failed"), 1},       // resolvers with reasons
        {QStringLiteral("postgres-accepting"), 1},        // host:port
        {QStringLiteral("postgres-starting"), 1},         // host:port
        {QStringLiteral("postgres-rejecting"), 2},        // host:port, its words
        {QStringLiteral("postgres-full"), 1},             // host:port
        {QStringLiteral("postgres-no-tls"), 1},           // host:port
        {QStringLiteral("postgres-unexpected"), 1},       // host:port
        {QStringLiteral("postgres-error"), 3},            // host:port, SQLSTATE, its words
        {QStringLiteral("postgres-auth-refused"), 1},     // host:port
        {QStringLiteral("postgres-auth-unsupported"), 2}, // host:port, method
        {QStringLiteral("postgres-query-refused"), 3},    // host:port, SQLSTATE, its words
        {QStringLiteral("postgres-replicating"), 2},      // host:port, replicas
        {QStringLiteral("postgres-replicas-too-few"), 3}, // host:port, replicas, least
        {QStringLiteral("postgres-replicas-hidden"), 2},  // host:port, replicas
        {QStringLiteral("postgres-lag"), 3},              // host:port, seconds, limit
        {QStringLiteral("redis-pong"), 1},                // host:port
        {QStringLiteral("redis-no-auth"), 1},             // host:port
        {QStringLiteral("redis-auth-refused"), 1},        // host:port
        {QStringLiteral("redis-loading"), 1},             // host:port
        {QStringLiteral("redis-error"), 2},               // host:port, its word
        {QStringLiteral("redis-unexpected"), 1},          // host:port
        {QStringLiteral("report-missing"), 1},            // file
        {QStringLiteral("report-too-large"), 1},          // file
        {QStringLiteral("report-unreadable"), 2},         // file, detail
        {QStringLiteral("report-unsafe"), 0},
        {QStringLiteral("report-malformed"), 0},
        {QStringLiteral("report-unbound"), 0},
        {QStringLiteral("report-other-artefact"), 2},   // digests found, wanted
        {QStringLiteral("artefact-not-released"), 1},   // repository
        {QStringLiteral("artefact-without-digest"), 1}, // repository
        {QStringLiteral("junit-passed"), 1},            // tests
        {QStringLiteral("junit-not-passed"), 5},        // failures, errors, skipped, flaky, names
        {QStringLiteral("junit-empty"), 0},
        {QStringLiteral("junit-incomplete"), 2},   // tests, announced
        {QStringLiteral("junit-not-executed"), 2}, // count, names
        {QStringLiteral("junit-unlisted"), 2},     // count, names
        {QStringLiteral("sarif-clean"), 1},        // level
        {QStringLiteral("sarif-findings"), 3},     // count, level, rules
        {QStringLiteral("sarif-incomplete"), 0},
        {QStringLiteral("consent-needed"), AnyArguments}, // the full command line, program first
        {QStringLiteral("command-not-found"), 1},         // program
        {QStringLiteral("command-not-started"), 2},       // program, detail
        {QStringLiteral("command-too-much-output"), 1},   // program
        {QStringLiteral("command-crashed"), 1},           // program
        {QStringLiteral("command-failed"), 2},            // program, exit code
        {QStringLiteral("command-succeeded"), 1},         // program
    };
    return codes;
}

bool isProbeFinding(const QString &code, const QStringList &args)
{
    const QVector<ProbeCode> &codes = probeCodes();
    return std::any_of(codes.begin(), codes.end(), [&](const ProbeCode &known) {
        return known.code == code && (known.arguments == AnyArguments || known.arguments == args.size());
    });
}

} // namespace signalbox
