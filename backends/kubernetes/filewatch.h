// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace signalbox::kubernetes
{

/// Tells when one of a few small files is written, replaced, removed or made, however its writer does it:
/// in place, by renaming another file over it, or by turning a symbolic link elsewhere. Watches the files,
/// their directories, and where symbolic links lead. Several changes in a row are told once. GUI thread.
class FileWatch final : public QObject
{
    Q_OBJECT

public:
    /// @param calm how long nothing may happen before a change is told; an edit takes more than one step
    explicit FileWatch(std::chrono::milliseconds calm = std::chrono::milliseconds(200),
                       QObject *parent = nullptr);

    /// @param files absolute paths; they need not exist
    void setFiles(const QStringList &files);

Q_SIGNALS:
    void changed();

private:
    void look();
    /// Watching ends with the file that was watched, so it begins anew after each change.
    void watchAgain();

    QStringList m_files;
    QHash<QString, QByteArray> m_known; ///< digest of each file, by path
    QFileSystemWatcher m_watcher;
    QTimer m_calm;
};

} // namespace signalbox::kubernetes
