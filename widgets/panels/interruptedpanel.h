// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/panels/interruptedrow.h"

class QVBoxLayout;

namespace signalbox
{

/// Operations that another run of the program left unfinished, above everything else. Not there when there
/// are none.
class InterruptedPanel final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int shownAtMost = 3;

    explicit InterruptedPanel(QWidget *parent = nullptr);

    void setItems(const QVector<InterruptedItem> &items, const QDateTime &now);

Q_SIGNALS:
    void continueRequested(const QString &id);
    void giveUpRequested(const QString &id, const QString &reason);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showMore();

    QVector<InterruptedRow *> m_rows;
    QVBoxLayout *m_layout;
    TextLabel *m_more; ///< how many are not shown
    int m_hidden = 0;
};

} // namespace signalbox
