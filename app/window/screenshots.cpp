// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/screenshots.h"

#include "app/window/connectionscontroller.h"
#include "app/window/console.h"
#include "app/window/mainwindow.h"
#include "app/window/releasecontroller.h"
#include "widgets/dialogs/actiondialog.h"
#include "widgets/dialogs/commandpalette.h"
#include "widgets/dialogs/settingsdialog.h"
#include "widgets/panels/fleetpanel.h"

#include <QApplication>
#include <QCheckBox>
#include <QPixmap>

#include <cstdio>

namespace signalbox
{

namespace
{

constexpr int pollMilliseconds = 100;
constexpr int settlingPolls = 5;
constexpr int patience = 60000 / pollMilliseconds;

struct Look {
    const char *language;
    ThemeChoice theme;
    const char *themeName;
};

constexpr Look looks[] = {
    {"en", ThemeChoice::Dark, "dark"},    {"en", ThemeChoice::Light, "light"},
    {"zh_TW", ThemeChoice::Dark, "dark"}, {"zh_TW", ThemeChoice::Light, "light"},
    {"zh_CN", ThemeChoice::Dark, "dark"}, {"zh_CN", ThemeChoice::Light, "light"},
};

} // namespace

Screenshots::Screenshots(Console &console, const QString &folder)
    : m_console(console)
    , m_folder(folder)
{
    m_timer.setInterval(pollMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Screenshots::poll);
    connect(&console, &Console::opened, this, &Screenshots::begin);
}

void Screenshots::begin()
{
    if (!m_folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "signalbox: cannot write to %s\n", qPrintable(m_folder.path()));
        QCoreApplication::exit(1);
        return;
    }
    addPages();
    addDialogs();
    if (m_console.ownsDrill()) { // these change what they show
        addRollback();
        addOutage();
    }
    next();
}

bool Screenshots::factsAreIn() const
{
    const auto &shown = m_console.window()->release().shown();
    const Release *release = shown ? m_console.workspace()->fleet().release(*shown) : nullptr;
    return release && release->source.isCurrent() && !release->revisions.isEmpty();
}

bool Screenshots::chartsAreIn() const
{
    if (!factsAreIn()) {
        return false;
    }
    const MetricsStore &metrics = m_console.workspace()->metrics();
    const QVector<MetricPanel> &panels = metrics.panels();
    return !metrics.hasServer(m_console.window()->release().shown()->cluster) ||
           std::any_of(panels.cbegin(), panels.cend(),
                       [](const MetricPanel &panel) { return panel.canary.size() > 10; });
}

void Screenshots::selectRelease(const std::function<bool(const Release &)> &wanted)
{
    const QVector<Release> releases = m_console.workspace()->fleet().releases();
    const auto best = std::max_element(
        releases.cbegin(), releases.cend(), [&wanted](const Release &left, const Release &right) {
            const auto rank = [&wanted](const Release &release) {
                return (wanted(release) ? 2 : 0) + (release.inProgress() ? 1 : 0);
            };
            return rank(left) < rank(right);
        });
    if (best != releases.cend() && wanted(*best)) {
        m_console.window()->fleet().select(best->key);
    }
}

void Screenshots::addPages()
{
    MainWindow *window = m_console.window();
    const auto tab = [this, window](const char *name, Command command, std::function<bool()> ready,
                                    RolloutStrategy strategy) {
        m_pages.append({QString::fromLatin1(name),
                        [this, window, command, strategy] {
                            selectRelease(
                                [strategy](const Release &release) { return release.strategy == strategy; });
                            window->run(command);
                        },
                        std::move(ready),
                        {},
                        {}});
    };
    m_pages.append({QStringLiteral("start"),
                    {},
                    [this] { return !m_console.workspace()->fleet().releases().isEmpty(); },
                    {},
                    {}});
    tab(
        "canary", Command::CanaryTab, [this] { return chartsAreIn(); }, RolloutStrategy::Canary);
    tab(
        "go-no-go", Command::ChecklistTab,
        [this] { return factsAreIn() && m_console.workspace()->decisions().view().plansKnown; },
        RolloutStrategy::Canary);
    tab(
        "plan", Command::PlanTab,
        [this] { return factsAreIn() && m_console.workspace()->decisions().view().plansKnown; },
        RolloutStrategy::Canary);
    tab(
        "timeline", Command::TimelineTab, [this] { return factsAreIn(); }, RolloutStrategy::Canary);
    tab(
        "pods", Command::PodsTab,
        [this, window] {
            const auto &shown = window->release().shown();
            const ClusterStore *cluster =
                shown ? m_console.workspace()->fleet().cluster(shown->cluster) : nullptr;
            return cluster && cluster->source(ResourceKind::Pod).isCurrent();
        },
        RolloutStrategy::Canary);
    tab(
        "blue-green", Command::BlueGreenTab, [this] { return factsAreIn(); }, RolloutStrategy::BlueGreen);
}

