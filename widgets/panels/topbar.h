// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/freshness.h"
#include "models/domain/rights.h"
#include "models/operations/decisionview.h"
#include "widgets/style/format.h"

#include <QFrame>
#include <QVector>

#include <chrono>

class QHBoxLayout;
class QMenu;

namespace signalbox
{

class Chip;
class ElidedLabel;
class TextLabel;

/// One connection as the top bar shows it.
struct ConnectionChip {
    QString id;   ///< returned by connectionActivated()
    QString name; ///< external text
    SourceState state;
    std::chrono::milliseconds latency{-1}; ///< negative: not measured
    bool insecure = false;                 ///< TLS is not verified: permanent badge
    bool readOnly = false;
    bool operator==(const ConnectionChip &) const = default;
};

/// A person a rehearsal can be played as, with their roles. External text.
struct Persona {
    QString id;
    QStringList roles;
    bool operator==(const Persona &) const = default;
};

/// Where you are, what you are connected to and how fresh that is, who you are, language and settings.
class TopBar final : public QFrame
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    /// @param place cluster, namespace, release; external text. @param production paints the frame edge
    void setPlace(const QStringList &place, bool production);
    void setConnections(const QVector<ConnectionChip> &chips, const QDateTime &now);
    /// @param identity user name; @param actingAs impersonated user, empty if none; @param rights on the
    /// release on screen
    void setIdentity(const QString &identity, const QString &actingAs, Rights rights);
    /// When the calendar of the governing plan closes next, or why it is closed.
    void setCalendar(const CalendarView &calendar, const QDateTime &now, TimeZoneChoice zone);
    /// Who decides at this desk. With personas (drill) the chip is a menu to change that.
    void setPersona(const Persona &present, const QVector<Persona> &personas);
    void setLanguage(const QString &language);

Q_SIGNALS:
    void connectionActivated(const QString &id);
    void personaRequested(const QString &id);
    void languageRequested(const QString &language);
    void settingsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();
    void showPlace();
    void showChips();
    void showIdentity();
    void showCalendar();
    void openPersonas();
    [[nodiscard]] QString rightsText() const;
    [[nodiscard]] QString chipText(const ConnectionChip &chip) const;
    [[nodiscard]] QString chipDetail(const ConnectionChip &chip) const;

    QStringList m_place;
    bool m_production = false;
    QVector<ConnectionChip> m_chips;
    QDateTime m_now;
    QString m_identity;
    QString m_actingAs;
    Rights m_rights = Rights::Unknown;
    CalendarView m_calendar;
    QDateTime m_calendarNow;
    TimeZoneChoice m_zone = TimeZoneChoice::Local;
    Persona m_persona;
    QVector<Persona> m_personas;
    QString m_language;
    TextLabel *m_brand;
    ElidedLabel *m_placeLabel;
    Chip *m_productionBadge;
    QHBoxLayout *m_chipLayout;
    QVector<Chip *> m_chipButtons;
    Chip *m_calendarChip;
    Chip *m_identityChip;
    QMenu *m_personaMenu;
    Chip *m_languageButton;
    Chip *m_settings;
};

} // namespace signalbox
