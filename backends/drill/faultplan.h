// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QVector>

#include <chrono>
#include <optional>

namespace signalbox::drill
{

/// What goes wrong with one request.
struct Fault {
    enum class Kind {
        Drop,     ///< the connection is reset instead of an answer
        Stall,    ///< no answer, ever
        Delay,    ///< answered after `delay`
        Status,   ///< refused with `status` (429 carries Retry-After and a plain text, as a real server's)
        Truncate, ///< the answer, or the next line of a watch, is cut in half and the connection closed
        Html,     ///< 200 with a web page, as from a captive portal
    };
    Kind kind = Kind::Drop;
    int status = 500;
    std::chrono::milliseconds delay{0};
};

/// Faults waiting for the requests they are meant for. For tests and for drills that misbehave on purpose.
class FaultPlan
{
public:
    /// The next `times` requests whose method matches (empty: any) and whose target contains `targetPart`.
    void add(const QByteArray &method, const QByteArray &targetPart, const Fault &fault, int times = 1);
    /// The fault for this request, if one is due; counts it.
    [[nodiscard]] std::optional<Fault> take(const QByteArray &method, const QByteArray &target);
    void clear() { m_entries.clear(); }
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }

private:
    struct Entry {
        QByteArray method;
        QByteArray targetPart;
        Fault fault;
        int times = 0;
    };
    QVector<Entry> m_entries;
};

} // namespace signalbox::drill
