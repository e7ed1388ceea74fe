// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/operations/decisiondesk.h"

#include <QTimer>

namespace signalbox
{

/// What holds a release is not known at once: plans, decisions and metrics are read first. Waits until
/// nothing holds the action any more, or long enough that what still does is a reason.
class HoldWait final : public QObject
{
    Q_OBJECT

public:
    /// @param decisions outlives it
    HoldWait(DecisionDesk &decisions, ActionRequest request, QObject *parent);
    void start();

Q_SIGNALS:
    void over();

private:
    void look();

    DecisionDesk &m_decisions;
    ActionRequest m_request;
    QTimer m_patience;
};

} // namespace signalbox
