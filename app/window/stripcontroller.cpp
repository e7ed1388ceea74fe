// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/stripcontroller.h"

#include "app/settings/settings.h"
#include "app/window/notableactivity.h"
#include "backends/api/whenfinished.h"
#include "widgets/panels/statusstrip.h"
#include "widgets/style/activitytext.h"
#include "widgets/style/errortext.h"

#include <algorithm>

namespace signalbox
{

StripController::StripController(Workspace &workspace, const Settings &settings, StatusStrip &strip,
                                 QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_strip(strip)
{
    const ActivityStore &activity = workspace.activity();
    connect(&activity, &ActivityStore::entriesChanged, this, &StripController::refresh);
    connect(&activity, &ActivityStore::ledgerErrorChanged, this, &StripController::refresh);
    checkChain();
}

void StripController::setShown(const std::optional<ReleaseKey> &release)
{
    m_shown = release;
    refresh();
}

void StripController::refresh()
{
    const QDateTime now = m_workspace.clock().nowUtc();
    QStringList lines;
    for (const ActivityEntry &entry : notableActivity(m_workspace.activity().entries(), 2, now)) {
        lines.append(activityLine(entry, now, m_settings.timeZone()));
    }
    if (const auto &error = m_workspace.activity().ledgerError()) {
        lines.prepend(errorText(*error)); // own records are missing from the list
    }
    m_strip.setRecent(lines);
    m_strip.setAlerts(firingAlerts());
    m_strip.setChain(m_chain);
}

int StripController::firingAlerts() const
{
    if (!m_shown || !m_workspace.metrics().hasServer(m_shown->cluster) ||
        !m_workspace.metrics().serverState(m_shown->cluster).isCurrent()) {
        return -1;
    }
    const QVector<Alert> alerts = m_workspace.metrics().alerts();
    // Pending and silenced ones are not firing.
    return static_cast<int>(std::count_if(alerts.cbegin(), alerts.cend(), [](const Alert &alert) {
        return alert.state == AlertState::Active;
    }));
}

void StripController::checkChain()
{
    whenFinished(this, m_workspace.ledger().verify(), [this](const Result<ChainReport> &report) {
        m_chain = report ? *report : ChainReport{};
        refresh();
    });
}

} // namespace signalbox
