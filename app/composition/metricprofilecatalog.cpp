// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/metricprofilecatalog.h"

#include "models/domain/metricprofiles.h"

#include <QFile>

#include <algorithm>

namespace signalbox
{

namespace
{

QVector<MetricProfile> profilesIn(const QString &file)
{
    QFile source(file);
    if (file.isEmpty() || !source.exists()) {
        return {};
    }
    if (!source.open(QIODevice::ReadOnly)) {
        qWarning("%s cannot be read: %s", qPrintable(file), qPrintable(source.errorString()));
        return {};
    }
    const Result<QVector<MetricProfile>> profiles = parseMetricProfiles(source.readAll());
    if (!profiles || profiles->isEmpty()) {
        qWarning("%s holds no usable metric profile: %s", qPrintable(file),
                 profiles ? "it is empty" : qPrintable(profiles.error().detail));
        return {};
    }
    return *profiles;
}

} // namespace

MetricProfileCatalog::MetricProfileCatalog(const QString &file)
    : m_profiles(profilesIn(file))
{
    if (m_profiles.isEmpty()) {
        m_profiles = profilesIn(QStringLiteral(":/signalbox/metrics/profiles.json"));
    }
    if (m_profiles.isEmpty()) {
        m_profiles.append(MetricProfile{});
    }
}

QStringList MetricProfileCatalog::ids() const
{
    QStringList ids;
    for (const MetricProfile &profile : m_profiles) {
        ids.append(profile.id);
    }
    return ids;
}

Result<MetricProfile> MetricProfileCatalog::find(const QString &id) const
{
    const auto found = std::find_if(m_profiles.cbegin(), m_profiles.cend(), [&id](const MetricProfile &each) {
        return id.isEmpty() || each.id == id;
    });
    if (found == m_profiles.cend()) {
        return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration,
                       QStringLiteral("there is no metric profile of this name"), id);
    }
    return *found;
}

} // namespace signalbox
