// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QWidget;

namespace signalbox
{

/// For measuring: when SIGNALBOX_EXIT_AFTER_FIRST_PAINT=1 is set, writes the monotonic time in nanoseconds to
/// standard output once the first paint of a window has been flushed, and ends the program. Without the
/// variable, isWanted() is false and nobody needs a probe.
class FirstPaintProbe final : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] static bool isWanted();

    /// Install before the window is shown. The window owns the probe.
    explicit FirstPaintProbe(QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void customEvent(QEvent *event) override;

private:
    bool m_painted = false;
};

} // namespace signalbox
