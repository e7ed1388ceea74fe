// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/exchange.h"

#include "backends/drill/httpconnection.h"

#include <utility>

namespace signalbox::drill
{

Exchange::Exchange(HttpRequest request, HttpConnection &connection)
    : QObject(&connection)
    , m_request(std::move(request))
    , m_connection(connection)
{
}

QByteArray Exchange::head(int status, const QByteArray &contentType) const
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    if (!contentType.isEmpty())
        head += "Content-Type: " + contentType + "\r\n";
    head += "Cache-Control: no-cache, private\r\n";
    if (!m_request.keepAlive)
        head += "Connection: close\r\n";
    return head;
}

void Exchange::respond(const HttpResponse &response)
{
    if (m_ended)
        return;
    QByteArray start = head(response.status, response.contentType);
    for (const auto &[name, value] : response.headers)
        start += name + ": " + value + "\r\n";
    start += "Content-Length: " + QByteArray::number(response.bodySize()) + "\r\n\r\n";
    m_connection.send(start);
    if (m_truncate) {
        if (!response.body.isEmpty())
            m_connection.send(response.body.constFirst().left(response.body.constFirst().size() / 2));
        m_connection.closeWhenSent();
        end();
        return;
    }
    for (const QByteArray &segment : response.body)
        m_connection.send(segment);
    end();
}

void Exchange::beginStream(const QByteArray &contentType)
{
    if (!m_ended)
        m_connection.send(head(200, contentType) + "Transfer-Encoding: chunked\r\n\r\n");
}

void Exchange::write(const QByteArray &bytes)
{
    if (m_ended || bytes.isEmpty())
        return;
    const QByteArray size = QByteArray::number(bytes.size(), 16) + "\r\n";
    if (m_truncate) {
        m_connection.send(size + bytes.left(bytes.size() / 2));
        m_connection.closeWhenSent();
        end();
        return;
    }
    m_connection.send(size + bytes + "\r\n");
}

void Exchange::finish()
{
    if (m_ended)
        return;
    m_connection.send("0\r\n\r\n");
    end();
}

void Exchange::abort()
{
    if (!m_ended)
        m_connection.abort();
}

bool Exchange::isWritable() const
{
    return !m_ended && m_connection.isWritable();
}

void Exchange::end()
{
    if (std::exchange(m_ended, true))
        return;
    Q_EMIT ended();
    m_connection.exchangeEnded();
    deleteLater();
}

} // namespace signalbox::drill
