// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/rollbackclicker.h"

#include "app/window/mainwindow.h"
#include "app/window/releasecontroller.h"
#include "tests/bench/statistics.h"
#include "tests/bench/waiting.h"
#include "widgets/controls/holdbutton.h"
#include "widgets/dialogs/actiondialog.h"
#include "widgets/panels/fleetpanel.h"

#include <QKeyEvent>

#include <memory>
#include <thread>

namespace signalbox::bench
{

using namespace std::chrono_literals;

namespace
{

/// Notices the key before the button does.
class KeyWatch final : public QObject
{
public:
    explicit KeyWatch(qint64 &noticedNs)
        : m_noticedNs(noticedNs)
    {
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress && m_noticedNs == 0) {
            m_noticedNs = monotonicNs();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    qint64 &m_noticedNs;
};

auto tooLong(const QString &what)
{
    return failure(ErrorCode::Timeout, ErrorLayer::Rule, what);
}

} // namespace

RollbackClicker::RollbackClicker(Console &console)
    : m_console(console)
{
}

Result<Done> RollbackClicker::openPreview(const ReleaseKey &key)
{
    MainWindow &window = *m_console.window();
    OperationDesk &desk = m_console.workspace()->desk();
    if (!waitUntil([&] { return m_console.workspace()->fleet().release(key) != nullptr; }, 30s)) {
        return tooLong(QStringLiteral("the release did not appear"));
    }
    window.fleet().select(key);
    const auto ready = [&] {
        const RollbackReadiness &readiness = desk.rollbackReadiness();
        return readiness.ready() && readiness.plan->request.release == key;
    };
    if (!waitUntil(ready, 30s)) {
        const RollbackReadiness &readiness = desk.rollbackReadiness();
        return tooLong(QStringLiteral("the rollback was not ready: ") +
                       (readiness.error ? readiness.error->detail : QStringLiteral("no answer")));
    }
    window.run(Command::RollBack);
    return Done{};
}

/// The key press comes from another thread at an arbitrary moment, as one from a keyboard does: if the GUI
/// thread is busy just then, the wait counts.
Result<RollbackClicker::Click> RollbackClicker::confirm(const ReleaseKey &key)
{
    ActionDialog *dialog = m_console.window()->release().dialog();
    auto *button = dialog ? dialog->findChild<HoldButton *>() : nullptr;
    if (!button || !waitUntil([button] { return button->isEnabled() && button->isVisible(); }, 10s)) {
        return tooLong(QStringLiteral("the preview offered no confirmation"));
    }
    std::uniform_int_distribution<int> wait(5'000, 40'000);
    const std::chrono::microseconds moment(wait(m_random));
    Click times;
    KeyWatch stations(times.confirmedNs);
    button->installEventFilter(&stations);
    const OperationDesk &desk = m_console.workspace()->desk();
    QObject::connect(&desk, &OperationDesk::operationChanged, &stations, [&](const ReleaseKey &changed) {
        const ReleaseOperation *operation = changed == key ? desk.operation(key) : nullptr;
        if (times.sentNs == 0 && operation && operation->status().steps.value(0).phase == StepPhase::Sent) {
            times.sentNs = monotonicNs();
        }
    });
    // Made here: the first key event of a program without a keyboard makes Qt add one to the application.
    auto press = std::make_unique<QKeyEvent>(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    std::thread finger([&times, &press, button, moment] {
        std::this_thread::sleep_for(moment);
        times.pressedNs = monotonicNs();
        QCoreApplication::postEvent(button, press.release());
    });
    const ReleaseOperation *operation = nullptr;
    const bool sent = waitUntil(
        [&] {
            operation = desk.operation(key);
            return operation && operation->status().steps.value(0).phase >= StepPhase::Accepted;
        },
        30s);
    finger.join();
    if (!sent) {
        return tooLong(operation ? QStringLiteral("the first call was not answered")
                                 : QStringLiteral("the confirmation started nothing"));
    }
    if (const std::optional<Error> error = operation->status().steps.first().error) {
        return tl::unexpected(*error);
    }
    return times;
}

Result<RollbackClicker::Click> RollbackClicker::click(const ReleaseKey &key)
{
    if (const Result<Done> opened = openPreview(key); !opened) {
        return tl::unexpected(opened.error());
    }
    Result<Click> clicked = confirm(key);
    if (ReleaseOperation *operation = m_console.workspace()->desk().operation(key)) {
        operation->stopByHand();
    }
    if (ActionDialog *dialog = m_console.window()->release().dialog()) {
        dialog->close();
    }
    return clicked;
}

} // namespace signalbox::bench
