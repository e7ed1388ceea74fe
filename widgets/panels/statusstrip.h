// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ledgerrecord.h"

#include <QFrame>

namespace signalbox
{

class ElidedLabel;
class TextLabel;

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
    ElidedLabel *m_recentLabel;
    TextLabel *m_alertsLabel;
    TextLabel *m_chainLabel;
};

} // namespace signalbox
