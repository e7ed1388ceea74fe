// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dialogs/generalpage.h"

#include "widgets/dialogs/profilebox.h"
#include "widgets/style/format.h"
#include "widgets/style/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox
{

namespace
{

using Items = QVector<QPair<QString, QVariant>>;

template <typename Number> QVariant number(Number value)
{
    return static_cast<int>(value);
}

} // namespace

GeneralPage::GeneralPage(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(fontMetrics().height() / 2);
    buildAppearance(*column);
    buildNotifications(*column);
    buildCharts(*column);
    column->addStretch(1);
    retranslateUi();
}

TextLabel *GeneralPage::addTitle(QVBoxLayout &column)
{
    auto *title = new TextLabel(TextStyle::Heading, this);
    title->setContentsMargins(0, column.count() == 0 ? 0 : fontMetrics().height(), 0, 0);
    column.addWidget(title);
    return title;
}

TextLabel *GeneralPage::addNote(QVBoxLayout &column)
{
    auto *note = new TextLabel(TextStyle::Small, this);
    note->setTone(Tone::Neutral);
    note->setWordWrap(true);
    column.addWidget(note);
    return note;
}

GeneralPage::Choice GeneralPage::addChoice(QFormLayout &form, const char *objectName)
{
    const Choice choice{new QLabel(this), new QComboBox(this)};
    choice.box->setObjectName(QLatin1String(objectName));
    choice.box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    choice.box->setMinimumWidth(fontMetrics().height() * 14);
    choice.label->setBuddy(choice.box);
    form.addRow(choice.label, choice.box);
    connect(choice.box, &QComboBox::currentIndexChanged, this, &GeneralPage::announce);
    return choice;
}

/// @param items replace those of the box; none: they stay
void GeneralPage::fill(const Choice &choice, const QString &label, const Items &items, const QVariant &chosen)
{
    const QSignalBlocker blocker(choice.box);
    choice.label->setText(label);
    choice.box->setAccessibleName(label);
    if (!items.isEmpty()) {
        choice.box->clear();
    }
    for (const auto &[text, value] : items) {
        choice.box->addItem(text, value);
    }
    choice.box->setCurrentIndex(std::max(0, choice.box->findData(chosen)));
}

void GeneralPage::buildAppearance(QVBoxLayout &column)
{
    m_appearance = addTitle(column);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    column.addLayout(form);
    m_language = addChoice(*form, "languageBox");
    m_theme = addChoice(*form, "themeBox");
    m_zone = addChoice(*form, "timeZoneBox");
    // A language is always named in itself, so that a reader who got the wrong one finds the way back.
    const QSignalBlocker blocker(m_language.box);
    m_language.box->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language.box->addItem(QStringLiteral("繁體中文"), QStringLiteral("zh_TW"));
    m_language.box->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
}

void GeneralPage::buildNotifications(QVBoxLayout &column)
{
    m_notifications = addTitle(column);
    for (int topic = 0; topic < notificationTopicCount; ++topic) {
        auto *box = new QCheckBox(this);
        box->setObjectName(QStringLiteral("notify%1").arg(topic));
        column.addWidget(box);
        connect(box, &QCheckBox::clicked, this, &GeneralPage::announce);
        m_topics.append(box);
    }
    m_notificationNote = addNote(column);
}

void GeneralPage::buildCharts(QVBoxLayout &column)
{
    m_charts = addTitle(column);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    column.addLayout(form);
    m_range = addChoice(*form, "chartRangeBox");
    m_profile = addChoice(*form, "defaultProfileBox");
    m_chartNote = addNote(column);
}

void GeneralPage::setPreferences(const GeneralPreferences &preferences)
{
    m_preferences = preferences;
    retranslateUi();
}

void GeneralPage::setProfiles(const QStringList &ids)
{
    m_profiles = ids;
    retranslateUi();
}

void GeneralPage::announce()
{
    GeneralPreferences chosen;
    chosen.language = m_language.box->currentData().toString();
    chosen.theme = static_cast<ThemeChoice>(m_theme.box->currentData().toInt());
    chosen.timeZone = static_cast<TimeZoneChoice>(m_zone.box->currentData().toInt());
    for (int topic = 0; topic < m_topics.size(); ++topic) {
        if (m_topics.at(topic)->isChecked()) {
            chosen.topics.append(static_cast<NotificationTopic>(topic));
        }
    }
    chosen.chartRange = std::chrono::seconds(m_range.box->currentData().toInt());
    chosen.profile = m_profile.box->currentData().toString();
    if (chosen != m_preferences) {
        m_preferences = chosen;
        Q_EMIT changed(chosen);
    }
}

void GeneralPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

void GeneralPage::retranslateUi()
{
    retranslateAppearance();
    retranslateNotifications();
    retranslateCharts();
    alignLabels();
}

void GeneralPage::retranslateAppearance()
{
    m_appearance->setText(tr("Appearance"));
    fill(m_language, tr("Language"), {}, m_preferences.language);
    fill(m_theme, tr("Theme"),
         {{tr("Follow the system"), number(ThemeChoice::System)},
          {tr("Light"), number(ThemeChoice::Light)},
          {tr("Dark"), number(ThemeChoice::Dark)},
          {tr("High contrast"), number(ThemeChoice::HighContrast)}},
         number(m_preferences.theme));
    fill(m_zone, tr("Times in"),
         {{tr("Local time"), number(TimeZoneChoice::Local)}, {tr("UTC"), number(TimeZoneChoice::Utc)}},
         number(m_preferences.timeZone));
}

void GeneralPage::retranslateNotifications()
{
    m_notifications->setText(tr("Desktop notifications"));
    const QStringList topics{tr("A release waits for a decision"),
                             tr("A release broke, was aborted, or its analysis is inconclusive"),
                             tr("A rollback is done, or an operation failed"),
                             tr("Contact with a cluster is lost")};
    for (int topic = 0; topic < m_topics.size(); ++topic) {
        m_topics.at(topic)->setText(topics.at(topic));
        m_topics.at(topic)->setChecked(m_preferences.topics.contains(static_cast<NotificationTopic>(topic)));
    }
    m_notificationNote->setText(tr("At most six a minute. A click shows the release."));
}

void GeneralPage::retranslateCharts()
{
    m_charts->setText(tr("Charts and verification"));
    Items ranges;
    for (const std::chrono::seconds range : chartRanges) {
        //: how far back the charts reach; %1 is a duration
        ranges.append({tr("Last %1").arg(durationText(range)), number(range.count())});
    }
    fill(m_range, tr("Charts show"), ranges, number(m_preferences.chartRange.count()));
    fill(m_profile, tr("Metric profile"), {}, {});
    fillProfiles(*m_profile.box, m_profiles, {}, m_preferences.profile);
    m_chartNote->setText(tr("The profile names the queries that are charted and verified with. A cluster can "
                            "name another one under Connections."));
}

/// Fields of both forms start at one line.
void GeneralPage::alignLabels()
{
    int widest = 0;
    const QVector<Choice> choices{m_language, m_theme, m_zone, m_range, m_profile};
    for (const Choice &choice : choices) {
        widest = std::max(widest, choice.label->sizeHint().width());
    }
    for (const Choice &choice : choices) {
        choice.label->setMinimumWidth(widest);
    }
}

} // namespace signalbox
