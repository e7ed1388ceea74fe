// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/operations/decisionview.h"
#include "widgets/panels/decisionintent.h"
#include "widgets/panels/signrows.h"
#include "widgets/style/card.h"
#include "widgets/style/format.h"

class QPushButton;

namespace signalbox
{

class Chip;

/// One gate: its seats with who filled them and when, its deadline, whether anything but this console
/// enforces it, and what the person at this desk may do about it. What they may not do is there too, with the
/// reason.
class GateCard final : public Card
{
    Q_OBJECT

public:
    explicit GateCard(QWidget *parent = nullptr);

    void setGate(const GateView &gate, const DecisionView &view);
    void setNow(const QDateTime &now, TimeZoneChoice zone);

Q_SIGNALS:
    void intended(const signalbox::DecisionIntent &intent);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Permission {
        bool wanted = true; ///< the button makes sense in this state at all
        QString why;        ///< why it is disabled; empty: it is not
    };
    void build();
    void retranslateUi();
    void refresh();
    void showSeats();
    void showNote();
    void apply(QPushButton &button, const Permission &permission);
    [[nodiscard]] Permission mayOpen() const;
    [[nodiscard]] Permission mayVote() const;
    [[nodiscard]] Permission mayRevoke() const;
    [[nodiscard]] Permission mayWithdraw() const;
    [[nodiscard]] QString remarkText() const;
    void act(DecisionIntent::Kind kind, const QString &part = {});

    GateView m_gate;
    LedgerReach m_reach = LedgerReach::NeverReached;
    QString m_actor;
    QDateTime m_now;
    TimeZoneChoice m_zone = TimeZoneChoice::Local;
    Chip *m_enforcement;
    QVBoxLayout *m_seatColumn;
    SignRows m_seats;
    TextLabel *m_note;
    QPushButton *m_approve;
    QPushButton *m_reject;
    QPushButton *m_revoke;
    QPushButton *m_withdraw;
    QPushButton *m_open;
};

} // namespace signalbox
