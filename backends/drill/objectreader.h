// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/listpager.h"
#include "backends/drill/objectbytes.h"
#include "backends/drill/requestpath.h"
#include "backends/drill/watchstream.h"

namespace signalbox::drill
{

/// Answers get, list and watch.
class ObjectReader
{
public:
    ObjectReader(ObjectStore &store, ObjectBytes &bytes, const Clock &clock);

    [[nodiscard]] Result<HttpResponse> get(const HttpRequest &request, const RequestPath &path,
                                           const ServedType &type) const;
    [[nodiscard]] Result<HttpResponse> list(const HttpRequest &request, const RequestPath &path,
                                            const ServedType &type);
    /// What a watch request asks for; the caller starts the stream.
    [[nodiscard]] Result<WatchPlan> planWatch(const HttpRequest &request, const RequestPath &path,
                                              const ServedType &type) const;

private:
    [[nodiscard]] Result<Selection> selectionOf(const HttpRequest &request, const RequestPath &path,
                                                const ServedType &type) const;
    [[nodiscard]] Result<quint64> versionOf(const HttpRequest &request) const;

    ObjectStore &m_store;
    ObjectBytes &m_bytes;
    const Clock &m_clock;
    ListPager m_pager;
};

} // namespace signalbox::drill
