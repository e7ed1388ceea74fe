// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/http/request.h"

#include <QObject>

#include <memory>
#include <optional>

namespace signalbox::http
{

class StreamContext;

/// One exchange with a server whose body is handed on in pieces. Made by HttpClient::stream().
/// Bodies of refused calls are not handed on: they become the Error of ended().
class Stream final : public QObject
{
    Q_OBJECT

public:
    Stream(std::shared_ptr<StreamContext> context, Request request);
    ~Stream() override;

    void start();
    /// Ends at once, without further signals.
    void abort();
    /// Sent completely or in part: the server may have acted on it.
    [[nodiscard]] bool maybeSent() const;

Q_SIGNALS:
    /// Status and headers of a 2xx answer, without the body.
    void started(const signalbox::http::Response &head);
    /// At most 256 KiB each.
    void chunk(const QByteArray &bytes);
    /// The last signal. Without an error the body came to its regular end. The stream may be deleted here
    /// with deleteLater().
    void ended(const std::optional<signalbox::Error> &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::http
