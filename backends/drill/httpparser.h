// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/httpmessage.h"

#include <optional>

namespace signalbox::drill
{

/// Cuts requests out of a byte stream, bodies by length or chunked. Feed it bytes, take requests until there
/// is none.
class HttpParser
{
public:
    /// What an API server accepts in one body.
    static constexpr qsizetype kMaximumBody = 3 * 1024 * 1024;
    static constexpr qsizetype kMaximumHead = 64 * 1024;

    void feed(const QByteArray &bytes) { m_buffer += bytes; }
    /// The next whole request, if there is one. None while failure() is not zero.
    [[nodiscard]] std::optional<HttpRequest> take();
    /// The status to refuse with (400, 413, 431), 0 while all is well. Nothing can be parsed after it.
    [[nodiscard]] int failure() const { return m_failure; }
    /// True once per request whose client waits for "100 Continue" before it sends the body.
    [[nodiscard]] bool takeContinueWanted();

private:
    enum class State { Head, SizedBody, ChunkSize, ChunkData, ChunkEnd, Trailer, Ready };

    bool step();
    bool parseHead();
    bool parseRequestLine(const QByteArray &line);
    bool parseFraming();
    bool parseSizedBody();
    bool parseChunkSize();
    bool parseChunkData();
    bool parseTrailer();
    bool fail(int status);
    /// The next line without its end; nullopt: not whole yet.
    std::optional<QByteArray> takeLine();

    QByteArray m_buffer;
    HttpRequest m_request;
    State m_state = State::Head;
    qsizetype m_remaining = 0;
    int m_failure = 0;
    bool m_continueWanted = false;
};

} // namespace signalbox::drill
