// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/httpparser.h"

#include <utility>

namespace signalbox::drill
{

std::optional<HttpRequest> HttpParser::take()
{
    while (m_failure == 0 && m_state != State::Ready) {
        if (!step())
            return {};
    }
    if (m_failure != 0)
        return {};
    m_state = State::Head;
    return std::exchange(m_request, HttpRequest());
}

bool HttpParser::takeContinueWanted()
{
    return std::exchange(m_continueWanted, false);
}

bool HttpParser::step()
{
    switch (m_state) {
    case State::Head:
        return parseHead();
    case State::SizedBody:
        return parseSizedBody();
    case State::ChunkSize:
        return parseChunkSize();
    case State::ChunkData:
        return parseChunkData();
    case State::ChunkEnd: {
        const auto line = takeLine();
        if (!line)
            return false;
        m_state = State::ChunkSize;
        return line->isEmpty() || fail(400);
    }
    case State::Trailer:
        return parseTrailer();
    case State::Ready:
        break;
    }
    return false;
}

bool HttpParser::fail(int status)
{
    m_failure = status;
    return false;
}

std::optional<QByteArray> HttpParser::takeLine()
{
    const qsizetype end = m_buffer.indexOf('\n');
    if (end < 0) {
        if (m_buffer.size() > kMaximumHead)
            fail(431);
        return {};
    }
    QByteArray line = m_buffer.left(end);
    m_buffer.remove(0, end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

bool HttpParser::parseHead()
{
    // Clients may send empty lines between requests (RFC 9112, 2.2).
    while (m_buffer.startsWith("\r\n"))
        m_buffer.remove(0, 2);
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return m_buffer.size() > kMaximumHead ? fail(431) : false;
    if (end > kMaximumHead)
        return fail(431);
    const QByteArray head = m_buffer.left(end);
    m_buffer.remove(0, end + 4);
    const QList<QByteArray> lines = head.split('\n');
    if (!parseRequestLine(lines.constFirst().trimmed()))
        return fail(400);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        if (colon <= 0)
            return fail(400);
        m_request.headers.append({lines.at(i).left(colon).toLower(), lines.at(i).mid(colon + 1).trimmed()});
    }
    return parseFraming();
}

bool HttpParser::parseRequestLine(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !parts.at(2).startsWith("HTTP/1.") || !parts.at(1).startsWith('/'))
        return false;
    m_request.method = parts.at(0);
    m_request.target = parts.at(1);
    m_request.keepAlive = parts.at(2) == "HTTP/1.1";
    const qsizetype question = m_request.target.indexOf('?');
    m_request.path = m_request.target.left(question < 0 ? m_request.target.size() : question);
    if (question >= 0)
        m_request.query = QUrlQuery(QString::fromUtf8(m_request.target.mid(question + 1)));
    return true;
}

bool HttpParser::parseFraming()
{
    const QByteArray connection = m_request.header("connection").toLower();
    if (connection.contains("close"))
        m_request.keepAlive = false;
    const QByteArray coding = m_request.header("transfer-encoding").toLower();
    const QByteArray length = m_request.header("content-length");
    m_continueWanted = m_request.header("expect").toLower() == "100-continue";
    if (!coding.isEmpty()) {
        // Both at once is how requests are smuggled past proxies.
        if (coding != "chunked" || !length.isEmpty())
            return fail(400);
        m_state = State::ChunkSize;
        return true;
    }
    bool numeric = true;
    m_remaining = length.isEmpty() ? 0 : static_cast<qsizetype>(length.toLongLong(&numeric));
    if (!numeric || m_remaining < 0)
        return fail(400);
    if (m_remaining > kMaximumBody)
        return fail(413);
    m_state = State::SizedBody;
    return true;
}

bool HttpParser::parseSizedBody()
{
    if (m_buffer.size() < m_remaining)
        return false;
    m_request.body = m_buffer.left(m_remaining);
    m_buffer.remove(0, m_remaining);
    m_state = State::Ready;
    return true;
}

bool HttpParser::parseChunkSize()
{
    const auto line = takeLine();
    if (!line)
        return false;
    bool numeric = false;
    m_remaining = static_cast<qsizetype>(line->split(';').constFirst().trimmed().toLongLong(&numeric, 16));
    if (!numeric || m_remaining < 0)
        return fail(400);
    if (m_request.body.size() + m_remaining > kMaximumBody)
        return fail(413);
    m_state = m_remaining == 0 ? State::Trailer : State::ChunkData;
    return true;
}

bool HttpParser::parseChunkData()
{
    if (m_buffer.size() < m_remaining)
        return false;
    m_request.body += m_buffer.left(m_remaining);
    m_buffer.remove(0, m_remaining);
    m_state = State::ChunkEnd;
    return true;
}

bool HttpParser::parseTrailer()
{
    const auto line = takeLine();
    if (!line)
        return false;
    if (line->isEmpty())
        m_state = State::Ready;
    return true;
}

} // namespace signalbox::drill
