// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;

class SettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("signalbox.ini"));
    }
    void generalSurvivesARestart();
    void clusterSurvivesARestart_data();
    void clusterSurvivesARestart();
    void clustersAreKeptApart();
    void damagedValuesFallBack();
    void fileIsForTheOwnerOnly();
    void signalsComeWithChangesOnly();
    void pluginsAreRememberedOnce();

private:
    static ClusterPreferences everything();
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

ClusterPreferences SettingsTest::everything()
{
    ClusterPreferences wanted;
    wanted.metrics.url = QStringLiteral("https://prometheus.example/base");
    wanted.metrics.serviceProxy = QStringLiteral("monitoring/prometheus:9090");
    wanted.metrics.auth = MetricsAuth::ClientCertificate;
    wanted.metrics.userName = QStringLiteral("釋出");
    wanted.metrics.bearerFile = QStringLiteral("/run/token");
    wanted.metrics.certificateFile = QStringLiteral("/run/tls.crt");
    wanted.metrics.keyFile = QStringLiteral("/run/tls.key");
    wanted.metrics.caFile = QStringLiteral("/run/ca.crt");
    wanted.metrics.headers = {{QStringLiteral("X-Scope-OrgID"), QStringLiteral("team; a, b")}};
    wanted.metrics.alertmanagerUrl = QStringLiteral("http://127.0.0.1:9093");
    wanted.metrics.profile = QStringLiteral("http");
    wanted.namespaces = QStringList{QStringLiteral("shop"), QStringLiteral("payments")};
    wanted.readOnly = true;
    wanted.production = true;
    return wanted;
}

void SettingsTest::generalSurvivesARestart()
{
    {
        Settings settings(m_file);
        settings.setLanguage(QStringLiteral("zh_TW"));
        settings.setTheme(ThemeChoice::HighContrast);
        settings.setTimeZone(TimeZoneChoice::Utc);
        settings.setNotifications({NotificationTopic::Trouble, NotificationTopic::Contact});
        settings.setChartRange(std::chrono::hours(1));
        settings.setDefaultProfile(QStringLiteral("istio"));
    }
    const Settings again(m_file);
    QCOMPARE(again.language(), QStringLiteral("zh_TW"));
    QCOMPARE(again.theme(), ThemeChoice::HighContrast);
    QCOMPARE(again.timeZone(), TimeZoneChoice::Utc);
    QCOMPARE(again.notifications(),
             (QVector<NotificationTopic>{NotificationTopic::Trouble, NotificationTopic::Contact}));
    QVERIFY(again.chartRange() == std::chrono::hours(1));
    QCOMPARE(again.defaultProfile(), QStringLiteral("istio"));
}

void SettingsTest::clusterSurvivesARestart_data()
{
    QTest::addColumn<QString>("context");
    QTest::newRow("plain") << QStringLiteral("tpe-1");
    QTest::newRow("slashes") << QStringLiteral("arn:aws:eks:eu-1:42:cluster/prod/a");
    QTest::newRow("percent, equals and spaces") << QStringLiteral("a %41=b [c]");
    QTest::newRow("not ASCII") << QStringLiteral("正式 / prod");
}

void SettingsTest::clusterSurvivesARestart()
{
    QFETCH(QString, context);
    {
        Settings settings(m_file);
        settings.setCluster(ClusterId(context), everything());
    }
    const Settings again(m_file);
    QVERIFY(again.cluster(ClusterId(context)) == everything());
    QVERIFY(again.cluster(ClusterId(QStringLiteral("another"))) == ClusterPreferences{});
}

void SettingsTest::clustersAreKeptApart()
{
    Settings settings(m_file);
    ClusterPreferences first;
    first.readOnly = true;
    settings.setCluster(ClusterId(QStringLiteral("a/b")), first);
    settings.setCluster(ClusterId(QStringLiteral("a_2Fb")), everything());
    QVERIFY(settings.cluster(ClusterId(QStringLiteral("a/b"))) == first);
    QVERIFY(settings.cluster(ClusterId(QStringLiteral("a_2Fb"))) == everything());
}

void SettingsTest::damagedValuesFallBack()
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[General]\nlanguage=tlh\ntheme=99\ntimeZone=-3\nchartRange=7\n[cluster]\nc\\auth=77\n");
    file.close();
    const Settings settings(m_file);
    QVERIFY(settings.language() != QStringLiteral("tlh"));
    QCOMPARE(settings.theme(), ThemeChoice::System);
    QCOMPARE(settings.timeZone(), TimeZoneChoice::Local);
    QVERIFY(settings.chartRange() == std::chrono::minutes(30));
    QCOMPARE(settings.notifications().size(), notificationTopicCount);
    QCOMPARE(settings.cluster(ClusterId(QStringLiteral("c"))).metrics.auth, MetricsAuth::None);
}

void SettingsTest::fileIsForTheOwnerOnly()
{
    Settings settings(m_file);
    settings.setCluster(ClusterId(QStringLiteral("c")), everything());
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                        QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(QFile::exists(m_file));
    QCOMPARE(QFile::permissions(m_file) & others, QFileDevice::Permissions());
    settings.setTheme(ThemeChoice::Dark); // written anew, not opened up again
    QCOMPARE(QFile::permissions(m_file) & others, QFileDevice::Permissions());
}

void SettingsTest::signalsComeWithChangesOnly()
{
    Settings settings(m_file);
    settings.setLanguage(QStringLiteral("en"));
    const QSignalSpy language(&settings, &Settings::languageChanged);
    const QSignalSpy cluster(&settings, &Settings::clusterChanged);
    settings.setLanguage(QStringLiteral("en"));
    settings.setCluster(ClusterId(QStringLiteral("c")), ClusterPreferences{});
    QCOMPARE(language.count(), 0);
    QCOMPARE(cluster.count(), 0);
    settings.setLanguage(QStringLiteral("zh_CN"));
    settings.setCluster(ClusterId(QStringLiteral("c")), everything());
    QCOMPARE(language.count(), 1);
    QCOMPARE(cluster.count(), 1);
}

void SettingsTest::pluginsAreRememberedOnce()
{
    const QString binary = QStringLiteral("/usr/bin/login-helper");
    {
        Settings settings(m_file);
        settings.approvePlugin(binary);
        settings.approvePlugin(binary);
    }
    QCOMPARE(Settings(m_file).approvedPlugins(), QStringList{binary});
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
