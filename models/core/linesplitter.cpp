// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/linesplitter.h"

namespace signalbox::core
{

LineSplitter::LineSplitter(Sink sink, std::size_t maxLineBytes)
    : m_sink(std::move(sink))
    , m_maxLine(maxLineBytes)
{
}

void LineSplitter::feed(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::string_view part = bytes.substr(0, end);
        if (!m_dropping && m_line.size() + part.size() > m_maxLine) {
            m_dropping = true;
            ++m_oversized;
            m_line.clear();
            m_line.shrink_to_fit();
        }
        if (!m_dropping) {
            m_line.append(part);
        }
        if (end == std::string_view::npos) {
            return;
        }
        endLine();
        bytes.remove_prefix(end + 1);
    }
}

void LineSplitter::endLine()
{
    if (!m_line.empty() && m_line.back() == '\r') {
        m_line.pop_back();
    }
    if (!m_dropping && !m_line.empty()) {
        if (m_line.capacity() < m_line.size() + SplitterPadding) {
            m_line.reserve(m_line.size() * 2 + SplitterPadding);
        }
        m_sink(m_line);
    }
    m_dropping = false;
    m_line.clear();
}

} // namespace signalbox::core
