// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/accesscontrol.h"
#include "backends/drill/objectreader.h"
#include "backends/drill/objectwriter.h"
#include "backends/drill/serviceproxy.h"

namespace signalbox::drill
{

/// Finds the answer to an authenticated request: access first, then discovery, reviews, reads and writes.
class ApiRouter
{
public:
    ApiRouter(ObjectStore &store, const Clock &clock);

    AccessControl &access() { return m_access; }
    ServiceProxy &proxy() { return m_proxy; }
    void warmUp();
    void setBookmarkInterval(std::chrono::milliseconds interval) { m_bookmarkInterval = interval; }
    void setExpiredWatchAsStatus(bool asStatus) { m_expiredWatchAsStatus = asStatus; }

    /// Answers the exchange, now or later.
    void route(Exchange *exchange, const Identity &who);

    /// The answer that says no.
    [[nodiscard]] static HttpResponse refused(const HttpRequest &request, const Error &error,
                                              const ResourceType *type = nullptr);

private:
    void routeResource(Exchange *exchange, const RequestPath &path);
    void startWatch(Exchange *exchange, const RequestPath &path, const ServedType &type);
    [[nodiscard]] HttpResponse answerOther(const HttpRequest &request, const RequestPath &path) const;
    [[nodiscard]] Result<HttpResponse> answerResource(const HttpRequest &request, const RequestPath &path,
                                                      const ServedType &type);
    [[nodiscard]] Result<HttpResponse> answerObject(const HttpRequest &request, const RequestPath &path,
                                                    const ServedType &type);
    [[nodiscard]] Result<Done> authorised(const Identity &who, const RequestPath &path) const;

    ObjectStore &m_store;
    const Clock &m_clock;
    AccessControl m_access;
    ObjectBytes m_bytes;
    ObjectReader m_reader;
    ObjectWriter m_writer;
    ServiceProxy m_proxy;
    std::chrono::milliseconds m_bookmarkInterval{60000};
    bool m_expiredWatchAsStatus = false;
};

} // namespace signalbox::drill
