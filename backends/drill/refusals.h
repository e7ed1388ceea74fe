// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

namespace signalbox::drill
{

/// The drill's own answers when it declines, worded as a Kubernetes API server words them.
/// `reason` is the machine-readable word of the Status, `subject` the object's name.
[[nodiscard]] tl::unexpected<Error> refusal(ErrorCode code, int status, const char *reason,
                                            const QString &detail, const QString &subject = {});

/// "deployments.apps": how a server's sentences name a type.
[[nodiscard]] QString qualifiedName(const ResourceType &type);

[[nodiscard]] tl::unexpected<Error> notFound(const ResourceType &type, const QString &name);
[[nodiscard]] tl::unexpected<Error> alreadyExists(const ResourceType &type, const QString &name);
[[nodiscard]] tl::unexpected<Error> conflict(const ResourceType &type, const QString &name,
                                             const QString &why);
/// 422: well-formed, but not acceptable.
[[nodiscard]] tl::unexpected<Error> invalid(const ResourceType &type, const QString &name,
                                            const QString &why);
/// 400: not even well-formed.
[[nodiscard]] tl::unexpected<Error> badRequest(const QString &why);
[[nodiscard]] tl::unexpected<Error> unsupportedMediaType(const QString &why);

/// 410: the resource version, or the continue token, is too old.
[[nodiscard]] tl::unexpected<Error> expired(const QString &why);

/// The Status document of a refusal. @param type of the object in question; may be null
[[nodiscard]] Json statusDocument(const Error &error, const ResourceType *type = nullptr);

} // namespace signalbox::drill
