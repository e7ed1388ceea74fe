// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/verdictsmodel.h"
#include "widgets/style/card.h"
#include "widgets/style/textlabel.h"

class QTableView;

namespace signalbox
{

class VerdictsDelegate;

/// What the metrics of the plan say about the new version: one row a metric, whether traffic is split as set,
/// and a sentence for everything that does not pass. Hidden while nothing new is in progress.
class VerdictsCard final : public Card
{
    Q_OBJECT

public:
    explicit VerdictsCard(QWidget *parent = nullptr);

    /// @param isInProgress a version other than the stable one is wanted
    void setJudgement(const Judgement &judgement, bool isInProgress);
    void setNow(const QDateTime &now);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void showRemark();
    [[nodiscard]] QString reasons() const;

    VerdictsModel m_model;
    VerdictsDelegate *m_delegate;
    Judgement m_judgement;
    bool m_isInProgress = false;
    QDateTime m_now;
    TextLabel *m_share;
    QTableView *m_table;
    TextLabel *m_reasons;
    TextLabel *m_empty;
};

} // namespace signalbox
