// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/listsplitter.h"

namespace signalbox::core
{

/// Cuts a watch into its lines, one JSON object each. Neither chunks nor lines of the transport need to
/// match: a piece may hold half a line or many. Empty lines are dropped.
class LineSplitter
{
public:
    /// @param line without its line end; at least SplitterPadding readable bytes follow it until the call
    /// returns
    using Sink = std::function<void(std::string_view line)>;

    /// @param maxLineBytes longer lines are dropped up to their end and counted
    explicit LineSplitter(Sink sink, std::size_t maxLineBytes = 8 * 1024 * 1024);

    void feed(std::string_view bytes);
    /// Bytes of a line that has not ended: what a broken stream leaves behind.
    [[nodiscard]] std::size_t pending() const { return m_line.size(); }
    [[nodiscard]] std::size_t oversized() const { return m_oversized; }

private:
    void endLine();

    Sink m_sink;
    std::size_t m_maxLine;
    std::string m_line;
    std::size_t m_oversized = 0;
    bool m_dropping = false;
};

} // namespace signalbox::core
