// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/deployment/document.h"
#include "models/domain/action.h"

/// The HTTP calls of actions, as values. Source: wire facts 1.6, 2.4 and 3.5.
namespace signalbox::deployment
{

/// "/apis/<group>/<version>/namespaces/<ns>/<resource>/<name>", percent-encoded.
[[nodiscard]] QString objectPath(const QString &groupVersion, const QString &resource,
                                 const QString &namespaceName, const QString &name);
[[nodiscard]] QString rolloutPath(const QString &namespaceName, const QString &name);
[[nodiscard]] QString analysisRunPath(const QString &namespaceName, const QString &name);
[[nodiscard]] QString appsPath(const QString &resource, const QString &namespaceName, const QString &name);

[[nodiscard]] ApiCall mergePatch(const QString &path, const Json &body);
[[nodiscard]] ApiCall strategicPatch(const QString &path, const Json &body);
[[nodiscard]] ApiCall jsonPatch(const QString &path, const Json &operations);
/// One operation of a JSON patch.
[[nodiscard]] Json patchOperation(const char *op, const QString &pointer, Json value);

/// The body with the optimistic lock: a stale version is answered with 409.
[[nodiscard]] Json guarded(Json body, const QString &resourceVersion);

/// Path of the object a call works on: the call's path without "/status".
[[nodiscard]] QString objectOf(const ApiCall &call);
[[nodiscard]] bool isStatusCall(const ApiCall &call);
/// The same wish for servers whose Rollout CRD has no status subresource (answers 404 on /status): the body
/// goes to the main path. @param unpause the plugin's promotion bodies also clear spec.paused there
[[nodiscard]] ApiCall withoutStatusSubresource(const ApiCall &call, bool unpause);

/// Replaces the optimistic lock of a merge patch that has one. Other calls come back as they are.
[[nodiscard]] ApiCall withResourceVersion(const ApiCall &call, const QString &resourceVersion);
/// True when applying the call to the object would change nothing that matters: metadata is not compared.
[[nodiscard]] bool isAlreadyTrue(const ApiCall &call, const Json &object);
/// JSON patch: pointers of `test` operations that do not hold for the object.
[[nodiscard]] QStringList failingTests(const ApiCall &call, const Json &object);
[[nodiscard]] bool hasTests(const ApiCall &call);

} // namespace signalbox::deployment
