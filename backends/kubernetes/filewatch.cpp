// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/filewatch.h"

#include "backends/kubernetes/kubeconfigfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace signalbox::kubernetes
{

namespace
{

constexpr int longestLinkChain = 16;
constexpr qint64 mostBytes = maxKubeconfigBytes + 1;

/// Differs when the content does. Dates would not do: the kernel's clock for files stands still for
/// milliseconds, and a second write within them looks like the first. Empty: there is no file.
QByteArray lookOf(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return {};
    }
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly)) {
        return "unreadable";
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(file.read(mostBytes)); // what is beyond is refused by the reader anyway
    return hash.result();
}

/// The nearest directory above that exists: a first file may come with its directory.
QString directoryAbove(const QString &path)
{
    QDir directory = QFileInfo(path).dir();
    while (!directory.exists() && !directory.isRoot()) {
        directory = QFileInfo(directory.path()).dir();
    }
    return directory.path();
}

/// The path and every place its symbolic links lead to, each with its directory.
QSet<QString> placesOf(const QString &file)
{
    QSet<QString> places;
    QString path = file;
    for (int link = 0; link < longestLinkChain; ++link) {
        const QFileInfo info(path);
        places.insert(directoryAbove(path));
        if (info.exists()) {
            places.insert(path);
            places.insert(QFileInfo(info.canonicalFilePath()).path());
        }
        if (!info.isSymLink()) {
            break;
        }
        path = info.symLinkTarget();
    }
    // Mounted secrets turn a link in a directory of the path, not in its last part.
    const QDir directory = QFileInfo(file).dir();
    const QFileInfo parent(directory.path());
    if (parent.isSymLink()) {
        places.insert(parent.path());
    }
    return places;
}

} // namespace

FileWatch::FileWatch(std::chrono::milliseconds calm, QObject *parent)
    : QObject(parent)
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(calm);
    connect(&m_calm, &QTimer::timeout, this, &FileWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_calm, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (!m_calm.isActive()) { // what others do in the same directory must not put it off for ever
            m_calm.start();
        }
    });
}

void FileWatch::setFiles(const QStringList &files)
{
    if (files == m_files) {
        return;
    }
    m_files = files;
    watchAgain();
    m_known.clear();
    for (const QString &file : std::as_const(m_files)) {
        m_known.insert(file, lookOf(file));
    }
}

void FileWatch::look()
{
    watchAgain();
    bool different = false;
    for (const QString &file : std::as_const(m_files)) {
        QByteArray now = lookOf(file);
        QByteArray &before = m_known[file];
        different = different || now != before;
        before = std::move(now);
    }
    if (different) {
        Q_EMIT changed();
    }
}

void FileWatch::watchAgain()
{
    QSet<QString> wanted;
    for (const QString &file : std::as_const(m_files)) {
        wanted.unite(placesOf(file));
    }
    // A watched path whose file was replaced is still listed but dead, so files are always taken anew.
    const QStringList files = m_watcher.files();
    if (!files.isEmpty()) {
        m_watcher.removePaths(files);
    }
    for (const QString &directory : m_watcher.directories()) {
        if (!wanted.remove(directory)) {
            m_watcher.removePath(directory);
        }
    }
    if (!wanted.isEmpty()) {
        m_watcher.addPaths(QStringList(wanted.cbegin(), wanted.cend()));
    }
}

} // namespace signalbox::kubernetes
