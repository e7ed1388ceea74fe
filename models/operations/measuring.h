// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/verification.h"
#include "models/stores/metricsstore.h"

#include <QObject>

namespace signalbox
{

/// One look at the measurements a step is verified with: asks for all of them and answers once, in order.
/// Verifications that are not measured get an empty reading. Lives until it has answered. GUI thread.
class Measuring final : public QObject
{
    Q_OBJECT

public:
    using Readings = QVector<std::optional<Reading>>;
    Measuring(MetricsStore &metrics, const Release &release, const QVector<Verification> &wanted,
              QObject *parent);

    [[nodiscard]] const Readings &readings() const { return m_readings; }
    [[nodiscard]] static bool isNeeded(const QVector<Verification> &wanted);

Q_SIGNALS:
    void done();

private:
    void take(int index, const Result<Reading> &result);

    Readings m_readings;
    int m_open = 0;
};

} // namespace signalbox
