// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/languagecontroller.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QLoggingCategory>

namespace signalbox
{

LanguageController::LanguageController(QObject *parent)
    : QObject(parent)
{
}

void LanguageController::setLanguage(const QString &language)
{
    if (language == m_language) {
        return;
    }
    m_language = language;
    const QLocale locale(language == QLatin1String("en") ? QStringLiteral("en_GB") : language);
    // Widgets read the default locale while they retranslate, so it comes first.
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    // Qt's own texts are English to begin with; ours need a file even then, for "1 call" and "2 calls".
    if (language != QLatin1String("en") &&
        m_qt.load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
    if (m_own.load(QStringLiteral(":/i18n/signalbox_") + language)) {
        QCoreApplication::installTranslator(&m_own);
    } else {
        qWarning("no translation built in for %s", qPrintable(language));
    }
    Q_EMIT languageChanged(language);
}

} // namespace signalbox
