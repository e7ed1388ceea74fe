// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/interruptedrow.h"

#include "models/domain/operationrules.h"
#include "widgets/controls/holdbutton.h"
#include "widgets/style/buttonrole.h"
#include "widgets/style/errortext.h"
#include "widgets/style/format.h"
#include "widgets/style/interruptedtext.h"
#include "widgets/style/safetext.h"
#include "widgets/style/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox
{

InterruptedRow::InterruptedRow(QWidget *parent)
    : QWidget(parent)
    , m_text(new TextLabel(TextStyle::Heading, this))
    , m_detail(new TextLabel(TextStyle::Small, this))
    , m_continue(new QPushButton(this))
    , m_giveUp(new QPushButton(this))
    , m_question(new QWidget(this))
    , m_explanation(new TextLabel(TextStyle::Small, m_question))
    , m_confirm(new HoldButton(m_question))
    , m_reason(new QLineEdit(m_question))
    , m_giveUpNow(new QPushButton(m_question))
    , m_cancel(new QPushButton(m_question))
{
    build();
    connect(m_continue, &QPushButton::clicked, this, [this] {
        if (goesBack(m_item.status.plan.request.kind)) {
            Q_EMIT continued(id());
        } else {
            ask(Asking::Confirmation);
        }
    });
    connect(m_giveUp, &QPushButton::clicked, this, [this] { ask(Asking::Reason); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { ask(Asking::Nothing); });
    connect(m_reason, &QLineEdit::textChanged, this, &InterruptedRow::refresh);
    connect(m_confirm, &HoldButton::confirmed, this, [this] {
        ask(Asking::Nothing);
        Q_EMIT continued(id());
    });
    connect(m_giveUpNow, &QPushButton::clicked, this, [this] {
        const QString reason = m_reason->text().trimmed();
        ask(Asking::Nothing);
        Q_EMIT givenUp(id(), reason);
    });
    retranslateUi();
}

void InterruptedRow::build()
{
    setObjectName(QStringLiteral("interruptedRow"));
    m_continue->setObjectName(QStringLiteral("interruptedContinue"));
    m_giveUp->setObjectName(QStringLiteral("interruptedGiveUp"));
    m_confirm->setObjectName(QStringLiteral("interruptedConfirm"));
    m_reason->setObjectName(QStringLiteral("interruptedReason"));
    m_giveUpNow->setObjectName(QStringLiteral("interruptedGiveUpNow"));
    m_cancel->setObjectName(QStringLiteral("interruptedCancel"));
    m_text->setWordWrap(true);
    m_text->setTone(Tone::Warning);
    m_detail->setWordWrap(true);
    m_explanation->setWordWrap(true);
    m_explanation->setTone(Tone::Neutral);
    m_reason->setMaxLength(500);
    setButtonRole(*m_confirm, ButtonRole::Primary);
    for (QPushButton *button : {m_giveUp, m_cancel}) {
        setButtonRole(*button, ButtonRole::Plain);
    }
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_text);
    texts->addWidget(m_detail);
    auto *line = new QHBoxLayout;
    line->addLayout(texts, 1);
    line->addWidget(m_continue);
    line->addWidget(m_giveUp);
    auto *question = new QHBoxLayout(m_question);
    question->setContentsMargins(0, 0, 0, 0);
    question->addWidget(m_explanation, 1);
    question->addWidget(m_reason, 2);
    question->addWidget(m_confirm);
    question->addWidget(m_giveUpNow);
    question->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_question);
}

void InterruptedRow::setItem(const InterruptedItem &item, const QDateTime &now)
{
    m_item = item;
    m_now = now;
    refresh();
}

void InterruptedRow::ask(Asking what)
{
    m_asking = what;
    if (what == Asking::Nothing) {
        m_reason->clear();
    }
    refresh();
    QWidget *next = what == Asking::Reason         ? static_cast<QWidget *>(m_reason)
                    : what == Asking::Confirmation ? static_cast<QWidget *>(m_cancel)
                                                   : m_giveUp;
    next->setFocus();
}

void InterruptedRow::refresh()
{
    m_text->setText(interruptedText(m_item.status));
    const std::optional<Error> &error = m_item.problem ? m_item.problem : m_item.hindrance;
    m_detail->setTone(error ? Tone::Bad : Tone::Neutral);
    m_detail->setText(error ? errorText(*error)
                            //: under an interrupted operation: %1 is a person, %2 is "3 m ago"
                            : tr("Begun by %1, last sign of life %2.")
                                  .arg(safeText(m_item.status.actor, 60), agoText(m_item.lastSign, m_now)));
    const bool readable = !m_item.status.steps.isEmpty();
    m_continue->setEnabled(readable && !m_item.busy && !m_item.hindrance);
    m_continue->setToolTip(m_item.hindrance ? plainToolTip(errorText(*m_item.hindrance)) : QString());
    m_continue->setAccessibleDescription(m_text->text());
    m_giveUp->setEnabled(!m_item.busy);
    m_giveUp->setAccessibleDescription(m_text->text());
    m_question->setVisible(m_asking != Asking::Nothing);
    m_explanation->setText(
        m_asking == Asking::Reason
            ? tr("Nothing more is sent. The reason is recorded.")
            : tr("What was wanted is compared with what there is; only what is missing is sent."));
    m_confirm->setVisible(m_asking == Asking::Confirmation);
    m_confirm->setEnabled(m_continue->isEnabled());
    m_reason->setVisible(m_asking == Asking::Reason);
    m_giveUpNow->setVisible(m_asking == Asking::Reason);
    m_giveUpNow->setEnabled(!m_item.busy && !m_reason->text().trimmed().isEmpty());
}

void InterruptedRow::retranslateUi()
{
    //: button: goes on with an interrupted operation
    m_continue->setText(tr("Continue"));
    //: button: ends an interrupted operation without going on; asks for a reason
    m_giveUp->setText(tr("Give up…"));
    //: It must be held, or confirmed with Enter.
    m_confirm->setText(tr("Continue — hold, or press Enter"));
    m_reason->setPlaceholderText(tr("Reason (required)"));
    m_reason->setAccessibleName(tr("Reason for giving up"));
    //: button: ends an interrupted operation
    m_giveUpNow->setText(tr("Give up"));
    m_cancel->setText(tr("Cancel"));
    refresh();
}

void InterruptedRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

} // namespace signalbox
