// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/operations/decisionview.h"
#include "widgets/panels/decisionintent.h"
#include "widgets/style/format.h"

#include <QWidget>

class QVBoxLayout;

namespace signalbox
{

class GateCard;
class PollCard;
class TextLabel;

/// The decisions of a release for the right column: the polls, the gates that matter now, and a sentence when
/// the ledger cannot be asked. Empty when no plan governs the release.
class DecisionCards final : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionCards(QWidget *parent = nullptr);

    void setView(const DecisionView &view);
    /// Something the desk does by itself went wrong; empty: nothing.
    void setProblem(const QString &problem);
    void setNow(const QDateTime &now);
    void setZone(TimeZoneChoice zone);

Q_SIGNALS:
    void intended(const signalbox::DecisionIntent &intent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void showClocks();

    DecisionView m_view;
    QString m_problem;
    QDateTime m_now;
    TimeZoneChoice m_zone = TimeZoneChoice::Local;
    TextLabel *m_reach;
    QVBoxLayout *m_pollColumn;
    QVBoxLayout *m_gateColumn;
    QVector<PollCard *> m_polls;
    QVector<GateCard *> m_gates;
};

/// Gates worth a card: those that people work on, those that ended badly, and the next one that is closed.
/// The ones in use or waiting come first, otherwise in the order of the plan.
[[nodiscard]] QVector<GateView> gatesInPlay(const QVector<GateView> &gates);

} // namespace signalbox
