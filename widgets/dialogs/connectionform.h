// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/freshness.h"
#include "models/domain/preferences.h"
#include "models/domain/result.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

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

/// What can be set for one context. Changes are announced when a field is left.
class ConnectionForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionForm(QWidget *parent = nullptr);

    /// None: there is no context to edit.
    void setItem(const std::optional<ContextItem> &item);
    /// The same context with the same settings in another state: what is being typed stays.
    void updateState(const ContextItem &item);
    /// @param known ids of metric profiles; @param fallback the one of clusters that name none, empty: the
    /// first
    void setProfiles(const QStringList &known, const QString &fallback);

Q_SIGNALS:
    void openRequested(const QString &context);
    void closeRequested(const QString &context);
    void preferencesChanged(const QString &context, const signalbox::ClusterPreferences &preferences);
    void secretEntered(const QString &context, const QString &secret);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Field {
        QLabel *label = nullptr;
        QLineEdit *edit = nullptr;
    };
    void buildMetrics();
    void buildCluster();
    void buildSummary(QVBoxLayout &column);
    [[nodiscard]] TextLabel *newGroup();
    [[nodiscard]] Field addField(const char *objectName);
    void addBox(QLabel *&label, QComboBox *&box, const char *objectName);
    static void setName(const Field &field, const QString &text);
    void retranslateUi();
    void retranslateMetrics();
    void showItem();
    void showToggle();
    void showSummary();
    void showFieldsFor(MetricsAuth auth);
    void toggleConnection();
    [[nodiscard]] ClusterPreferences entered() const;
    void apply();
    void dropSecrets(MetricsServerSettings &metrics);

    std::optional<ContextItem> m_item;
    QStringList m_profiles;
    QString m_fallbackProfile;
    QFormLayout *m_form;
    TextLabel *m_title;
    TextLabel *m_summary;
    QPushButton *m_toggle;
    QLabel *m_authLabel = nullptr;
    QComboBox *m_auth = nullptr;
    QLabel *m_profileLabel = nullptr;
    QComboBox *m_profile = nullptr;
    Field m_prometheus, m_proxy, m_user, m_secret, m_bearerFile, m_certificate, m_key, m_ca, m_headers,
        m_alertmanager, m_namespaces;
    TextLabel *m_metricsTitle = nullptr;
    TextLabel *m_clusterTitle = nullptr;
    TextLabel *m_session = nullptr;
    TextLabel *m_secretHint = nullptr;
    QCheckBox *m_readOnly;
    QCheckBox *m_production;
};

} // namespace signalbox
