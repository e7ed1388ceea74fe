// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <array>
#include <chrono>

namespace signalbox
{

enum class ThemeChoice { System, Light, Dark, HighContrast };
enum class TimeZoneChoice { Local, Utc };

/// How far back charts can reach; a server keeps more than the longest of them.
inline constexpr std::array<std::chrono::seconds, 5> chartRanges{
    std::chrono::minutes(15), std::chrono::minutes(30), std::chrono::hours(1), std::chrono::hours(6),
    std::chrono::hours(24)};

enum class MetricsAuth { None, Basic, Bearer, BearerFile, ClientCertificate };

/// How the Prometheus and Alertmanager of one cluster are reached. Holds no secret: passwords and bearer
/// tokens are in the system keychain under the cluster's name, or typed anew in each session.
struct MetricsServerSettings {
    QString url; ///< base URL, may have a path; empty with a serviceProxy means "through the API server"
    QString serviceProxy; ///< "namespace/service:port", reached with the cluster's own credentials
    MetricsAuth auth = MetricsAuth::None;
    QString userName; ///< Basic
    QString bearerFile;
    QString certificateFile;
    QString keyFile;
    QString caFile;                  ///< empty: system roots
    QHash<QString, QString> headers; ///< for example X-Scope-OrgID
    QString alertmanagerUrl;         ///< empty: alerts are read from Prometheus
    QString profile;                 ///< id of a metric profile; empty: the default
    [[nodiscard]] bool isSet() const { return !url.isEmpty() || !serviceProxy.isEmpty(); }
    bool operator==(const MetricsServerSettings &) const = default;
};

/// The same without what does not belong into a settings file: user names and passwords inside addresses,
/// queries, and headers that carry a password, token or cookie.
[[nodiscard]] MetricsServerSettings withoutSecrets(MetricsServerSettings settings);

/// The ledger a team shares, in PostgreSQL. Holds no secret: passwords are in PGPASSFILE or ~/.pgpass.
struct TeamLedgerSettings {
    QString host; ///< name, address, or the folder of a Unix socket; empty: this desk has its own ledger
    int port = 5432;
    QString database;
    QString user;    ///< login role: who we are to the ledger
    QString sslMode; ///< empty: verify-full
    QString rootCertificate;
    QString clientCertificate;
    QString clientKey;
    [[nodiscard]] bool isSet() const { return !host.isEmpty(); }
    bool operator==(const TeamLedgerSettings &) const = default;
};

struct ClusterPreferences {
    MetricsServerSettings metrics;
    QStringList namespaces;  ///< typed by users who may not list namespaces; empty: all
    bool readOnly = false;   ///< this desk never sends a change to this cluster
    bool production = false; ///< coloured frame
    bool operator==(const ClusterPreferences &) const = default;
};

} // namespace signalbox
