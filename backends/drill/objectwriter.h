// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectbytes.h"
#include "backends/drill/requestpath.h"
#include "backends/drill/servedtype.h"

namespace signalbox
{
class Clock;
}

namespace signalbox::drill
{

/// Answers create, update, patch and delete, on the object itself and on its status.
class ObjectWriter
{
public:
    ObjectWriter(ObjectStore &store, ObjectBytes &bytes, const Clock &clock);

    [[nodiscard]] Result<HttpResponse> create(const HttpRequest &request, const RequestPath &path,
                                              const ServedType &type) const;
    [[nodiscard]] Result<HttpResponse> update(const HttpRequest &request, const RequestPath &path,
                                              const ServedType &type) const;
    [[nodiscard]] Result<HttpResponse> patch(const HttpRequest &request, const RequestPath &path,
                                             const ServedType &type) const;
    [[nodiscard]] Result<HttpResponse> remove(const HttpRequest &request, const RequestPath &path,
                                              const ServedType &type) const;
    [[nodiscard]] Result<HttpResponse> removeCollection(const HttpRequest &request, const RequestPath &path,
                                                        const ServedType &type) const;

    /// The JSON body as an object. UnsupportedMediaType for anything but JSON.
    [[nodiscard]] static Result<Json> bodyOf(const HttpRequest &request);
    /// From the query; BadRequest for any value but "All".
    [[nodiscard]] static Result<WriteMode> modeOf(const HttpRequest &request);

private:
    using Object = std::shared_ptr<const Json>;
    [[nodiscard]] Result<Object> previousOf(const RequestPath &path, const ServedType &type) const;
    [[nodiscard]] Result<HttpResponse> store(const HttpRequest &request, const RequestPath &path,
                                             const ServedType &type, Json wanted,
                                             const Object &previous) const;
    [[nodiscard]] Result<HttpResponse> answer(const HttpRequest &request, const ServedType &type,
                                              const Object &object, int status) const;
    [[nodiscard]] Result<Object> removeOne(const ServedType &type, const Object &object, const Json &options,
                                           WriteMode mode) const;

    ObjectStore &m_store;
    ObjectBytes &m_bytes;
    const Clock &m_clock;
};

} // namespace signalbox::drill
