// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/planmaps.h"

#include "backends/drill/jsontext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace signalbox::drill
{

namespace
{

const QString plansFolder = QStringLiteral(":/signalbox/scenarios/plans");

int secondsOf(const QString &amount, const QString &unit)
{
    const int number = amount.toInt();
    return unit == QLatin1String("h") ? number * 3600 : unit == QLatin1String("m") ? number * 60 : number;
}

} // namespace

QString withShorterSoak(const QString &plan, double speed)
{
    static const QRegularExpression soak(QStringLiteral("(minimumSoak: +)(\\d+)([smh])\\b"));
    QString shorter;
    qsizetype at = 0;
    for (auto matches = soak.globalMatch(plan); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const double seconds = secondsOf(match.captured(2), match.captured(3)) / std::max(1.0, speed);
        shorter += plan.mid(at, match.capturedStart() - at) + match.captured(1) +
                   QString::number(std::max(1, static_cast<int>(std::lround(seconds)))) + QLatin1Char('s');
        at = match.capturedEnd();
    }
    return shorter + plan.mid(at);
}

QVector<Manifest> planManifests(double speed)
{
    QVector<Manifest> maps;
    const QStringList names =
        QDir(plansFolder).entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(plansFolder + QLatin1Char('/') + name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = withShorterSoak(QString::fromUtf8(file.readAll()), speed);
        Json data = Json::object();
        data[name.toStdString()] = jsonText(text);
        const Json meta = {{"name", jsonText(QStringLiteral("plan-") + QFileInfo(name).completeBaseName())},
                           {"namespace", "shop"},
                           {"labels", {{"signalbox.dev/plan", "true"}}}};
        maps.append({QStringLiteral("/configmaps"),
                     {{"apiVersion", "v1"}, {"kind", "ConfigMap"}, {"metadata", meta}, {"data", data}}});
    }
    return maps;
}

} // namespace signalbox::drill
