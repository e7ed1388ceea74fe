// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/dialogs/settingsdialog.h"

#include "widgets/dialogs/connectionspage.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>

namespace signalbox
{

SettingsDialog::SettingsDialog(QWidget *parent)
    : QDialog(parent)
    , m_tabs(new QTabWidget(this))
    , m_connections(new ConnectionsPage(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setObjectName(QStringLiteral("settingsDialog"));
    m_tabs->setObjectName(QStringLiteral("settingsTabs"));
    m_tabs->addTab(buildGeneral(), QString());
    m_tabs->addTab(m_connections, QString());
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 34);
    retranslateUi();
}

QWidget *SettingsDialog::buildGeneral()
{
    auto *page = new QWidget(this);
    m_form = new QFormLayout(page);
    m_form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    m_form->setVerticalSpacing(10);
    m_language = new QComboBox(page);
    m_theme = new QComboBox(page);
    m_zone = new QComboBox(page);
    m_language->setObjectName(QStringLiteral("languageBox"));
    m_theme->setObjectName(QStringLiteral("themeBox"));
    m_zone->setObjectName(QStringLiteral("timeZoneBox"));
    // A language is always named in itself, so that a reader who got the wrong one finds the way back.
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("繁體中文"), QStringLiteral("zh_TW"));
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    for (int theme = 0; theme <= static_cast<int>(ThemeChoice::HighContrast); ++theme) {
        m_theme->addItem(QString(), theme);
    }
    m_zone->addItem(QString(), static_cast<int>(TimeZoneChoice::Local));
    m_zone->addItem(QString(), static_cast<int>(TimeZoneChoice::Utc));
    for (QComboBox *box : {m_language, m_theme, m_zone}) {
        auto *label = new QLabel(page);
        label->setBuddy(box);
        m_form->addRow(label, box);
        connect(box, &QComboBox::currentIndexChanged, this, &SettingsDialog::announce);
    }
    return page;
}

void SettingsDialog::setGeneral(const GeneralPreferences &preferences)
{
    const QSignalBlocker language(m_language);
    const QSignalBlocker theme(m_theme);
    const QSignalBlocker zone(m_zone);
    m_language->setCurrentIndex(qMax(0, m_language->findData(preferences.language)));
    m_theme->setCurrentIndex(static_cast<int>(preferences.theme));
    m_zone->setCurrentIndex(static_cast<int>(preferences.timeZone));
}

void SettingsDialog::showConnections()
{
    m_tabs->setCurrentWidget(m_connections);
}

void SettingsDialog::announce()
{
    Q_EMIT generalChanged({m_language->currentData().toString(),
                           static_cast<ThemeChoice>(m_theme->currentData().toInt()),
                           static_cast<TimeZoneChoice>(m_zone->currentData().toInt())});
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QDialog::changeEvent(event);
}

void SettingsDialog::retranslateUi()
{
    setWindowTitle(tr("Settings"));
    m_tabs->setTabText(0, tr("General"));
    m_tabs->setTabText(1, tr("Connections"));
    const QStringList labels{tr("Language"), tr("Theme"), tr("Times in")};
    const QVector<QComboBox *> boxes{m_language, m_theme, m_zone};
    for (int row = 0; row < boxes.size(); ++row) {
        qobject_cast<QLabel *>(m_form->labelForField(boxes[row]))->setText(labels[row]);
        boxes[row]->setAccessibleName(labels[row]);
    }
    m_tabs->setAccessibleName(tr("Settings pages"));
    m_theme->setItemText(0, tr("Follow the system"));
    m_theme->setItemText(1, tr("Light"));
    m_theme->setItemText(2, tr("Dark"));
    m_theme->setItemText(3, tr("High contrast"));
    m_zone->setItemText(0, tr("Local time"));
    m_zone->setItemText(1, tr("UTC"));
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
}

} // namespace signalbox
