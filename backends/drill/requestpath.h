// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/accesscontrol.h"
#include "backends/drill/httpmessage.h"

namespace signalbox::drill
{

/// What a request is about, read from its path and method as a Kubernetes API server reads it.
struct RequestPath {
    bool isResource = false; ///< else only `path` counts
    QString path;            ///< decoded
    QString group;
    QString version;
    QString namespaceName;
    QString resource;
    QString name;
    QString subresource;
    QByteArray rest; ///< what follows a proxy subresource, still encoded, with its leading slash
    QString verb;    ///< get, list, watch, create, update, patch, delete, deletecollection

    [[nodiscard]] static RequestPath parse(const HttpRequest &request);
    [[nodiscard]] AccessAttributes attributes() const;
};

} // namespace signalbox::drill
