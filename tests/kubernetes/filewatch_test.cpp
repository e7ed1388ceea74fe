// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/filewatch.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox::kubernetes;

namespace
{

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// As editors and kubectl do it: a new file, renamed over the old one.
bool replace(const QString &path, const QByteArray &content)
{
    const QString fresh = path + QStringLiteral(".tmp");
    return write(fresh, content) && (!QFile::exists(path) || QFile::remove(path)) &&
           QFile::rename(fresh, path);
}

bool replaceAtOnce(const QString &path, const QByteArray &content)
{
    const QString fresh = path + QStringLiteral(".tmp");
    return write(fresh, content) &&
           std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) == 0;
}

} // namespace

class FileWatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsEachWayOfWriting_data();
    void tellsEachWayOfWriting();
    void tellsMakingAndRemoving();
    void tellsWhenTheDirectoryComes();
    void followsSymbolicLinks();
    void followsMountedSecrets();
    void manyWritesAreToldOnce();
    void otherFilesDoNotMatter();
    void watchesOnlyWhatItIsTold();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder->filePath(QString::fromLatin1(name));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FileWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_changed;
};

void FileWatchTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_watch = std::make_unique<FileWatch>(std::chrono::milliseconds(50));
    m_changed = std::make_unique<QSignalSpy>(m_watch.get(), &FileWatch::changed);
}

void FileWatchTest::cleanup()
{
    m_changed.reset();
    m_watch.reset();
    m_folder.reset();
}

void FileWatchTest::tellsEachWayOfWriting_data()
{
    using Writer = bool (*)(const QString &, const QByteArray &);
    QTest::addColumn<Writer>("writer");
    QTest::newRow("in place") << Writer(write);
    QTest::newRow("removed, then renamed") << Writer(replace);
    QTest::newRow("renamed over it") << Writer(replaceAtOnce);
}

void FileWatchTest::tellsEachWayOfWriting()
{
    using Writer = bool (*)(const QString &, const QByteArray &);
    QFETCH(Writer, writer);
    QVERIFY(write(path("config"), "0"));
    m_watch->setFiles({path("config")});
    // Again and again: a watch must not be lost with the file it was put on. The same size each time.
    for (int round = 1; round <= 4; ++round) {
        QVERIFY(writer(path("config"), QByteArray::number(round)));
        QTRY_COMPARE(m_changed->count(), round);
    }
}

void FileWatchTest::tellsMakingAndRemoving()
{
    m_watch->setFiles({path("config")});
    QVERIFY(write(path("config"), "1"));
    QTRY_COMPARE(m_changed->count(), 1);
    QVERIFY(QFile::remove(path("config")));
    QTRY_COMPARE(m_changed->count(), 2);
    QVERIFY(write(path("config"), "1"));
    QTRY_COMPARE(m_changed->count(), 3);
}

void FileWatchTest::tellsWhenTheDirectoryComes()
{
    m_watch->setFiles({path("new/kube/config")});
    QVERIFY(QDir().mkpath(path("new/kube")));
    QVERIFY(write(path("new/kube/config"), "1"));
    QTRY_COMPARE(m_changed->count(), 1);
    QVERIFY(replaceAtOnce(path("new/kube/config"), "2"));
    QTRY_COMPARE(m_changed->count(), 2);
}

void FileWatchTest::followsSymbolicLinks()
{
    QVERIFY(QDir().mkpath(path("real")));
    QVERIFY(write(path("real/a"), "a"));
    QVERIFY(write(path("real/b"), "b"));
    QVERIFY(QFile::link(path("real/a"), path("config")));
    m_watch->setFiles({path("config")});
    QVERIFY(replaceAtOnce(path("real/a"), "c"));
    QTRY_COMPARE(m_changed->count(), 1);
    QVERIFY(QFile::remove(path("config")) && QFile::link(path("real/b"), path("config")));
    QTRY_COMPARE(m_changed->count(), 2);
    QVERIFY(write(path("real/b"), "d"));
    QTRY_COMPARE(m_changed->count(), 3);
}

/// A mounted secret: config -> ..data/config, ..data -> ..version1, and ..data is turned.
void FileWatchTest::followsMountedSecrets()
{
    for (const char *version : {"..version1", "..version2"}) {
        QVERIFY(QDir().mkpath(path(version)));
        QVERIFY(write(path(version) + QStringLiteral("/config"), version));
    }
    QVERIFY(QFile::link(path("..version1"), path("..data")));
    QVERIFY(QFile::link(path("..data/config"), path("config")));
    m_watch->setFiles({path("config")});
    QVERIFY(QFile::link(path("..version2"), path("..data_tmp")));
    QVERIFY(std::rename(QFile::encodeName(path("..data_tmp")).constData(),
                        QFile::encodeName(path("..data")).constData()) == 0);
    QTRY_COMPARE(m_changed->count(), 1);
}

void FileWatchTest::manyWritesAreToldOnce()
{
    QVERIFY(write(path("a"), "0"));
    QVERIFY(write(path("b"), "0"));
    m_watch->setFiles({path("a"), path("b")});
    for (int round = 0; round < 20; ++round) {
        QVERIFY(write(path("a"), QByteArray(round + 1, 'x')));
        QVERIFY(replaceAtOnce(path("b"), QByteArray(round + 1, 'x')));
    }
    QTRY_COMPARE(m_changed->count(), 1);
    QVERIFY(!m_changed->wait(300));
    QCOMPARE(m_changed->count(), 1);
}

void FileWatchTest::otherFilesDoNotMatter()
{
    QVERIFY(write(path("config"), "0"));
    m_watch->setFiles({path("config")});
    QVERIFY(write(path("neighbour"), "0"));
    QVERIFY(replaceAtOnce(path("neighbour"), "1"));
    QVERIFY(!m_changed->wait(300));
    QCOMPARE(m_changed->count(), 0);
}

void FileWatchTest::watchesOnlyWhatItIsTold()
{
    QVERIFY(write(path("a"), "0"));
    m_watch->setFiles({path("a")});
    m_watch->setFiles({path("b")});
    QVERIFY(write(path("a"), "1"));
    QVERIFY(!m_changed->wait(300));
    QVERIFY(write(path("b"), "1"));
    QTRY_COMPARE(m_changed->count(), 1);
}

QTEST_GUILESS_MAIN(FileWatchTest)
#include "filewatch_test.moc"
