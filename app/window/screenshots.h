// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QObject>
#include <QTimer>

#include <functional>

namespace signalbox
{

class Console;
struct Release;

/// Renders every page in the three languages and two themes into a folder, then ends the program. Needs no
/// display (platform "offscreen"). A page is rendered once its facts are there; one that does not fill within
/// a minute is rendered as it is and named on stderr, and the program ends with 1. Only a drill of the
/// console's own is acted on, for a rollback and an outage; on any other cluster nothing is changed.
class Screenshots final : public QObject
{
    Q_OBJECT

public:
    /// @param console outlives this
    Screenshots(Console &console, const QString &folder);

private:
    struct Page {
        QString name;
        std::function<void()> open;
        std::function<bool()> ready;
        std::function<QWidget *()> widget; ///< what is rendered; null: the window
        std::function<void()> close;
    };
    void begin();
    void addPages();
    void addDialogs();
    void addRollback();
    void addOutage();
    void next();
    void poll();
    void render(const Page &page);
    /// Selects a release that shows the page best; the present one if none does.
    void selectRelease(const std::function<bool(const Release &)> &wanted);
    [[nodiscard]] bool factsAreIn() const;
    [[nodiscard]] bool chartsAreIn() const;

    Console &m_console;
    QDir m_folder;
    QVector<Page> m_pages;
    int m_current = -1;
    int m_settling = 0; ///< polls since the page was ready
    int m_waited = 0;
    int m_incomplete = 0;
    QTimer m_timer;
};

} // namespace signalbox
