// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/listsplitter.h"

namespace signalbox::core
{

namespace
{

constexpr std::size_t MaxKeyBytes = 256;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace

ListSplitter::ListSplitter(Sink sink, std::size_t maxItemBytes)
    : m_sink(std::move(sink))
    , m_maxItem(maxItemBytes)
{
}

ListSplitter::State ListSplitter::feed(std::string_view bytes)
{
    std::size_t i = 0;
    while (i < bytes.size() && m_state == State::Running) {
        if (m_depth > 0 || m_inString) {
            i += consumeNested(bytes.substr(i));
        } else {
            step(bytes[i++]);
        }
    }
    return m_state;
}

/// The hot loop: everything between the first byte of an object, array or string and its last one.
std::size_t ListSplitter::consumeNested(std::string_view bytes)
{
    std::size_t i = 0;
    bool closed = false;
    while (i < bytes.size() && !closed) {
        const char c = bytes[i++];
        if (m_inString) {
            if (m_escaped) {
                m_escaped = false;
            } else if (c == '\\') {
                m_escaped = true;
            } else if (c == '"') {
                m_inString = false;
                closed = m_depth == 0;
            }
        } else if (c == '"') {
            m_inString = true;
        } else if (c == '{' || c == '[') {
            ++m_depth;
        } else if (c == '}' || c == ']') {
            closed = --m_depth == 0;
        }
    }
    keep(bytes.substr(0, i));
    if (closed) {
        if (m_place == Place::Items) {
            endItem();
        } else {
            endTopValue();
        }
    }
    return i;
}

void ListSplitter::keep(std::string_view bytes)
{
    if (!m_keep || m_tooLarge) {
        return;
    }
    if (m_text.size() + bytes.size() > m_maxItem) {
        m_tooLarge = true;
        m_text.clear();
        return;
    }
    m_text.append(bytes);
}

void ListSplitter::step(char c)
{
    if (m_place == Place::Items) {
        inItems(c);
    } else {
        inTop(c);
    }
}

void ListSplitter::inTop(char c)
{
    if (m_scalar) {
        if (c != ',' && c != '}' && !isSpace(c)) {
            return;
        }
        m_scalar = false;
        m_place = Place::Key;
    }
    if (isSpace(c)) {
        return;
    }
    switch (m_place) {
    case Place::Start:
        m_state = c == '{' ? State::Running : State::Malformed;
        m_place = Place::Key;
        return;
    case Place::Key:
        if (c == '"') {
            m_inString = true;
            m_keep = true;
            m_tooLarge = false;
            m_text = c;
        } else if (c == '}') {
            m_state = State::Complete;
        } else if (c != ',') {
            m_state = State::Malformed;
        }
        return;
    case Place::AfterKey:
        m_state = c == ':' ? State::Running : State::Malformed;
        m_place = Place::Value;
        return;
    default:
        beginValue(c);
    }
}

void ListSplitter::beginValue(char c)
{
    if (m_key == "items" && c == '[') {
        m_place = Place::Items;
        m_sawItems = true;
        m_keep = false;
        return;
    }
    m_keep = keepsValue();
    m_tooLarge = false;
    m_text.assign(m_keep ? 1 : 0, c);
    if (c == '{' || c == '[') {
        m_depth = 1;
    } else if (c == '"') {
        m_inString = true;
    } else if (c == '}' || c == ']' || c == ',' || c == ':') {
        m_state = State::Malformed;
    } else {
        m_scalar = true;
    }
}

/// A string or a nested value of the outer object is complete.
void ListSplitter::endTopValue()
{
    if (m_place == Place::Key) {
        m_key = m_text.size() > 2 && m_text.size() < MaxKeyBytes ? m_text.substr(1, m_text.size() - 2)
                                                                 : std::string();
        m_place = Place::AfterKey;
        m_keep = false;
        return;
    }
    if (m_key == "metadata" && !m_tooLarge && m_text.front() == '{') {
        m_metadata = m_text;
        m_metadata.reserve(m_metadata.size() + SplitterPadding);
    } else if (m_key == "kind" && m_text.size() >= 2 && m_text.front() == '"') {
        m_kind = m_text.substr(1, m_text.size() - 2);
    }
    m_keep = false;
    m_place = Place::Key;
}

void ListSplitter::inItems(char c)
{
    if (m_scalar && (c == ',' || c == ']' || isSpace(c))) {
        m_scalar = false;
    }
    if (m_scalar || isSpace(c) || c == ',') {
        return;
    }
    if (c == ']') {
        m_place = Place::Key;
        return;
    }
    m_tooLarge = false;
    m_keep = c == '{';
    m_text.assign(m_keep ? 1 : 0, c);
    if (c == '{' || c == '[') {
        m_depth = 1;
    } else if (c == '"') {
        m_inString = true;
    } else {
        m_scalar = true;
        ++m_skipped;
    }
}

void ListSplitter::endItem()
{
    if (!m_keep || m_tooLarge) {
        ++m_skipped;
        m_keep = false;
        return;
    }
    m_keep = false;
    ++m_items;
    if (m_text.capacity() < m_text.size() + SplitterPadding) {
        m_text.reserve(m_text.size() * 2 + SplitterPadding);
    }
    m_sink(m_text);
}

} // namespace signalbox::core
