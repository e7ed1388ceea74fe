// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"

#include <QWidget>

namespace signalbox
{

class Chip;

/// The state of a release as sign and words in an outlined pill; the backend's own phase, verbatim, is in the
/// tool tip.
class StatePill final : public QWidget
{
    Q_OBJECT

public:
    explicit StatePill(QWidget *parent = nullptr);

    /// @param detail comes before the state's words, for example "Canary 25 %"; may be empty
    void setState(ReleaseState state, const QString &detail = {});
    /// Shown instead of the state while an operation of this desk runs, in the colour of a warning; empty:
    /// the state again.
    void setActivity(const QString &activity);
    /// What is shown may not hold any more: the sign and the words stay, the colour goes.
    void setCurrent(bool current);
    void setBackendPhase(const QString &phase, const QString &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    Chip *m_chip;
    ReleaseState m_state = ReleaseState::Unknown;
    QString m_detail;
    QString m_activity;
    bool m_isCurrent = true;
    QString m_phase;
    QString m_message;
};

} // namespace signalbox
