// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/card.h"

class QPushButton;

namespace signalbox
{

class TextLabel;

/// Stands where the charts would be: why there are none, said once, and the way to change that.
class MetricsNotice final : public Card
{
    Q_OBJECT

public:
    explicit MetricsNotice(QWidget *parent = nullptr);

    /// Empty hides the notice.
    void setReason(const QString &reason);

Q_SIGNALS:
    void settingsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    TextLabel *m_reason;
    QPushButton *m_settings;
};

} // namespace signalbox
