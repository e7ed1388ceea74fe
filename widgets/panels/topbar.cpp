// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/topbar.h"

#include "widgets/style/chip.h"
#include "widgets/style/decisiontext.h"
#include "widgets/style/elidedlabel.h"
#include "widgets/style/errortext.h"
#include "widgets/style/format.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"
#include "widgets/style/textlabel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

namespace signalbox
{

namespace
{

struct Language {
    QString code;
    QString name; ///< always in itself
};

QVector<Language> languages()
{
    return {{QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("zh_TW"), QStringLiteral("繁體中文")},
            {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}};
}

} // namespace

TopBar::TopBar(QWidget *parent)
    : QFrame(parent)
    , m_brand(new TextLabel(TextStyle::Heading, this))
    , m_placeLabel(new ElidedLabel(TextStyle::Small, this))
    , m_productionBadge(new Chip(this))
    , m_chipLayout(new QHBoxLayout)
    , m_calendarChip(new Chip(this))
    , m_identityChip(new Chip(this))
    , m_personaMenu(new QMenu(m_identityChip))
    , m_languageButton(new Chip(this))
    , m_settings(new Chip(this))
{
    setObjectName(QStringLiteral("topBar"));
    m_brand->setText(QStringLiteral("Signalbox"));
    m_productionBadge->setLook({}, Tone::Bad, true);
    m_productionBadge->setInteractive(false);
    m_languageButton->setObjectName(QStringLiteral("languageButton"));
    auto *menu = new QMenu(m_languageButton);
    for (const Language &language : languages()) {
        QAction *action = menu->addAction(language.name);
        connect(action, &QAction::triggered, this,
                [this, code = language.code] { Q_EMIT languageRequested(code); });
    }
    m_languageButton->setLook({}, Tone::Neutral);
    m_settings->setLook({}, Tone::Neutral);
    m_identityChip->setObjectName(QStringLiteral("identityChip"));
    m_identityChip->setLook({}, Tone::Neutral);
    m_identityChip->setInteractive(false);
    m_calendarChip->setObjectName(QStringLiteral("calendarChip"));
    m_calendarChip->setInteractive(false);
    m_calendarChip->hide();
    m_personaMenu->setObjectName(QStringLiteral("personaMenu"));
    connect(m_identityChip, &Chip::clicked, this, &TopBar::openPersonas);
    connect(m_languageButton, &Chip::clicked, this, [this, menu] {
        menu->popup(m_languageButton->mapToGlobal(m_languageButton->rect().bottomLeft()));
    });
    m_settings->setObjectName(QStringLiteral("settingsButton"));
    connect(m_settings, &Chip::clicked, this, &TopBar::settingsRequested);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_brand);
    layout->addSpacing(fontMetrics().averageCharWidth());
    layout->addWidget(m_productionBadge);
    layout->addWidget(m_placeLabel, 1);
    layout->addLayout(m_chipLayout);
    layout->addWidget(m_calendarChip);
    layout->addWidget(m_identityChip);
    layout->addWidget(m_languageButton);
    layout->addWidget(m_settings);
    retranslateUi();
}

void TopBar::setPlace(const QStringList &place, bool production)
{
    m_place = place;
    m_production = production;
    showPlace();
}

void TopBar::setConnections(const QVector<ConnectionChip> &chips, const QDateTime &now)
{
    m_chips = chips;
    m_now = now;
    showChips();
}

void TopBar::setIdentity(const QString &identity, const QString &actingAs, Rights rights)
{
    m_identity = identity;
    m_actingAs = actingAs;
    m_rights = rights;
    showIdentity();
}

void TopBar::setLanguage(const QString &language)
{
    m_language = language;
    for (const Language &known : languages()) {
        if (known.code == language) {
            m_languageButton->setLabel(known.name);
            m_languageButton->setAccessibleDescription(tr("Language"));
        }
    }
}

void TopBar::showPlace()
{
    QStringList safe;
    for (const QString &part : std::as_const(m_place)) {
        safe.append(safeText(part, 60));
    }
    m_placeLabel->setFullText(safe.join(QStringLiteral(" › ")));
    m_productionBadge->setVisible(m_production);
    m_productionBadge->setLabel(tr("PRODUCTION"));
}

QString TopBar::chipText(const ConnectionChip &chip) const
{
    QString text = safeText(chip.name, 32);
    if (chip.state.isCurrent() && chip.latency.count() >= 0) {
        text = tr("%1 %2").arg(text, millisecondsText(static_cast<double>(chip.latency.count())));
    } else if (!chip.state.isCurrent()) {
        text = tr("%1 · %2").arg(text, freshnessText(chip.state.freshness));
    }
    if (chip.insecure) {
        //: Badge on a connection whose TLS certificate is not checked.
        text = tr("%1 · TLS not verified").arg(text);
    }
    if (chip.readOnly) {
        text = tr("%1 · read-only").arg(text);
    }
    return text;
}

QString TopBar::chipDetail(const ConnectionChip &chip) const
{
    QString detail = freshnessText(chip.state, m_now);
    if (chip.state.error) {
        detail += QLatin1Char('\n') + errorText(*chip.state.error);
    }
    return detail;
}