void Screenshots::addDialogs()
{
    MainWindow *window = m_console.window();
    const auto preview = [this, window](const char *name, ActionKind kind) {
        m_pages.append({QString::fromLatin1(name),
                        [this, window, kind] {
                            selectRelease([](const Release &release) {
                                return release.strategy == RolloutStrategy::Canary && release.inProgress() &&
                                       !release.aborted;
                            });
                            window->run(Command::CanaryTab);
                            window->release().requestAction(kind);
                        },
                        [this, window, kind] {
                            const auto &shown = window->release().shown();
                            // What is refused has no preview, so there is no picture of it.
                            return !shown || !m_console.workspace()->desk().decision(kind, *shown).allowed ||
                                   (window->release().dialog() &&
                                    window->release().dialog()->plan().has_value());
                        },
                        [window]() -> QWidget * { return window->release().dialog(); },
                        [window] { delete window->release().dialog(); }});
    };
    preview("promote-preview", ActionKind::Promote);
    preview("rollback-preview", ActionKind::RollBack);
    m_pages.append({QStringLiteral("settings"),
                    [window] { window->run(Command::Settings); },
                    {},
                    [window]() -> QWidget * { return window->connections().dialog(); },
                    {}});
    m_pages.append({QStringLiteral("connections"),
                    [window] {
                        window->connections().showConnections(window->release().shown()
                                                                  ? window->release().shown()->cluster.value()
                                                                  : QString());
                    },
                    {},
                    [window]() -> QWidget * { return window->connections().dialog(); },
                    [window] { delete window->connections().dialog(); }});
    m_pages.append({QStringLiteral("palette"),
                    [window] { window->run(Command::Palette); },
                    {},
                    [window]() -> QWidget * { return &window->palettePopup(); },
                    [window] { window->palettePopup().reject(); }});
}

void Screenshots::addRollback()
{
    MainWindow *window = m_console.window();
    // After all that only looks, because it really rolls back.
    m_pages.append({QStringLiteral("rollback"),
                    [this, window] {
                        window->run(Command::CanaryTab);
                        const RollbackReadiness &readiness =
                            m_console.workspace()->desk().rollbackReadiness();
                        if (readiness.plan) {
                            m_console.workspace()->desk().start(*readiness.plan,
                                                                QStringLiteral("login success 88 % < 90 %"));
                        }
                    },
                    [this, window] {
                        const auto &shown = window->release().shown();
                        const ReleaseOperation *operation =
                            shown ? m_console.workspace()->desk().operation(*shown) : nullptr;
                        return operation && operation->status().currentStep >= 1;
                    },
                    {},
                    {}});
}

void Screenshots::addOutage()
{
    // The very last: nothing answers after it.
    m_pages.append({QStringLiteral("unreachable"),
                    [this] {
                        const auto changed = m_console.window()->release().shown();
                        selectRelease([&changed](const Release &release) {
                            return release.strategy == RolloutStrategy::Canary &&
                                   (!changed || !(release.key == *changed));
                        });
                        m_console.stopDrill();
                    },
                    [this] {
                        const auto &shown = m_console.window()->release().shown();
                        const Release *release =
                            shown ? m_console.workspace()->fleet().release(*shown) : nullptr;
                        return release && !release->source.isCurrent() &&
                               !m_console.workspace()->metrics().serverState(shown->cluster).isCurrent();
                    },
                    {},
                    {}});
}

void Screenshots::next()
{
    ++m_current;
    m_waited = 0;
    m_settling = 0;
    if (m_current >= m_pages.size()) {
        QCoreApplication::exit(m_incomplete == 0 ? 0 : 1);
        return;
    }
    if (m_pages[m_current].open) {
        m_pages[m_current].open();
    }
    m_timer.start();
}

void Screenshots::poll()
{
    const Page &page = m_pages[m_current];
    const bool ready = !page.ready || page.ready();
    if (!ready && ++m_waited < patience) {
        m_settling = 0;
        return;
    }
    // What gathers changes for a moment before it shows them gets that moment.
    if (ready && ++m_settling < settlingPolls) {
        return;
    }
    m_timer.stop();
    if (!ready) {
        ++m_incomplete;
        std::fprintf(stderr, "signalbox: page %s did not fill\n", qPrintable(page.name));
    }
    render(page);
    if (page.close) {
        page.close();
    }
    // Rendering ran the event loop; go on from a clean stack.
    QMetaObject::invokeMethod(this, &Screenshots::next, Qt::QueuedConnection);
}

void Screenshots::render(const Page &page)
{
    for (const Look &look : looks) {
        m_console.settings().setLanguage(QString::fromLatin1(look.language));
        m_console.settings().setTheme(look.theme);
        // Layouts and polish settle over several rounds of posted events.
        for (int round = 0; round < 6; ++round) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
        QWidget *widget = page.widget ? page.widget() : m_console.window();
        if (widget) {
            const QString file =
                QStringLiteral("%1-%2-%3.png")
                    .arg(page.name, QString::fromLatin1(look.language), QString::fromLatin1(look.themeName));
            if (!widget->grab().save(m_folder.filePath(file))) {
                ++m_incomplete;
            }
        }
    }
}

} // namespace signalbox
