// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <deque>

namespace signalbox
{
class Clock;
}

namespace signalbox::drill
{

/// Writes core/v1 Events the way controllers do: a repeated one grows `count` on the same object. Old ones
/// are removed after an hour, as API servers do.
class EventRecorder
{
public:
    EventRecorder(ObjectStore &store, const Clock &clock);

    struct Entry {
        QString reason;
        QString message;
        bool warning = false;
        QString component; ///< source.component
    };
    void record(const Json &about, const Entry &entry);
    /// Removes events older than an hour and, above `limit`, the oldest ones.
    void prune(int limit = 3000);

private:
    ObjectStore &m_store;
    const Clock &m_clock;
    QHash<QString, QString> m_names; // what happened to whom -> event name
    struct Kept {
        QDateTime since;
        QString what;
        QString namespaceName;
        QString name;
    };
    std::deque<Kept> m_kept;
    quint64 m_number = 0;
};

} // namespace signalbox::drill
