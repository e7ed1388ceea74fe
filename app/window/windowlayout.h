// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QMainWindow;

namespace signalbox
{

/// Size and splitters of a window in a file of their own, apart from the user's settings.
class WindowLayout
{
public:
    /// @param file empty: nothing is read or written
    explicit WindowLayout(const QString &file)
        : m_file(file)
    {
    }
    /// Splitters are found by their object names.
    void restore(QMainWindow &window) const;
    void save(const QMainWindow &window) const;

private:
    QString m_file;
};

} // namespace signalbox
