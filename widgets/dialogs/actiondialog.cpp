// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dialogs/actiondialog.h"

#include "widgets/controls/holdbutton.h"
#include "widgets/style/buttonrole.h"
#include "widgets/style/errortext.h"
#include "widgets/style/fonts.h"
#include "widgets/style/format.h"
#include "widgets/style/messagetext.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox
{

ActionDialog::ActionDialog(ActionRequest request, const QString &targetText, bool reasonRequired,
                           QWidget *parent)
    : QDialog(parent)
    , m_request(std::move(request))
    , m_target(targetText)
    , m_reasonRequired(reasonRequired)
    , m_title(new QLabel(this))
    , m_where(new QLabel(this))
    , m_consequences(new QLabel(this))
    , m_showCalls(new QCheckBox(this))
    , m_calls(new QPlainTextEdit(this))
    , m_reasonLabel(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_cancel(new QPushButton(this))
    , m_confirm(new HoldButton(this))
{
    setObjectName(QStringLiteral("actionDialog"));
    buildLayout();
    connect(m_showCalls, &QCheckBox::toggled, m_calls, &QWidget::setVisible);
    connect(m_reason, &QLineEdit::textChanged, this, &ActionDialog::updateConfirm);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &HoldButton::confirmed, this, [this] {
        if (m_plan && m_confirm->isEnabled()) {
            const ActionPlan plan = *m_plan;
            accept();
            Q_EMIT confirmed(plan, reason());
        }
    });
    retranslateUi();
    m_cancel->setFocus();
}

void ActionDialog::buildLayout()
{
    for (QLabel *label : {m_title, m_where, m_consequences, m_reasonLabel}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_title->setFont(Fonts::font(TextStyle::Title));
    m_where->setFont(Fonts::font(TextStyle::Small));
    m_calls->setReadOnly(true);
    m_calls->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_calls->setFont(Fonts::font(TextStyle::Mono));
    m_calls->hide();
    m_reasonLabel->setBuddy(m_reason);
    m_reason->setMaxLength(500);
    m_showCalls->setObjectName(QStringLiteral("showCalls"));
    m_calls->setObjectName(QStringLiteral("callsView"));
    m_reason->setObjectName(QStringLiteral("reasonEdit"));
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_confirm->setObjectName(QStringLiteral("confirmButton"));
    m_cancel->setDefault(true);
    setButtonRole(*m_confirm, m_request.kind == ActionKind::RollBack || m_request.kind == ActionKind::Abort
                                  ? ButtonRole::Danger
                                  : ButtonRole::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(fontMetrics().height() * 2 / 3);
    for (QWidget *widget : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_where),
                            static_cast<QWidget *>(m_consequences), static_cast<QWidget *>(m_showCalls)}) {
        layout->addWidget(widget);
    }
    layout->addWidget(m_calls, 1);
    layout->addWidget(m_reasonLabel);
    layout->addWidget(m_reason);
    layout->addLayout(buttons);
    setMinimumWidth(fontMetrics().height() * 38);
}

void ActionDialog::setPlan(const ActionPlan &plan)
{
    m_plan = plan;
    m_error.reset();
    retranslateUi();
}

void ActionDialog::setError(const Error &error)
{
    m_plan.reset();
    m_error = error;
    retranslateUi();
}

QString ActionDialog::reason() const
{
    return m_reason->text().trimmed();
}

QString ActionDialog::callsText() const
{
    QStringList lines;
    if (m_plan) {
        for (const ActionStep &step : m_plan->steps) {
            for (const ApiCall &call : step.calls) {
                lines.append(QString::fromLatin1(call.method) + QLatin1Char(' ') + safeText(call.path, 400));
                lines.append(QString::fromLatin1(call.contentType));
                lines.append(safeText(QString::fromUtf8(call.body), 20000, LineBreaks::Keep));
                lines.append(QString());
            }
        }
    }
    return lines.join(QLatin1Char('\n'));
}

void ActionDialog::updateConfirm()
{
    m_confirm->setEnabled(m_plan.has_value() && (!m_reasonRequired || !reason().isEmpty()));
}

void ActionDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QDialog::changeEvent(event);
}

QString ActionDialog::titleText() const
{
    const QString verb = actionText(m_request.kind);
    const QString name = safeText(m_request.release.name);
    const QString target = safeText(m_target);
    if (m_target.isEmpty()) {
        return tr("%1 %2", "verb and object").arg(verb, name);
    }
    switch (m_request.kind) {
    case ActionKind::Undo:
        //: title of a preview: %1 is a release, %2 the number of a revision
        return tr("Undo %1 to revision %2").arg(name, target);
    case ActionKind::SetImage:
        //: title of a preview: %1 is a release, %2 a container image
        return tr("Set the image of %1 to %2").arg(name, target);
    case ActionKind::TerminateAnalysis:
        //: title of a preview: %1 is a release, %2 the name of an AnalysisRun
        return tr("Terminate analysis %2 of %1").arg(name, target);
    default:
        //: Title of a preview: verb, object, target version. Example: Roll back checkout to 2.4.0
        return tr("%1 %2 to %3", "verb, object, target").arg(verb, name, target);
    }
}

void ActionDialog::retranslateUi()
{
    const QString verb = actionText(m_request.kind);
    const QString title = titleText();
    setWindowTitle(title);
    m_title->setText(title);
    m_where->setText(
        tr("Cluster %1, namespace %2")
            .arg(safeText(m_request.release.cluster.value()), safeText(m_request.release.namespaceName)));
    QStringList lines;
    if (m_error) {
        lines.append(errorText(*m_error));
        if (m_error->code == ErrorCode::Changed || m_error->code == ErrorCode::Conflict) {
            lines.append(safeText(m_error->detail, 400)); // what changed
        }
    } else if (!m_plan) {
        lines.append(tr("Asking the server what would happen…"));
    } else {
        for (const Message &consequence : m_plan->consequences) {
            lines.append(QStringLiteral("• ") + messageText(consequence));
        }
        if (m_plan->expected.count() > 0) {
            lines.append(tr("• Takes about %1; budget %2.")
                             .arg(durationText(m_plan->expected), durationText(m_plan->budget)));
        }
    }
    m_consequences->setText(lines.join(QLatin1Char('\n')));
    m_showCalls->setText(
        tr("Show the %n call(s) that will be sent", nullptr, m_plan ? m_plan->callCount() : 0));
    m_showCalls->setVisible(m_plan.has_value());
    m_calls->setPlainText(callsText());
    m_calls->setAccessibleName(tr("Calls"));
    m_reasonLabel->setText(m_reasonRequired ? tr("Reason (required)") : tr("Reason (may follow later)"));
    m_reason->setAccessibleName(tr("Reason"));
    m_cancel->setText(tr("Cancel"));
    //: The button repeats the verb; it must be held, or confirmed with Enter.
    m_confirm->setText(tr("%1 — hold, or press Enter").arg(verb));
    updateConfirm();
}

} // namespace signalbox
