// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/settings.h"

#include <QFile>
#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace signalbox
{

namespace
{

// Context names may hold '/' and other characters that mean something in a QSettings key. The underscore,
// which stands in for '%', is encoded too, so that no two names share a group.
QString clusterGroup(const ClusterId &id)
{
    return QStringLiteral("cluster/%1/")
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(id.value(), {}, "._"))
                 .replace(QLatin1Char('%'), QLatin1Char('_')));
}

QString systemLanguage()
{
    const QLocale system = QLocale::system();
    if (system.language() != QLocale::Chinese) {
        return QStringLiteral("en");
    }
    return system.script() == QLocale::TraditionalHanScript ? QStringLiteral("zh_TW")
                                                            : QStringLiteral("zh_CN");
}

QHash<QString, QString> toHeaders(const QVariantMap &map)
{
    QHash<QString, QString> headers;
    for (auto entry = map.cbegin(); entry != map.cend(); ++entry) {
        headers.insert(entry.key(), entry.value().toString());
    }
    return headers;
}

QVariantMap fromHeaders(const QHash<QString, QString> &headers)
{
    QVariantMap map;
    for (auto entry = headers.cbegin(); entry != headers.cend(); ++entry) {
        map.insert(entry.key(), entry.value());
    }
    return map;
}

