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

/// A go/no-go poll: the stations in their order with what they answered, whose turn it is, and, when it is
/// mine, GO, NO-GO and HOLD; for the director the announcement.
class PollCard final : public Card
{
    Q_OBJECT

public:
    explicit PollCard(QWidget *parent = nullptr);

    void setPoll(const PollView &poll, const DecisionView &view);
    void setNow(const QDateTime &now, TimeZoneChoice zone);

Q_SIGNALS:
    void intended(const signalbox::DecisionIntent &intent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslateUi();
    void refresh();
    void showStations();
    void showButtons();
    void showNote();
    /// The station this person may answer for now, or, if none, the one that explains best why not.
    [[nodiscard]] const StationView *myStation() const;
    [[nodiscard]] bool isDirector(const StationView &station) const;
    [[nodiscard]] QString whyNot() const;
    [[nodiscard]] QString remarkText() const;
    void answer(StationAnswer answer);
    void act(DecisionIntent::Kind kind);

    PollView m_poll;
    LedgerReach m_reach = LedgerReach::NeverReached;
    QString m_actor;
    QDateTime m_now;
    TimeZoneChoice m_zone = TimeZoneChoice::Local;
    QVBoxLayout *m_stationColumn;
    SignRows m_stations;
    TextLabel *m_note;
    QPushButton *m_go;
    QPushButton *m_noGo;
    QPushButton *m_hold;
    QPushButton *m_open;
    QPushButton *m_revoke;
};

} // namespace signalbox
