// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/holdwait.h"

namespace signalbox
{

HoldWait::HoldWait(DecisionDesk &decisions, ActionRequest request, QObject *parent)
    : QObject(parent)
    , m_decisions(decisions)
    , m_request(std::move(request))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(std::chrono::seconds(10));
    connect(&m_patience, &QTimer::timeout, this, &HoldWait::over);
}

void HoldWait::start()
{
    m_patience.start();
    connect(&m_decisions, &DecisionDesk::viewChanged, this, &HoldWait::look);
    m_decisions.show(m_request.release);
    look();
}

void HoldWait::look()
{
    const bool known = m_decisions.view().plansKnown;
    if (m_patience.isActive() && known &&
        m_decisions.verdictOn(m_request.kind, m_request.release).allowed()) {
        m_patience.stop();
        Q_EMIT over();
    }
}

} // namespace signalbox
