// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QDialog>
#include <QPair>
#include <QVector>

#include <functional>

class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace signalbox
{

/// What a decision asks of the person who takes it, in words of the moment.
struct DecisionForm {
    QString title;         ///< verb, object, target
    QStringList lines;     ///< what it means; external text made safe already
    QString confirm;       ///< the verb again
    bool isDanger = false; ///< the button says no to something
    QString reasonLabel;   ///< empty: no reason is asked for
    bool reasonRequired = false;
    QString choiceWithReason;                 ///< a choice that makes the reason required
    QString linkLabel;                        ///< empty: none
    bool proofRequired = false;               ///< a reason or a link
    QString choiceLabel;                      ///< empty: none
    QVector<QPair<QString, QString>> choices; ///< id and text
    QString untilLabel;                       ///< empty: none
    QDateTime until;                          ///< proposed end, UTC
    QDateTime latest;                         ///< longest allowed, UTC
};

/// What the person entered.
struct DecisionInput {
    QString reason;
    QString link;
    QString choice;
    QDateTime until; ///< UTC
};

/// A decision before it is sent: what it means, a reason where one is due, and a button that repeats the
/// verb. Cancel has the focus at first. It stays open until the ledger took the decision, and says why if it
/// did not.
class DecisionDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @param form asked again when the language changes
    explicit DecisionDialog(std::function<DecisionForm()> form, QWidget *parent = nullptr);

    /// Sent, no answer yet: nothing can be pressed twice.
    void setBusy(bool busy);
    /// Why it was not accepted; the person may change something and try again.
    void setProblem(const QString &problem);
    [[nodiscard]] DecisionInput input() const;

Q_SIGNALS:
    void confirmed(const signalbox::DecisionInput &input);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslateUi();
    void addField(QFormLayout &form, QLabel *label, QWidget *field, bool wanted);
    void updateConfirm();

    std::function<DecisionForm()> m_makeForm;
    DecisionForm m_form;
    bool m_busy = false;
    QLabel *m_title;
    QLabel *m_lines;
    QLabel *m_choiceLabel;
    QComboBox *m_choice;
    QLabel *m_reasonLabel;
    QPlainTextEdit *m_reason;
    QLabel *m_linkLabel;
    QLineEdit *m_link;
    QLabel *m_untilLabel;
    QDateTimeEdit *m_until;
    QLabel *m_problem;
    QPushButton *m_cancel;
    QPushButton *m_confirm;
};

} // namespace signalbox