void TopBar::showChips()
{
    while (m_chipButtons.size() > m_chips.size()) {
        delete m_chipButtons.takeLast();
    }
    while (m_chipButtons.size() < m_chips.size()) {
        auto *button = new Chip(this);
        const auto index = m_chipButtons.size();
        button->setObjectName(QStringLiteral("connectionChip%1").arg(index));
        connect(button, &Chip::clicked, this,
                [this, index] { Q_EMIT connectionActivated(m_chips[index].id); });
        m_chipLayout->addWidget(button);
        m_chipButtons.append(button);
    }
    for (int index = 0; index < m_chips.size(); ++index) {
        const ConnectionChip &chip = m_chips[index];
        Chip *button = m_chipButtons[index];
        const bool alarming = chip.insecure || !chip.state.isCurrent();
        button->setLook(glyphOf(chip.state.freshness),
                        chip.insecure ? Tone::Bad : toneOf(chip.state.freshness), alarming);
        button->setLabel(chipText(chip));
        button->setToolTip(plainToolTip(chipDetail(chip)));
        button->setAccessibleDescription(chipDetail(chip));
    }
}

QString TopBar::rightsText() const
{
    switch (m_rights) {
    case Rights::Watch:
        //: beside the user's name: what the server lets this person do
        return tr("may only watch");
    case Rights::RollBack:
        return tr("may roll back, not promote");
    case Rights::Act:
        return tr("may promote");
    case Rights::Unknown:
        break;
    }
    return {};
}

void TopBar::setCalendar(const CalendarView &calendar, const QDateTime &now, TimeZoneChoice zone)
{
    m_calendar = calendar;
    m_calendarNow = now;
    m_zone = zone;
    showCalendar();
}

void TopBar::showCalendar()
{
    QString label;
    QString detail;
    Tone tone = Tone::Warning;
    if (m_calendar.state == CalendarState::Closed && m_calendar.closed) {
        const Closure &closure = *m_calendar.closed;
        //: the calendar forbids to go on; %1 is the entry that does
        label = tr("Closed: %1").arg(planText(closure.title, 60));
        detail = planText(closure.reason, 400) + QLatin1Char('\n') +
                 (closure.opens.isValid() ? tr("Opens %1").arg(dateTimeText(closure.opens, m_zone))
                                          : tr("The next opening is not known."));
        tone = Tone::Bad;
    } else if (m_calendar.state == CalendarState::Open && m_calendar.nextClosing.isValid() &&
               m_calendarNow.isValid()) {
        const std::chrono::seconds left(std::max<qint64>(0, m_calendarNow.secsTo(m_calendar.nextClosing)));
        //: the calendar will forbid to go on; %1 is a duration
        label = tr("Closes in %1").arg(durationText(left));
        detail = joinedText({safeText(LocalText::unpacked(m_calendar.nextEntry).in(QLocale().name()), 120),
                             dateTimeText(m_calendar.nextClosing, m_zone)});
    }
    m_calendarChip->setVisible(!label.isEmpty());
    m_calendarChip->setLook(tone == Tone::Bad ? Glyph::NoEntry : Glyph::Clock, tone, true);
    m_calendarChip->setLabel(label);
    m_calendarChip->setToolTip(plainToolTip(detail));
    m_calendarChip->setAccessibleDescription(detail);
}

void TopBar::setPersona(const Persona &present, const QVector<Persona> &personas)
{
    if (m_persona == present && m_personas == personas) {
        return;
    }
    m_persona = present;
    m_personas = personas;
    m_identityChip->setInteractive(!personas.isEmpty());
    showIdentity();
}

void TopBar::openPersonas()
{
    m_personaMenu->clear();
    for (const Persona &persona : std::as_const(m_personas)) {
        QStringList roles;
        for (const QString &role : persona.roles) {
            roles.append(safeText(role, 40));
        }
        QString text = joinedText({safeText(persona.id, 40), roles.join(QLatin1String(", "))});
        QAction *action = m_personaMenu->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(persona.id == m_persona.id);
        connect(action, &QAction::triggered, this, [this, id = persona.id] { Q_EMIT personaRequested(id); });
    }
    m_personaMenu->popup(m_identityChip->mapToGlobal(m_identityChip->rect().bottomLeft()));
}

void TopBar::showIdentity()
{
    QStringList parts;
    if (!m_persona.id.isEmpty()) {
        QStringList roles;
        for (const QString &role : std::as_const(m_persona.roles)) {
            roles.append(safeText(role, 40));
        }
        parts.append(safeText(m_persona.id, 40));
        parts.append(roles.isEmpty() ? tr("no role in this plan") : roles.join(QLatin1String(", ")));
    } else {
        const QString identity = safeText(m_identity, 40);
        parts.append(m_actingAs.isEmpty() ? identity
                                          : tr("%1 acting as %2").arg(identity, safeText(m_actingAs, 40)));
        if (const QString rights = rightsText(); !rights.isEmpty()) {
            parts.append(rights);
        }
    }
    m_identityChip->setLabel(joinedText(parts));
    m_identityChip->setToolTip(m_personas.isEmpty() ? QString()
                                                    : plainToolTip(tr("Play another person of this drill")));
    m_identityChip->setVisible(!m_identity.isEmpty() || !m_persona.id.isEmpty());
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QFrame::changeEvent(event);
}

void TopBar::retranslateUi()
{
    m_settings->setLabel(tr("Settings"));
    m_languageButton->setAccessibleDescription(tr("Language"));
    m_languageButton->setToolTip(tr("Language"));
    showPlace();
    showChips();
    showIdentity();
    showCalendar();
}

} // namespace signalbox
