// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace signalbox::core
{

/// Bytes kept readable after every piece a splitter hands out, as vectorised parsers want them.
inline constexpr std::size_t SplitterPadding = 64;

/// Cuts the answer of a Kubernetes list, {"kind":…,"metadata":{…},"items":[{…},…]}, into its items while it
/// arrives, so that no tree and no text of a whole list is ever held. It matches braces outside strings and
/// judges nothing else: an item may still be invalid JSON. Bytes may come in any pieces.
class ListSplitter
{
public:
    enum class State {
        Running,
        Complete,  ///< the outer object is closed
        Malformed, ///< not a JSON object
    };
    /// @param item one object; at least SplitterPadding readable bytes follow it until the call returns
    using Sink = std::function<void(std::string_view item)>;

    /// @param maxItemBytes larger items are left out and counted
    explicit ListSplitter(Sink sink, std::size_t maxItemBytes = 8 * 1024 * 1024);

    State feed(std::string_view bytes);
    [[nodiscard]] State state() const { return m_state; }

    /// Value of "metadata" as JSON text, empty until it was seen. Padded like an item.
    [[nodiscard]] const std::string &metadata() const { return m_metadata; }
    /// Value of "kind" without quotes.
    [[nodiscard]] const std::string &kind() const { return m_kind; }
    [[nodiscard]] std::size_t items() const { return m_items; }
    /// Items that were too large, or no objects.
    [[nodiscard]] std::size_t skipped() const { return m_skipped; }
    [[nodiscard]] bool sawItems() const { return m_sawItems; }

private:
    enum class Place { Start, Key, AfterKey, Value, Items };

    void step(char c);
    void inTop(char c);
    void beginValue(char c);
    void endTopValue();
    void inItems(char c);
    void endItem();
    [[nodiscard]] bool keepsValue() const { return m_key == "metadata" || m_key == "kind"; }
    std::size_t consumeNested(std::string_view bytes);
    void keep(std::string_view bytes);

    Sink m_sink;
    std::size_t m_maxItem;
    State m_state = State::Running;
    Place m_place = Place::Start;
    std::string m_key;
    std::string m_text; ///< key, kept value or item being read
    std::string m_metadata;
    std::string m_kind;
    std::size_t m_items = 0;
    std::size_t m_skipped = 0;
    std::size_t m_depth = 0; ///< inside the nested value being read; 0: none
    bool m_inString = false;
    bool m_escaped = false;
    bool m_scalar = false; ///< a number, true, false or null is being read
    bool m_keep = false;
    bool m_tooLarge = false;
    bool m_sawItems = false;
};

} // namespace signalbox::core
