// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/probe.h"

#include <QRegularExpression>

namespace signalbox::probes
{

/// Whether alerts that match every matcher are firing, or are not; and whether the Alertmanager is up, with
/// the receivers that have to be there. A silenced alert is not firing, but somebody should look.
class AlertmanagerProbe final : public Probe
{
    Q_OBJECT

public:
    using Probe::Probe;

protected:
    void run() override;

private:
    struct Matcher {
        QString label;
        QRegularExpression value; ///< anchored
        bool negated = false;
    };
    [[nodiscard]] bool readMatchers();
    [[nodiscard]] bool matches(const Alert &alert) const;
    void onStatus(const Result<AlertsStatus> &status);
    void askAlerts();
    void onAlerts(const Result<QVector<Alert>> &alerts);

    QVector<Matcher> m_matchers;
};

} // namespace signalbox::probes
