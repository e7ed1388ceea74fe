// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "tests/http/loopbackserver.h"

#include <QElapsedTimer>

namespace signalbox::test
{

/// The machine's clock. Tests bound waiting, not dates.
class RealClock final : public Clock
{
public:
    RealClock() { m_timer.start(); }
    [[nodiscard]] QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
    [[nodiscard]] std::chrono::milliseconds steady() const override
    {
        return std::chrono::milliseconds(m_timer.elapsed());
    }

private:
    QElapsedTimer m_timer;
};

/// An API server whose lists and watches a test scripts. What is not scripted answers like a server with the
/// built-in kinds only, all empty.
class ApiScript final : public QObject
{
    Q_OBJECT

public:
    explicit ApiScript(LoopbackServer::Identity identity = LoopbackServer::Identity::Plain);

    LoopbackServer server;
    /// Answers instead of the default when it returns true.
    std::function<bool(const Received &)> handle;
    QByteArray groups =
        R"({"kind":"APIGroupList","groups":[{"name":"apps","versions":[{"groupVersion":"apps/v1"}]}]})";
    QHash<QByteArray, QByteArray> resourceLists; ///< path -> APIResourceList

    /// Watches of that collection that are open or were.
    [[nodiscard]] QVector<Received> watchesOf(const QByteArray &path) const;
    [[nodiscard]] QVector<Received> listsOf(const QByteArray &path) const;

    static QByteArray list(const QByteArray &version, const QVector<QByteArray> &items,
                           const QByteArray &next = {});
    static QByteArray object(const QByteArray &name, const QByteArray &version, const QByteArray &rest = {});
    static QByteArray line(const QByteArray &type, const QByteArray &object);

private:
    void onRequest(const Received &request);
};

} // namespace signalbox::test
