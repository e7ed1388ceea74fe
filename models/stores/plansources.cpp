// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stores/plansources.h"

#include "models/plan/planyaml.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace signalbox
{
namespace
{

constexpr qsizetype MostFiles = 200;

bool isPlanName(const QString &name)
{
    return name.endsWith(QLatin1String(".yaml")) || name.endsWith(QLatin1String(".yml"));
}

void appendPlans(QVector<PlanEntry> &plans, const QJsonObject &map, const ClusterId &cluster)
{
    const QJsonObject metadata = map.value(QStringLiteral("metadata")).toObject();
    const QJsonObject data = map.value(QStringLiteral("data")).toObject();
    PlanEntry entry;
    entry.cluster = cluster;
    entry.namespaceName = metadata.value(QStringLiteral("namespace")).toString();
    entry.origin = entry.namespaceName == planNamespace() ? PlanOrigin::Cluster : PlanOrigin::Namespace;
    const QString prefix = entry.namespaceName + QLatin1Char('/') +
                           metadata.value(QStringLiteral("name")).toString() + QLatin1Char('/');
    for (auto it = data.begin(); it != data.end() && plans.size() < MostFiles; ++it) {
        if (isPlanName(it.key()) && it->isString()) {
            entry.location = prefix + it.key();
            entry.source = it->toString().toUtf8();
            plans.append(entry);
        }
    }
}

} // namespace

QVector<PlanEntry> readPlanFolder(const QString &folder, PlanOrigin origin, const QVector<PlanEntry> &before)
{
    QVector<PlanEntry> entries;
    if (folder.isEmpty()) {
        return entries;
    }
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files | QDir::Readable, QDir::Name);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        // isFile() of a pipe is false; opening one would wait for ever.
        if (!isPlanName(info.fileName()) || !info.isFile() || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        PlanEntry entry;
        entry.origin = origin;
        entry.location = info.filePath();
        entry.source = file.read(PlanLimits::bytes + 1);
        entries.append(makePlanEntry(std::move(entry), before));
        if (entries.size() == MostFiles) {
            break;
        }
    }
    return entries;
}

Result<PlanConfigMaps> readPlanConfigMaps(const QByteArray &json, const ClusterId &cluster)
{
    QJsonParseError error;
    const QJsonObject list = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError || !list.value(QStringLiteral("items")).isArray()) {
        return failure(ErrorCode::Protocol, ErrorLayer::Protocol,
                       QStringLiteral("not a list of ConfigMaps: %1").arg(error.errorString()),
                       cluster.value());
    }
    PlanConfigMaps maps;
    const QJsonArray items = list.value(QStringLiteral("items")).toArray();
    for (const QJsonValue &item : items) {
        appendPlans(maps.plans, item.toObject(), cluster);
    }
    maps.next =
        list.value(QStringLiteral("metadata")).toObject().value(QStringLiteral("continue")).toString();
    return maps;
}

QString planConfigMapsPath(const QString &namespaceName, const QString &next)
{
    const QString scope =
        namespaceName.isEmpty()
            ? QString()
            : QStringLiteral("/namespaces/") + QString::fromLatin1(QUrl::toPercentEncoding(namespaceName));
    const QString page =
        next.isEmpty() ? QString()
                       : QStringLiteral("&continue=") + QString::fromLatin1(QUrl::toPercentEncoding(next));
    return QStringLiteral("/api/v1") + scope +
           QStringLiteral("/configmaps?labelSelector=signalbox.dev%2Fplan%3Dtrue&limit=50") + page;
}

QString planNamespace()
{
    return QStringLiteral("signalbox");
}

} // namespace signalbox
