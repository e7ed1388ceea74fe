// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/console.h"

#include "app/window/firstpaint.h"
#include "app/window/mainwindow.h"
#include "widgets/style/errortext.h"
#include "widgets/style/fonts.h"
#include "widgets/style/theme.h"

#include <QLocale>
#include <QTimer>

#include <cstdio>

namespace signalbox
{

Console::Console(QApplication &application, ConsoleOptions options)
    : m_application(application)
    , m_options(std::move(options))
    , m_paths(Paths::standard(m_options.configDirectory))
    , m_settings(m_paths.settings)
    , m_theme(std::make_unique<Theme>(application, Theme::StyleSheet::Held))
{
    applyLanguage();
    m_theme->setMode(m_settings.theme());
    connect(&m_settings, &Settings::languageChanged, this, &Console::applyLanguage);
    connect(&m_settings, &Settings::themeChanged, m_theme.get(), &Theme::setMode);
}

Console::~Console() = default;

void Console::applyLanguage()
{
    m_language.setLanguage(m_settings.language());
    Fonts::apply(m_application, QLocale());
}

void Console::start()
{
    if (m_options.drill.isEmpty()) {
        openWorkspace({});
        return;
    }
    m_drill = std::make_unique<DrillProcess>();
    connect(m_drill.get(), &DrillProcess::ready, this, &Console::onDrillReady);
    connect(m_drill.get(), &DrillProcess::failed, this, [](const Error &error) {
        std::fprintf(stderr, "signalbox: %s\n%s\n", qPrintable(errorText(error)), qPrintable(error.detail));
        QCoreApplication::exit(1);
    });
    QStringList arguments{m_options.drill};
    if (!m_options.speed.isEmpty()) {
        arguments << QStringLiteral("--speed") << m_options.speed;
    }
    m_drill->start(arguments);
}

void Console::stopDrill()
{
    m_drill.reset();
}

void Console::onDrillReady(const DrillProcess::Ready &drill)
{
    m_options.kubeconfig = drill.kubeconfig;
    m_options.alertmanager = drill.alertmanager;
    m_prometheusOf = drill.prometheus;
    openWorkspace(m_options.context.isEmpty() ? drill.contexts : QStringList{m_options.context});
}

void Console::openWorkspace(const QStringList &contexts)
{
    m_workspace = std::make_unique<Workspace>(
        m_settings, WorkspaceOptions{m_options.kubeconfig, m_options.prometheus, m_prometheusOf,
                                     m_options.alertmanager, m_paths.data, m_paths.metricsFile, m_paths.plans,
                                     m_options.rehearsal || !m_options.drill.isEmpty()});
    if (const double speed = m_options.speed.toDouble(); speed > 1) {
        JudgementCadence cadence; // as many looks fall into a step as in earnest
        cadence.rhythm = std::chrono::milliseconds(
            static_cast<std::int64_t>(static_cast<double>(cadence.rhythm.count()) / speed));
        m_workspace->judgements().setCadence(cadence);
    }
    const bool keepLayout = !m_options.safeMode && m_options.screenshots.isEmpty();
    m_window = std::make_unique<MainWindow>(*m_workspace, m_settings, keepLayout ? m_paths.state : QString());
    m_theme->releaseStyleSheet();
    if (FirstPaintProbe::isWanted()) {
        new FirstPaintProbe(m_window.get());
    }
    m_window->show();
    // Dialling loads certificates and starts threads: the first paint goes ahead of it.
    QTimer::singleShot(0, this, [this, contexts] { openContexts(contexts); });
}

void Console::openContexts(const QStringList &contexts)
{
    QStringList wanted = contexts;
    if (wanted.isEmpty()) {
        const QString current =
            m_options.context.isEmpty() ? m_workspace->contexts().currentContext : m_options.context;
        if (!current.isEmpty()) {
            wanted.append(current);
        }
    }
    for (const QString &context : std::as_const(wanted)) {
        if (const Result<Done> opened = m_workspace->open(context); !opened) {
            m_window->showProblem(context, opened.error());
        }
    }
    Q_EMIT opened();
}

} // namespace signalbox
