// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/freshness.h"
#include "models/domain/preferences.h"
#include "models/domain/result.h"

#include <QVector>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace signalbox
{

class TextLabel;

/// One kubeconfig context as the user sees it.
struct ContextItem {
    QString name;
    QString server;
    QString file; ///< kubeconfig file that named it
    bool open = false;
    std::optional<Freshness> link; ///< of an open one
    QString
        sessionPrometheus; ///< set for this session by the command line or the drill; wins over the settings
    std::optional<Error> linkError; ///< of an open one that is not reached
    std::optional<Error> problem;   ///< why it cannot be used
    ClusterPreferences preferences;
    bool operator==(const ContextItem &) const = default;
};

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

Q_SIGNALS:
    void openRequested(const QString &context);
    void closeRequested(const QString &context);
    void preferencesChanged(const QString &context, const signalbox::ClusterPreferences &preferences);
    /// A password or bearer token was typed. It goes to the system keychain, never into a file.
    void secretEntered(const QString &context, const QString &secret);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Field {
        QLabel *label = nullptr;
        QLineEdit *edit = nullptr;
    };
    void retranslateUi();
    void buildList();
    void buildForm();
    void addGroup(TextLabel *&title);
    void showSigns();
    [[nodiscard]] Field addField(const QString &objectName);
    void filterList();
    void showSummary();
    void showCurrent();
    [[nodiscard]] int rowOf(const QString &context) const;
    void dropSecrets(MetricsServerSettings &metrics);
    void showFieldsFor(MetricsAuth auth);
    void toggleConnection();
    void apply();
    [[nodiscard]] const ContextItem *current() const;

    QVector<ContextItem> m_contexts;
    QLineEdit *m_filter;
    QListWidget *m_list;
    QLabel *m_problems;
    QFormLayout *m_form;
    QLabel *m_summary;
    QPushButton *m_toggle;
    QLabel *m_authLabel = nullptr;
    QComboBox *m_auth = nullptr;
    Field m_prometheus, m_proxy, m_user, m_secret, m_bearerFile, m_certificate, m_key, m_ca, m_headers,
        m_alertmanager, m_profile, m_namespaces;
    TextLabel *m_metricsTitle = nullptr;
    TextLabel *m_clusterTitle = nullptr;
    TextLabel *m_session = nullptr;
    TextLabel *m_secretHint = nullptr;
    QCheckBox *m_readOnly;
    QCheckBox *m_production;
};

} // namespace signalbox
