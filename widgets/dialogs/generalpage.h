// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/notification.h"
#include "models/domain/preferences.h"

#include <QVector>
#include <QWidget>

#include <chrono>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace signalbox
{

class TextLabel;

/// What the "General" page edits.
struct GeneralPreferences {
    QString language;
    ThemeChoice theme = ThemeChoice::System;
    TimeZoneChoice timeZone = TimeZoneChoice::Local;
    QVector<NotificationTopic> topics; ///< that are worth a desktop notification
    std::chrono::seconds chartRange{1800};
    QString profile; ///< of clusters that name none; empty: the first one
    bool operator==(const GeneralPreferences &) const = default;
};

/// Settings that hold for every cluster: appearance, notifications, charts. Changes apply at once and are
/// announced by a signal; nothing is stored here.
class GeneralPage final : public QWidget
{
    Q_OBJECT

public:
    explicit GeneralPage(QWidget *parent = nullptr);

    void setPreferences(const GeneralPreferences &preferences);
    /// Ids of the metric profiles that can be chosen; the first one holds where none is.
    void setProfiles(const QStringList &ids);

Q_SIGNALS:
    void changed(const signalbox::GeneralPreferences &preferences);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Choice {
        QLabel *label = nullptr;
        QComboBox *box = nullptr;
    };
    void buildAppearance(QVBoxLayout &column);
    void buildNotifications(QVBoxLayout &column);
    void buildCharts(QVBoxLayout &column);
    [[nodiscard]] TextLabel *addTitle(QVBoxLayout &column);
    [[nodiscard]] TextLabel *addNote(QVBoxLayout &column);
    [[nodiscard]] Choice addChoice(QFormLayout &form, const char *objectName);
    static void fill(const Choice &choice, const QString &label,
                     const QVector<QPair<QString, QVariant>> &items, const QVariant &chosen);
    void retranslateUi();
    void retranslateAppearance();
    void retranslateNotifications();
    void retranslateCharts();
    void alignLabels();
    void announce();

    GeneralPreferences m_preferences;
    QStringList m_profiles;
    TextLabel *m_appearance = nullptr;
    TextLabel *m_notifications = nullptr;
    TextLabel *m_notificationNote = nullptr;
    TextLabel *m_charts = nullptr;
    TextLabel *m_chartNote = nullptr;
    Choice m_language, m_theme, m_zone, m_range, m_profile;
    QVector<QCheckBox *> m_topics; ///< by NotificationTopic
};

} // namespace signalbox
