// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/action.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace signalbox
{

class HoldButton;

/// Preview of one action: what will change, the exact calls, and the button that does it. Bound to the object
/// that was on screen when it opened. Default focus is Cancel.
class ActionDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @param request what the person asked for; title and button come from it
    /// @param targetText version or object the title names; external text
    /// @param reasonRequired forward actions on production need one
    ActionDialog(ActionRequest request, const QString &targetText, bool reasonRequired,
                 QWidget *parent = nullptr);

    /// The prepared plan, checked by dry run.
    void setPlan(const ActionPlan &plan);
    /// It could not be prepared, or was refused; the dialog says why and offers no confirmation.
    void setError(const Error &error);
    [[nodiscard]] const std::optional<ActionPlan> &plan() const { return m_plan; }
    [[nodiscard]] QString reason() const;

Q_SIGNALS:
    void confirmed(const signalbox::ActionPlan &plan, const QString &reason);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString titleText() const;
    void retranslateUi();
    void buildLayout();
    void updateConfirm();
    [[nodiscard]] QString callsText() const;

    ActionRequest m_request;
    QString m_target;
    bool m_reasonRequired;
    std::optional<ActionPlan> m_plan;
    std::optional<Error> m_error;
    QLabel *m_title;
    QLabel *m_where;
    QLabel *m_consequences;
    QCheckBox *m_showCalls;
    QPlainTextEdit *m_calls;
    QLabel *m_reasonLabel;
    QLineEdit *m_reason;
    QPushButton *m_cancel;
    HoldButton *m_confirm;
};

} // namespace signalbox
