// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/windowlayout.h"

#include <QMainWindow>
#include <QSettings>
#include <QSplitter>

namespace signalbox
{

void WindowLayout::restore(QMainWindow &window) const
{
    if (m_file.isEmpty()) {
        return;
    }
    const QSettings state(m_file, QSettings::IniFormat);
    window.restoreGeometry(state.value(QStringLiteral("geometry")).toByteArray());
    for (QSplitter *splitter : window.findChildren<QSplitter *>()) {
        splitter->restoreState(state.value(splitter->objectName()).toByteArray());
    }
}

void WindowLayout::save(const QMainWindow &window) const
{
    if (m_file.isEmpty()) {
        return;
    }
    QSettings state(m_file, QSettings::IniFormat);
    state.setValue(QStringLiteral("geometry"), window.saveGeometry());
    for (const QSplitter *splitter : window.findChildren<QSplitter *>()) {
        state.setValue(splitter->objectName(), splitter->saveState());
    }
}

} // namespace signalbox
