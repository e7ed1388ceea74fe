// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/operation.h"
#include "models/domain/release.h"
#include "models/operations/decisionview.h"
#include "widgets/panels/decisionintent.h"
#include "widgets/panels/holdrows.h"
#include "widgets/style/format.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace signalbox
{

class Card;
class DecisionCards;
class InterlockList;
class TextLabel;

/// What the rollback area shows. Made by the window from the operation desk's readiness.
struct RollbackView {
    QString targetVersion; ///< empty: none
    QString targetHash;
    QVector<QPair<QString, QString>> targets; ///< hash and version of every revision that can be chosen
    int calls = 0;
    QDateTime checkedAt; ///< last successful dry run
    std::chrono::seconds expected{0};
    std::chrono::seconds budget{0};
    int targetReady = 0;
    int targetDesired = 0;
    QVector<Message> held; ///< why not
    std::optional<Error> error;
    bool ready = false;
    bool operator==(const RollbackView &) const = default;
};

/// The right column: what holds the next step back, promote and the other actions with the reason beside
/// each disabled one, and, always visible at the bottom, roll back with its readiness.
class DecisionsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionsPanel(QWidget *parent = nullptr);

    void setRelease(const std::optional<Release> &release);
    void setHolds(const QVector<Message> &holds);
    void setMetrics(const MetricsWithin &metrics);
    void setDecisions(const QHash<int, Decision> &decisions); ///< by ActionKind as int
    /// Gates, polls and rules of the plan that governs the release.
    void setView(const DecisionView &view);
    /// Something the desk does by itself went wrong; empty: nothing.
    void setDecisionProblem(const QString &problem);
    void setNow(const QDateTime &now);
    void setZone(TimeZoneChoice zone);
    void setRollback(const RollbackView &view, const QDateTime &now);
    void setOperation(const std::optional<OperationStatus> &operation);

Q_SIGNALS:
    void actionRequested(signalbox::ActionKind kind);
    void decisionIntended(const signalbox::DecisionIntent &intent);
    void rollbackTargetChosen(const QString &hash);
    void stopByHandRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct HoldLine {
        TextLabel *condition;
        TextLabel *state;
    };
    struct ActionButton {
        ActionKind kind;
        QPushButton *button;
    };
    void buildColumn();
    void buildActions();
    void buildRollback();
    void retranslateUi();
    void showHolds();
    void showHoldRows(const QVector<HoldRow> &rows);
    [[nodiscard]] QString promoteText() const;
    void showDecisions();
    void showRollback();
    [[nodiscard]] QString readinessText() const;

    std::optional<Release> m_release;
    QVector<Message> m_holds;
    MetricsWithin m_metrics;
    QHash<int, Decision> m_decisions;
    RollbackView m_rollback;
    std::optional<OperationStatus> m_operation;
    QDateTime m_now;
    TimeZoneChoice m_zone = TimeZoneChoice::Local;
    QVector<Message> m_heldByRules; ///< what the interlocking has against the next step
    DecisionCards *m_cards;
    Card *m_holdCard;
    TextLabel *m_holdText;
    QGridLayout *m_holdGrid;
    InterlockList *m_interlocks;
    QVector<HoldLine> m_holdLines;
    QPushButton *m_promote;
    TextLabel *m_promoteReason;
    Card *m_actionCard;
    QGridLayout *m_actionGrid;
    QVector<ActionButton> m_actions;
    TextLabel *m_readiness;
    TextLabel *m_targetLabel;
    QComboBox *m_target;
    QPushButton *m_rollbackButton;
    QPushButton *m_stop;
};

} // namespace signalbox
