// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/objectparser.h"
#include "models/domain/changes.h"

#include <memory>

namespace signalbox::kubernetes
{

/// What a line of a watch meant to the state machine.
struct LineOutcome {
    bool broken = false;     ///< not readable: an event may be lost
    QString resourceVersion; ///< to resume from; empty: unchanged
    std::optional<Error> error;
};

/// Collects what happened to one kind of object and hands it on as one change set: per object only its last
/// state. A list is compared with what was known, so that a relist moves only differences. A scope is a
/// namespace, or empty for all of them. Worker thread.
class RowSink
{
public:
    virtual ~RowSink() = default;

    virtual void beginList(const QString &scope) = 0;
    virtual void listItem(const QString &scope, std::string_view padded) = 0;
    /// Objects of the scope that the list did not have are gone.
    virtual void endList(const QString &scope) = 0;
    [[nodiscard]] virtual LineOutcome watchLine(const QString &scope, std::string_view padded) = 0;
    [[nodiscard]] virtual ListMeta listMeta(std::string_view padded) = 0;

    /// Forgets everything; the next change set says so.
    virtual void reset() = 0;
    [[nodiscard]] virtual bool hasChanges() const = 0;
    [[nodiscard]] virtual KindChanges take() = 0;
    /// Objects that could not be read so far.
    [[nodiscard]] virtual qint64 unreadable() const = 0;
};

[[nodiscard]] std::unique_ptr<RowSink> makeRowSink(ResourceKind kind);

} // namespace signalbox::kubernetes
