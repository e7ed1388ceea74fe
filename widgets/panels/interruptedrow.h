// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/operation.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace signalbox
{

class HoldButton;
class TextLabel;

/// What is shown of an interrupted operation.
struct InterruptedItem {
    OperationStatus status; ///< as recorded
    QDateTime lastSign;
    std::optional<Error> hindrance; ///< why it cannot be continued; it can still be given up
    std::optional<Error> problem;   ///< what the last attempt ran into
    bool busy = false;              ///< asked for; the answer is on its way
    bool operator==(const InterruptedItem &) const = default;
};

/// One interrupted operation: what it was and where it stopped, Continue, and Give up with a reason. Going on
/// backwards takes one click; going on forwards is confirmed like every move forward.
class InterruptedRow final : public QWidget
{
    Q_OBJECT

public:
    explicit InterruptedRow(QWidget *parent = nullptr);

    void setItem(const InterruptedItem &item, const QDateTime &now);
    [[nodiscard]] const QString &id() const { return m_item.status.id; }

Q_SIGNALS:
    void continued(const QString &id);
    void givenUp(const QString &id, const QString &reason);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Asking { Nothing, Confirmation, Reason };
    void build();
    void ask(Asking what);
    void refresh();
    void retranslateUi();

    InterruptedItem m_item;
    QDateTime m_now;
    Asking m_asking = Asking::Nothing;
    TextLabel *m_text;
    TextLabel *m_detail;
    QPushButton *m_continue;
    QPushButton *m_giveUp;
    QWidget *m_question;
    TextLabel *m_explanation;
    HoldButton *m_confirm; ///< going forward
    QLineEdit *m_reason;
    QPushButton *m_giveUpNow;
    QPushButton *m_cancel;
};

} // namespace signalbox
