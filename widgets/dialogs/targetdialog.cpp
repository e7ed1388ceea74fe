// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dialogs/targetdialog.h"

#include "widgets/style/safetext.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace signalbox
{

TargetDialog::TargetDialog(Kind kind, const QVector<QPair<QString, QString>> &choices, QWidget *parent)
    : QDialog(parent)
    , m_kind(kind)
    , m_choices(choices)
    , m_choiceLabel(new QLabel(this))
    , m_choice(new QComboBox(this))
    , m_imageLabel(new QLabel(this))
    , m_image(new QLineEdit(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(QStringLiteral("targetDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_choice->setObjectName(QStringLiteral("targetChoice"));
    m_image->setObjectName(QStringLiteral("imageEdit"));
    for (const auto &[id, text] : choices) {
        m_choice->addItem(kind == Kind::Revision ? tr("%1 (%2)").arg(safeText(text, 80), safeText(id, 20))
                                                 : safeText(id, 80),
                          id);
    }
    auto *form = new QFormLayout(this);
    form->addRow(m_choiceLabel, m_choice);
    m_choiceLabel->setBuddy(m_choice);
    m_imageLabel->setBuddy(m_image);
    form->addRow(m_imageLabel, m_image);
    form->addRow(m_buttons);
    m_imageLabel->setVisible(kind == Kind::Image);
    m_image->setVisible(kind == Kind::Image);
    m_image->setMinimumWidth(fontMetrics().height() * 26);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (m_kind == Kind::Image && index >= 0 && index < m_choices.size()) {
            m_image->setText(m_choices[index].second);
        }
    });
    connect(m_image, &QLineEdit::textChanged, this, &TargetDialog::updateButtons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &TargetDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (kind == Kind::Image && !choices.isEmpty()) {
        m_image->setText(choices.first().second);
    }
    retranslateUi();
    updateButtons();
}

void TargetDialog::updateButtons()
{
    const bool named = m_kind == Kind::Revision || !m_image->text().trimmed().isEmpty();
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_choice->currentIndex() >= 0 && named);
}

void TargetDialog::accept()
{
    const QString first = m_choice->currentData().toString();
    const QString second = m_kind == Kind::Image ? m_image->text().trimmed() : QString();
    QDialog::accept();
    Q_EMIT chosen(first, second);
}

void TargetDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QDialog::changeEvent(event);
}

void TargetDialog::retranslateUi()
{
    setWindowTitle(m_kind == Kind::Revision ? tr("Go back to which revision?") : tr("Set which image?"));
    m_choiceLabel->setText(m_kind == Kind::Revision ? tr("Revision") : tr("Container"));
    m_choice->setAccessibleName(m_choiceLabel->text());
    m_imageLabel->setText(tr("Image"));
    m_image->setAccessibleName(m_imageLabel->text());
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Preview…"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

} // namespace signalbox
