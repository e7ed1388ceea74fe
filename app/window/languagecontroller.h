// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTranslator>

namespace signalbox
{

/// Switches the language at run time: our translations, Qt's own, the default locale and the fonts.
/// Languages are "en", "zh_TW", "zh_CN". GUI thread.
class LanguageController final : public QObject
{
    Q_OBJECT

public:
    explicit LanguageController(QObject *parent = nullptr);

    void setLanguage(const QString &language);
    [[nodiscard]] QString language() const { return m_language; }

Q_SIGNALS:
    /// After widgets got their LanguageChange event; for item models, which do not.
    void languageChanged(const QString &language);

private:
    QTranslator m_own;
    QTranslator m_qt;
    QString m_language;
};

} // namespace signalbox
