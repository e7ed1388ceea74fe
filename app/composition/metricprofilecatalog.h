// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/metric.h"
#include "models/domain/result.h"

#include <QStringList>
#include <QVector>

namespace signalbox
{

/// The metric profiles a session can choose from: those of the user's file, or the built-in ones.
class MetricProfileCatalog
{
public:
    /// @param file absent or empty: the built-in profiles. One that cannot be used is warned about and passed
    /// over.
    explicit MetricProfileCatalog(const QString &file);

    [[nodiscard]] QStringList ids() const;
    /// What holds where nothing was chosen: the first one.
    [[nodiscard]] const MetricProfile &standard() const { return m_profiles.first(); }
    /// @param id empty: the standard one. A name nobody knows is an error.
    [[nodiscard]] Result<MetricProfile> find(const QString &id) const;

private:
    QVector<MetricProfile> m_profiles; ///< never empty
};

} // namespace signalbox