template <typename Enum> Enum toEnum(const QVariant &value, Enum last)
{
    const int number = value.toInt();
    return number < 0 || number > static_cast<int>(last) ? Enum{} : static_cast<Enum>(number);
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(file, QSettings::IniFormat)
{
}

QString Settings::language() const
{
    static const QStringList known{QStringLiteral("en"), QStringLiteral("zh_TW"), QStringLiteral("zh_CN")};
    const QString stored = m_store.value(QStringLiteral("language")).toString();
    return known.contains(stored) ? stored : systemLanguage();
}

void Settings::setLanguage(const QString &language)
{
    if (language == this->language()) {
        return;
    }
    write(QStringLiteral("language"), language);
    Q_EMIT languageChanged(language);
}

ThemeChoice Settings::theme() const
{
    return toEnum(m_store.value(QStringLiteral("theme")), ThemeChoice::HighContrast);
}

void Settings::setTheme(ThemeChoice theme)
{
    if (theme == this->theme()) {
        return;
    }
    write(QStringLiteral("theme"), static_cast<int>(theme));
    Q_EMIT themeChanged(theme);
}

TimeZoneChoice Settings::timeZone() const
{
    return toEnum(m_store.value(QStringLiteral("timeZone")), TimeZoneChoice::Utc);
}

void Settings::setTimeZone(TimeZoneChoice choice)
{
    if (choice == timeZone()) {
        return;
    }
    write(QStringLiteral("timeZone"), static_cast<int>(choice));
    Q_EMIT timeZoneChanged(choice);
}

QVector<NotificationTopic> Settings::notifications() const
{
    // Kept is what was switched off, so that a topic that comes later starts switched on.
    const QStringList muted = m_store.value(QStringLiteral("mutedNotifications")).toStringList();
    QVector<NotificationTopic> topics;
    for (int topic = 0; topic < notificationTopicCount; ++topic) {
        if (!muted.contains(QString::number(topic))) {
            topics.append(static_cast<NotificationTopic>(topic));
        }
    }
    return topics;
}

void Settings::setNotifications(const QVector<NotificationTopic> &topics)
{
    if (topics == notifications()) {
        return;
    }
    QStringList muted;
    for (int topic = 0; topic < notificationTopicCount; ++topic) {
        if (!topics.contains(static_cast<NotificationTopic>(topic))) {
            muted.append(QString::number(topic));
        }
    }
    write(QStringLiteral("mutedNotifications"), muted);
    Q_EMIT notificationsChanged();
}

std::chrono::seconds Settings::chartRange() const
{
    const std::chrono::seconds stored(m_store.value(QStringLiteral("chartRange")).toInt());
    const bool known = std::find(chartRanges.begin(), chartRanges.end(), stored) != chartRanges.end();
    return known ? stored : std::chrono::minutes(30);
}

void Settings::setChartRange(std::chrono::seconds range)
{
    if (range == chartRange()) {
        return;
    }
    write(QStringLiteral("chartRange"), static_cast<int>(range.count()));
    Q_EMIT chartRangeChanged(range);
}

QString Settings::defaultProfile() const
{
    return m_store.value(QStringLiteral("metricProfile")).toString();
}

void Settings::setDefaultProfile(const QString &id)
{
    if (id == defaultProfile()) {
        return;
    }
    write(QStringLiteral("metricProfile"), id);
    Q_EMIT defaultProfileChanged();
}

ClusterPreferences Settings::cluster(const ClusterId &id) const
{
    const QString group = clusterGroup(id);
    const auto text = [&](const char *key) { return m_store.value(group + QLatin1String(key)).toString(); };
    ClusterPreferences preferences;
    MetricsServerSettings &metrics = preferences.metrics;
    metrics.url = text("prometheusUrl");
    metrics.serviceProxy = text("serviceProxy");
    metrics.auth = toEnum(m_store.value(group + QStringLiteral("auth")), MetricsAuth::ClientCertificate);
    metrics.userName = text("userName");
    metrics.bearerFile = text("bearerFile");
    metrics.certificateFile = text("certificateFile");
    metrics.keyFile = text("keyFile");
    metrics.caFile = text("caFile");
    metrics.alertmanagerUrl = text("alertmanagerUrl");
    metrics.profile = text("profile");
    metrics.headers = toHeaders(m_store.value(group + QStringLiteral("headers")).toMap());
    preferences.namespaces = m_store.value(group + QStringLiteral("namespaces")).toStringList();
    preferences.readOnly = m_store.value(group + QStringLiteral("readOnly")).toBool();
    preferences.production = m_store.value(group + QStringLiteral("production")).toBool();
    return preferences;
}

void Settings::setCluster(const ClusterId &id, const ClusterPreferences &wanted)
{
    ClusterPreferences preferences = wanted;
    preferences.metrics = withoutSecrets(wanted.metrics);
    if (preferences == cluster(id)) {
        return;
    }
    const QString group = clusterGroup(id);
    const MetricsServerSettings &metrics = preferences.metrics;
    write(group + QStringLiteral("prometheusUrl"), metrics.url);
    write(group + QStringLiteral("serviceProxy"), metrics.serviceProxy);
    write(group + QStringLiteral("auth"), static_cast<int>(metrics.auth));
    write(group + QStringLiteral("userName"), metrics.userName);
    write(group + QStringLiteral("bearerFile"), metrics.bearerFile);
    write(group + QStringLiteral("certificateFile"), metrics.certificateFile);
    write(group + QStringLiteral("keyFile"), metrics.keyFile);
    write(group + QStringLiteral("caFile"), metrics.caFile);
    write(group + QStringLiteral("alertmanagerUrl"), metrics.alertmanagerUrl);
    write(group + QStringLiteral("profile"), metrics.profile);
    write(group + QStringLiteral("headers"), fromHeaders(metrics.headers));
    write(group + QStringLiteral("namespaces"), preferences.namespaces);
    write(group + QStringLiteral("readOnly"), preferences.readOnly);
    write(group + QStringLiteral("production"), preferences.production);
    Q_EMIT clusterChanged(id);
}

TeamLedgerSettings Settings::teamLedger() const
{
    const auto text = [this](const char *key) {
        return m_store.value(QStringLiteral("ledger/") + QLatin1String(key)).toString();
    };
    TeamLedgerSettings team;
    team.host = text("host");
    team.port = m_store.value(QStringLiteral("ledger/port"), team.port).toInt();
    team.database = text("database");
    team.user = text("user");
    team.sslMode = text("sslMode");
    team.rootCertificate = text("rootCertificate");
    team.clientCertificate = text("clientCertificate");
    team.clientKey = text("clientKey");
    return team;
}

void Settings::setTeamLedger(const TeamLedgerSettings &team)
{
    if (team == teamLedger()) {
        return;
    }
    write(QStringLiteral("ledger/host"), team.host);
    write(QStringLiteral("ledger/port"), team.port);
    write(QStringLiteral("ledger/database"), team.database);
    write(QStringLiteral("ledger/user"), team.user);
    write(QStringLiteral("ledger/sslMode"), team.sslMode);
    write(QStringLiteral("ledger/rootCertificate"), team.rootCertificate);
    write(QStringLiteral("ledger/clientCertificate"), team.clientCertificate);
    write(QStringLiteral("ledger/clientKey"), team.clientKey);
}

QString Settings::auditKeyFile() const
{
    return m_store.value(QStringLiteral("audit/keyFile")).toString();
}

QString Settings::auditCheckpoints() const
{
    return m_store.value(QStringLiteral("audit/checkpoints")).toString();
}

QStringList Settings::approvedPlugins() const
{
    return m_store.value(QStringLiteral("approvedPlugins")).toStringList();
}

void Settings::approvePlugin(const QString &binary)
{
    QStringList approved = approvedPlugins();
    if (approved.contains(binary)) {
        return;
    }
    approved.append(binary);
    write(QStringLiteral("approvedPlugins"), approved);
}

void Settings::write(const QString &key, const QVariant &value)
{
    m_store.setValue(key, value);
    m_store.sync();
    QFile::setPermissions(m_store.fileName(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

} // namespace signalbox
