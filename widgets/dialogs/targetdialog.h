// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QPair>
#include <QVector>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace signalbox
{

/// Asks for what an action is about before its preview: a revision to go to, or a container's new image.
class TargetDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Kind { Revision, Image };

    /// @param choices Revision: hash and version; Image: container and present image. External text.
    TargetDialog(Kind kind, const QVector<QPair<QString, QString>> &choices, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Revision: hash and empty; Image: container and new image.
    void chosen(const QString &first, const QString &second);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();
    void updateButtons();
    void accept() override;

    Kind m_kind;
    QVector<QPair<QString, QString>> m_choices;
    QLabel *m_choiceLabel;
    QComboBox *m_choice;
    QLabel *m_imageLabel;
    QLineEdit *m_image;
    QDialogButtonBox *m_buttons;
};

} // namespace signalbox
