// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/preferences.h"
#include "widgets/style/themecolors.h"

#include <QObject>
#include <QPalette>

class QApplication;

namespace signalbox
{

/// Dresses the application: Fusion, a palette and one style sheet. With ThemeChoice::System it follows the
/// desktop's palette, also when that changes while running. One object for the life of the application.
class Theme final : public QObject
{
    Q_OBJECT

public:
    enum class StyleSheet { AtOnce, Held };
    /// @param styleSheet Held: not before releaseStyleSheet(). Under a style sheet every new parent polishes
    /// the whole subtree again, which makes building a large window several times as expensive.
    explicit Theme(QApplication &application, StyleSheet styleSheet = StyleSheet::AtOnce);
    void releaseStyleSheet();

    void setMode(ThemeChoice mode);
    [[nodiscard]] ThemeChoice mode() const { return m_mode; }
    [[nodiscard]] ThemeKind kind() const { return m_kind; }

    [[nodiscard]] static QPalette paletteFor(ThemeKind kind);
    /// The style sheet of one theme, made from the one template.
    [[nodiscard]] static QString styleSheetFor(ThemeKind kind);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private:
    void apply();
    [[nodiscard]] ThemeKind systemKind() const;

    QApplication &m_application;
    ThemeChoice m_mode = ThemeChoice::System;
    ThemeKind m_kind = ThemeKind::Light;
    bool m_applied = false;
    bool m_sheetHeld;
    bool m_applying = false;
};

} // namespace signalbox
