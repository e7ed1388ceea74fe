// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dialogs/decisiondialog.h"

#include "widgets/style/buttonrole.h"
#include "widgets/style/textlabel.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox
{

namespace
{

TextLabel *wrapped(TextStyle style, QWidget *parent)
{
    auto *label = new TextLabel(style, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

DecisionDialog::DecisionDialog(std::function<DecisionForm()> form, QWidget *parent)
    : QDialog(parent)
    , m_makeForm(std::move(form))
    , m_form(m_makeForm())
    , m_title(wrapped(TextStyle::Title, this))
    , m_lines(wrapped(TextStyle::Body, this))
    , m_choiceLabel(new TextLabel(TextStyle::Body, this))
    , m_choice(new QComboBox(this))
    , m_reasonLabel(new TextLabel(TextStyle::Body, this))
    , m_reason(new QPlainTextEdit(this))
    , m_linkLabel(new TextLabel(TextStyle::Body, this))
    , m_link(new QLineEdit(this))
    , m_untilLabel(new TextLabel(TextStyle::Body, this))
    , m_until(new QDateTimeEdit(this))
    , m_problem(wrapped(TextStyle::Body, this))
    , m_cancel(new QPushButton(this))
    , m_confirm(new QPushButton(this))
{
    setObjectName(QStringLiteral("decisionDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_reason, &QPlainTextEdit::textChanged, this, &DecisionDialog::updateConfirm);
    connect(m_link, &QLineEdit::textChanged, this, &DecisionDialog::updateConfirm);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &DecisionDialog::updateConfirm);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        setProblem({});
        Q_EMIT confirmed(input());
    });
    retranslateUi();
    m_cancel->setFocus();
}

void DecisionDialog::build()
{
    m_title->setObjectName(QStringLiteral("decisionTitle"));
    m_lines->setObjectName(QStringLiteral("decisionLines"));
    m_choice->setObjectName(QStringLiteral("decisionChoice"));
    m_reason->setObjectName(QStringLiteral("decisionReason"));
    m_link->setObjectName(QStringLiteral("decisionLink"));
    m_until->setObjectName(QStringLiteral("decisionUntil"));
    m_problem->setObjectName(QStringLiteral("decisionProblem"));
    m_cancel->setObjectName(QStringLiteral("decisionCancel"));
    m_confirm->setObjectName(QStringLiteral("decisionConfirm"));
    static_cast<TextLabel *>(m_problem)->setTone(Tone::Bad);
    m_problem->hide();
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(fontMetrics().height() * 4);
    m_link->setMaxLength(500);
    m_until->setTimeSpec(Qt::UTC);
    m_until->setCalendarPopup(true);
    m_until->setDateTime(m_form.until);
    m_until->setMaximumDateTime(m_form.latest.isValid() ? m_form.latest : m_until->maximumDateTime());
    m_cancel->setDefault(true);
    m_confirm->setAutoDefault(false);
    setButtonRole(*m_confirm, m_form.isDanger ? ButtonRole::Danger : ButtonRole::Primary);
    for (const auto &[id, text] : std::as_const(m_form.choices)) {
        m_choice->addItem(text, id);
    }
    auto *fields = new QFormLayout;
    fields->setRowWrapPolicy(QFormLayout::WrapAllRows);
    addField(*fields, m_choiceLabel, m_choice, !m_form.choiceLabel.isEmpty());
    addField(*fields, m_reasonLabel, m_reason, !m_form.reasonLabel.isEmpty());
    addField(*fields, m_linkLabel, m_link, !m_form.linkLabel.isEmpty());
    addField(*fields, m_untilLabel, m_until, !m_form.untilLabel.isEmpty());
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(fontMetrics().height() * 2 / 3);
    column->addWidget(m_title);
    column->addWidget(m_lines);
    column->addLayout(fields);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    setMinimumWidth(fontMetrics().height() * 30);
}

void DecisionDialog::addField(QFormLayout &form, QLabel *label, QWidget *field, bool wanted)
{
    label->setVisible(wanted);
    field->setVisible(wanted);
    if (wanted) {
        label->setBuddy(field);
        form.addRow(label, field);
    }
}

void DecisionDialog::setBusy(bool busy)
{
    m_busy = busy;
    updateConfirm();
}

void DecisionDialog::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    setBusy(false);
}

DecisionInput DecisionDialog::input() const
{
    DecisionInput input;
    input.reason = m_reason->toPlainText().trimmed().left(2000);
    input.link = m_link->text().trimmed();
    input.choice = m_choice->currentData().toString();
    input.until = m_form.untilLabel.isEmpty() ? QDateTime() : m_until->dateTime().toUTC();
    return input;
}

void DecisionDialog::updateConfirm()
{
    const DecisionInput now = input();
    const bool isDue = m_form.reasonRequired ||
                       (!m_form.choiceWithReason.isEmpty() && now.choice == m_form.choiceWithReason);
    const bool isReasonMissing = isDue && now.reason.isEmpty();
    const bool isProofMissing = m_form.proofRequired && now.reason.isEmpty() && now.link.isEmpty();
    m_confirm->setEnabled(!m_busy && !isReasonMissing && !isProofMissing);
    m_confirm->setToolTip(isReasonMissing  ? tr("A reason is required.")
                          : isProofMissing ? tr("A comment or a link is required.")
                                           : QString());
}

void DecisionDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_form = m_makeForm();
        retranslateUi();
    }
    QDialog::changeEvent(event);
}

void DecisionDialog::retranslateUi()
{
    setWindowTitle(m_form.title);
    m_title->setText(m_form.title);
    m_lines->setText(m_form.lines.join(QLatin1Char('\n')));
    m_lines->setVisible(!m_form.lines.isEmpty());
    m_choiceLabel->setText(m_form.choiceLabel);
    m_choice->setAccessibleName(m_form.choiceLabel);
    for (int index = 0; index < m_choice->count() && index < m_form.choices.size(); ++index) {
        m_choice->setItemText(index, m_form.choices.at(index).second);
    }
    //: %1 is the name of a field that has to be filled in
    m_reasonLabel->setText(m_form.reasonRequired ? tr("%1 (required)").arg(m_form.reasonLabel)
                                                 : m_form.reasonLabel);
    m_reason->setAccessibleName(m_form.reasonLabel);
    m_linkLabel->setText(m_form.linkLabel);
    m_link->setAccessibleName(m_form.linkLabel);
    m_untilLabel->setText(m_form.untilLabel);
    m_until->setAccessibleName(m_form.untilLabel);
    m_cancel->setText(tr("Cancel"));
    m_confirm->setText(m_form.confirm);
    updateConfirm();
}

} // namespace signalbox
