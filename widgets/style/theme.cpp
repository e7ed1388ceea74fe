// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/theme.h"

#include "widgets/style/consolestyle.h"

#include <QApplication>
#include <QEvent>
#include <QStyle>

namespace signalbox
{

namespace
{

// Few selectors on purpose: every rule costs at start. Names in @…@ are the fields of ThemeColors.
const char *const sheetTemplate = R"(
QToolTip { color: @text@; background: @raised@; border: 1px solid @borderStrong@; padding: 4px; }
QPushButton { color: @text@; background: @raised@; border: 1px solid @borderStrong@; border-radius: 4px;
    padding: 5px 12px; }
QPushButton:hover { border-color: @muted@; }
QPushButton:pressed { background: @border@; }
QPushButton:disabled { color: @muted@; background: @surface@; border-color: @border@; }
QPushButton:focus { border: 2px solid @accent@; padding: 4px 11px; }
QPushButton[role="primary"] { color: @accentText@; background: @accent@; border-color: @accent@; }
QPushButton[role="danger"] { color: @onTone@; background: @bad@; border-color: @bad@; font-weight: 600; }
QPushButton[role="primary"]:disabled, QPushButton[role="danger"]:disabled { color: @muted@;
    background: @surface@; border-color: @border@; }
QPushButton[role="primary"]:focus, QPushButton[role="danger"]:focus { border: 2px solid @text@; }
QPushButton[role="plain"] { background: transparent; border-color: transparent; }
QPushButton[role="plain"]:hover { background: @raised@; }
QPushButton[role="plain"]:focus { border: 2px solid @accent@; }
QLineEdit, QPlainTextEdit, QTextEdit { color: @text@; background: @input@; border: 1px solid @borderStrong@;
    border-radius: 4px; padding: 5px 8px; selection-background-color: @accent@; selection-color: @accentText@; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent@; padding: 4px 7px; }
#topBar, #statusStrip, #fleetPanel, #decisionsPanel { background: @surface@; }
#topBar { border-bottom: 1px solid @border@; }
#statusStrip { border-top: 1px solid @border@; }
QMenu { color: @text@; background: @raised@; border: 1px solid @borderStrong@; padding: 4px; }
QMenu::item { padding: 5px 20px; border-radius: 4px; }
QMenu::item:selected { color: @accentText@; background: @accent@; }
QMenu::item:disabled { color: @muted@; background: transparent; }
QMenu::separator { height: 1px; background: @border@; margin: 4px 8px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { color: @muted@; background: transparent; border: none; border-bottom: 2px solid transparent;
    padding: 7px 2px; margin-right: 20px; }
QTabBar::tab:selected { color: @text@; border-bottom-color: @accent@; }
QTabBar::tab:hover { color: @text@; }
QTabBar::tab:focus { border-bottom-color: @text@; }
QTabWidget::pane { border: none; border-top: 1px solid @border@; }
QHeaderView { background: transparent; border: none; font-size: 8.6pt; }
QHeaderView::section { color: @muted@; background: transparent; border: none;
    border-bottom: 1px solid @border@; padding: 4px 6px; font-weight: normal; }
QTableView, QTreeView, QListView { color: @text@; background: transparent; alternate-background-color: transparent;
    border: none; gridline-color: @border@; selection-background-color: @raised@; selection-color: @text@; }
QListWidget::item { padding: 7px 8px; border-radius: 4px; border-left: 3px solid transparent; }
QListWidget::item:selected { color: @text@; background: @raised@; border-left: 3px solid @accent@; }
QComboBox QAbstractItemView { background: @raised@; border: 1px solid @borderStrong@; padding: 2px;
    selection-color: @accentText@; selection-background-color: @accent@; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @borderStrong@; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @muted@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @border@; }
)";

struct NamedColor {
    const char *name;
    QColor ThemeColors::*field;
};

// Longer names first where one starts with another.
constexpr NamedColor namedColors[] = {
    {"@canvas@", &ThemeColors::canvas},
    {"@surface@", &ThemeColors::surface},
    {"@raised@", &ThemeColors::raised},
    {"@input@", &ThemeColors::input},
    {"@borderStrong@", &ThemeColors::borderStrong},
    {"@border@", &ThemeColors::border},
    {"@text@", &ThemeColors::text},
    {"@muted@", &ThemeColors::muted},
    {"@accentText@", &ThemeColors::accentText},
    {"@accent@", &ThemeColors::accent},
    {"@bad@", &ThemeColors::bad},
    {"@onTone@", &ThemeColors::onTone},
};

} // namespace

Theme::Theme(QApplication &application, StyleSheet styleSheet)
    : m_application(application)
    , m_sheetHeld(styleSheet == StyleSheet::Held)
{
    m_application.setStyle(new ConsoleStyle);
    m_application.installEventFilter(this);
    apply();
}

void Theme::releaseStyleSheet()
{
    if (m_sheetHeld) {
        m_sheetHeld = false;
        m_application.setStyleSheet(styleSheetFor(m_kind));
    }
}

void Theme::setMode(ThemeChoice mode)
{
    if (m_mode == mode && m_applied) {
        return;
    }
    m_mode = mode;
    apply();
}

QPalette Theme::paletteFor(ThemeKind kind)
{
    const ThemeColors &colors = themeColors(kind);
    QPalette palette(colors.text, colors.raised, colors.borderStrong, colors.border, colors.borderStrong,
                     colors.text, colors.text, colors.surface, colors.canvas);
    palette.setColor(QPalette::AlternateBase, colors.raised);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, colors.accentText);
    palette.setColor(QPalette::Link, colors.info);
    palette.setColor(QPalette::LinkVisited, colors.info);
    palette.setColor(QPalette::ToolTipBase, colors.raised);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.muted);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, colors.muted);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.border);
    return palette;
}

QString Theme::styleSheetFor(ThemeKind kind)
{
    const ThemeColors &colors = themeColors(kind);
    QString sheet = QString::fromLatin1(sheetTemplate);
    for (const NamedColor &named : namedColors) {
        sheet.replace(QLatin1String(named.name), (colors.*named.field).name());
    }
    return sheet;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // Sent to each window when the desktop's theme changes; ours are changes of the application palette.
    if (event->type() == QEvent::ThemeChange && m_mode == ThemeChoice::System && !m_applying) {
        apply();
    }
    return QObject::eventFilter(watched, event);
}

ThemeKind Theme::systemKind() const
{
    // An unset application palette is the desktop's own.
    QApplication::setPalette(QPalette());
    return themeKindOf(QApplication::palette());
}

void Theme::apply()
{
    m_applying = true;
    ThemeKind kind = ThemeKind::Light;
    switch (m_mode) {
    case ThemeChoice::System:
        kind = systemKind();
        break;
    case ThemeChoice::Light:
        break;
    case ThemeChoice::Dark:
        kind = ThemeKind::Dark;
        break;
    case ThemeChoice::HighContrast:
        kind = ThemeKind::HighContrast;
        break;
    }
    QApplication::setPalette(paletteFor(kind));
    if (!m_sheetHeld && (!m_applied || kind != m_kind)) {
        m_application.setStyleSheet(styleSheetFor(kind));
    }
    m_kind = kind;
    m_applied = true;
    m_applying = false;
    Q_EMIT changed();
}

} // namespace signalbox
