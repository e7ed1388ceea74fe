// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/id.h"
#include "models/domain/notification.h"
#include "models/domain/preferences.h"

#include <QObject>
#include <QSettings>

namespace signalbox
{

/// The user's settings in one INI file. Typed, with a signal per topic; defaults stand in the getters.
/// Secrets are never stored here. GUI thread.
class Settings final : public QObject
{
    Q_OBJECT

public:
    /// @param file path of the INI file; created with mode 0600 on first write
    explicit Settings(const QString &file, QObject *parent = nullptr);

    /// "en", "zh_TW" or "zh_CN"; the system's language at first start.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    [[nodiscard]] TimeZoneChoice timeZone() const;
    void setTimeZone(TimeZoneChoice choice);

    /// Topics worth a desktop notification; all of them at first.
    [[nodiscard]] QVector<NotificationTopic> notifications() const;
    void setNotifications(const QVector<NotificationTopic> &topics);
    /// How far back charts reach: one of chartRanges.
    [[nodiscard]] std::chrono::seconds chartRange() const;
    void setChartRange(std::chrono::seconds range);
    /// Metric profile of clusters that name none; empty: the first one.
    [[nodiscard]] QString defaultProfile() const;
    void setDefaultProfile(const QString &id);

    [[nodiscard]] ClusterPreferences cluster(const ClusterId &id) const;
    void setCluster(const ClusterId &id, const ClusterPreferences &preferences);

    /// From the section [ledger]: host, port, database, user, sslMode, rootCertificate, clientCertificate,
    /// clientKey.
    [[nodiscard]] TeamLedgerSettings teamLedger() const;
    void setTeamLedger(const TeamLedgerSettings &team);

    /// Absolute paths of exec credential plugins the user allowed to run.
    [[nodiscard]] QStringList approvedPlugins() const;
    void approvePlugin(const QString &binary);

    /// File of the key that signs checkpoints of the ledger; empty: the keychain. Written by hand.
    [[nodiscard]] QString auditKeyFile() const;
    /// File that gets every checkpoint beside the ledger; empty: none. Written by hand.
    [[nodiscard]] QString auditCheckpoints() const;

Q_SIGNALS:
    void languageChanged(const QString &language);
    void themeChanged(signalbox::ThemeChoice theme);
    void timeZoneChanged(signalbox::TimeZoneChoice choice);
    void notificationsChanged();
    void chartRangeChanged(std::chrono::seconds range);
    void defaultProfileChanged();
    void clusterChanged(const signalbox::ClusterId &id);

private:
    void write(const QString &key, const QVariant &value);
    QSettings m_store;
};

} // namespace signalbox
