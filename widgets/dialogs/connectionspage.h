// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/dialogs/connectionform.h"

#include <QVector>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;

namespace signalbox
{

/// List of contexts with a form for each: connect, Prometheus, Alertmanager, namespaces, read-only,
/// production. Contexts are dialled only when the user connects them.
class ConnectionsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionsPage(QWidget *parent = nullptr);

    /// Keeps the selection by name.
    void setContexts(const QVector<ContextItem> &contexts);
    void select(const QString &context);
    /// Files or entries of the kubeconfig that could not be read, each as one line.
    void setProblems(const QStringList &problems);
    [[nodiscard]] ConnectionForm &form() const { return *m_form; }

Q_SIGNALS:
    void openRequested(const QString &context);
    void closeRequested(const QString &context);
    void preferencesChanged(const QString &context, const signalbox::ClusterPreferences &preferences);
    /// A password or bearer token was typed. It goes to the system keychain, never into a file.
    void secretEntered(const QString &context, const QString &secret);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();
    void buildList();
    void showSigns();
    void filterList();
    void showCurrent();
    [[nodiscard]] int rowOf(const QString &context) const;
    void remember(const QString &context, const ClusterPreferences &preferences);
    [[nodiscard]] const ContextItem *current() const;

    QVector<ContextItem> m_contexts;
    QLineEdit *m_filter;
    QListWidget *m_list;
    QLabel *m_problems;
    ConnectionForm *m_form;
};

} // namespace signalbox
