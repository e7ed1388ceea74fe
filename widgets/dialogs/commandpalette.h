// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QVector>

class QLineEdit;
class QListWidget;

namespace signalbox
{

/// One thing the palette can do or go to.
struct PaletteEntry {
    QString id;    ///< returned by chosen()
    QString title; ///< in the reader's language; external names inside are already safe
    QString detail;
    QString keywords; ///< more words to find it by, for example the names other tools use
    bool enabled = true;
};

/// Ctrl+K: type a few letters of anything, Enter to go there. Nothing that changes a cluster is done from
/// here directly; actions open their preview.
class CommandPalette final : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent = nullptr);

    void setEntries(const QVector<PaletteEntry> &entries);

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslateUi();
    void refill();
    void accept() override;

    QLineEdit *m_filter;
    QListWidget *m_list;
    QVector<PaletteEntry> m_entries;
};

} // namespace signalbox
