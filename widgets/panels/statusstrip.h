// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ledgerrecord.h"

#include <QFrame>

class QLabel;

namespace signalbox
{

/// Bottom line: the last events, how many alerts fire, the state of the audit chain.
class StatusStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    /// Newest first; already formatted for reading, external parts made safe by the caller.
    void setRecent(const QStringList &lines);
    /// @param firing negative: unknown, no server answers
    void setAlerts(int firing);
    void setChain(const ChainReport &report);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    QStringList m_recent;
    int m_firing = -1;
    ChainReport m_chain;
    QLabel *m_recentLabel;
    QLabel *m_alertsLabel;
    QLabel *m_chainLabel;
};

} // namespace signalbox
