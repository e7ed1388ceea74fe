// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/worker.h"

#include <QCoreApplication>
#include <QSemaphore>
#include <QTest>

using namespace signalbox;
using http::Worker;

class WorkerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOnItsOwnThread()
    {
        Worker worker(QStringLiteral("test"));
        auto future =
            worker.run<bool>([]() -> Result<bool> { return QThread::currentThread() != qApp->thread(); });
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result(), Result<bool>(true));
    }

    void flattensFutures()
    {
        Worker worker(QStringLiteral("test"));
        Answer<int> inner;
        auto future = worker.run<int>([inner] { return inner.future(); });
        inner.give(7);
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result(), Result<int>(7));
    }

    void workThatNeverRanIsCancelled()
    {
        Worker worker(QStringLiteral("test"));
        QSemaphore started;
        QSemaphore go;
        worker.post([&] {
            started.release();
            go.acquire();
        });
        started.acquire();
        auto dropped = worker.run<int>([inner = Answer<int>()] { return inner.future(); });
        go.release();
        worker.stop();
        QVERIFY(worker.isStopped());
        QTRY_VERIFY(dropped.isFinished());
        QCOMPARE(dropped.result().error().code, ErrorCode::Cancelled);
        auto late = worker.run<int>([]() -> Result<int> { return 1; });
        QVERIFY(late.isFinished());
        QCOMPARE(late.result().error().code, ErrorCode::Cancelled);
    }

    void childrenDieOnTheWorker()
    {
        Worker worker(QStringLiteral("test"));
        QThread *diedOn = nullptr;
        QThread *livedOn = nullptr;
        worker.post([&] {
            livedOn = QThread::currentThread();
            auto *child = new QObject(worker.context());
            QObject::connect(
                child, &QObject::destroyed, child, [&diedOn] { diedOn = QThread::currentThread(); },
                Qt::DirectConnection);
        });
        worker.stop();
        QVERIFY(livedOn != nullptr);
        QCOMPARE(diedOn, livedOn);
    }

    void whatChildrenLeaveToDeleteLaterDiesToo()
    {
        Worker worker(QStringLiteral("test"));
        bool gone = false;
        worker.post([&] {
            auto *manager = new QObject;
            auto *stream = new QObject;
            auto *child = new QObject(worker.context());
            QObject::connect(manager, &QObject::destroyed, [&gone] { gone = true; });
            QObject::connect(stream, &QObject::destroyed, manager, &QObject::deleteLater);
            // Ends the event loop right after the deletion, as a fast stop() does now and then.
            QObject::connect(child, &QObject::destroyed, stream, [stream] {
                stream->deleteLater();
                QThread::currentThread()->quit();
            });
        });
        worker.stop();
        QVERIFY(gone);
    }
};

QTEST_GUILESS_MAIN(WorkerTest)

#include "worker_test.moc"
