// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/metricprofilecatalog.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;

class MetricProfileCatalogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInProfiles()
    {
        const MetricProfileCatalog catalog((QString()));
        QCOMPARE(catalog.ids(), (QStringList{QStringLiteral("http"), QStringLiteral("istio")}));
        QCOMPARE(catalog.standard().id, QStringLiteral("http"));
        QCOMPARE(catalog.find(QString())->id, QStringLiteral("http"));
        QCOMPARE(catalog.find(QStringLiteral("istio"))->id, QStringLiteral("istio"));
    }

    void unknownNameIsAnError()
    {
        const auto found = MetricProfileCatalog(QString()).find(QStringLiteral("nothing"));
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::BadConfiguration);
        QCOMPARE(found.error().subject, QStringLiteral("nothing"));
    }

    void ownFileReplacesThem()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("metrics.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"([{"id":"own","trafficQuery":"a","totalTrafficQuery":"b","rules":[]}])");
        file.close();
        QCOMPARE(MetricProfileCatalog(file.fileName()).ids(), QStringList{QStringLiteral("own")});
    }

    void brokenFileIsPassedOver()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("metrics.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no usable metric profile")));
        QCOMPARE(MetricProfileCatalog(file.fileName()).standard().id, QStringLiteral("http"));
    }
};

QTEST_GUILESS_MAIN(MetricProfileCatalogTest)
#include "metricprofilecatalog_test.moc"
