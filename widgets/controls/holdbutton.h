// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QPushButton>
#include <QTimer>

namespace signalbox
{

/// A push button that fires only after it was held down for 1.5 s, or when Enter is pressed while it has the
/// focus: the second of two deliberate gestures. A plain click does nothing but start the filling bar.
class HoldButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit HoldButton(QWidget *parent = nullptr);

    static constexpr int holdMilliseconds = 1500;

Q_SIGNALS:
    void confirmed();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void stopHolding();
    void tick();

    QTimer m_timer;
    QElapsedTimer m_held;
};

} // namespace signalbox
