// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The reference for starting: what a window costs that shows nothing but one label. Shares no code with the
// console, on purpose.

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QMainWindow>

#include <cstdio>
#include <ctime>

namespace
{

class BareWindow final : public QMainWindow
{
public:
    bool event(QEvent *event) override
    {
        const bool handled = QMainWindow::event(event);
        if (event->type() == QEvent::Paint && !m_painted) {
            m_painted = true;
            // Handled after the paint under way has been flushed.
            QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
        } else if (event->type() == QEvent::User) {
            timespec now{};
            ::clock_gettime(CLOCK_MONOTONIC, &now);
            std::printf("%lld\n", static_cast<long long>(now.tv_sec) * 1'000'000'000 + now.tv_nsec);
            std::fflush(stdout);
            QCoreApplication::quit();
        }
        return handled;
    }

private:
    bool m_painted = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    BareWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("Signalbox"), &window));
    window.resize(1480, 940);
    window.show();
    return QApplication::exec();
}
