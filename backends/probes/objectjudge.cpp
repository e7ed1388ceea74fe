// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/objectjudge.h"

#include <QUrl>

namespace signalbox::probes
{

QString nameOf(const Json &object)
{
    return textOf(at(at(object, "metadata"), "name"));
}

QString namespacedPath(const char *group, const QString &namespaceName, const char *resource)
{
    return QLatin1String(group) + QStringLiteral("/namespaces/") +
           QString::fromLatin1(QUrl::toPercentEncoding(namespaceName)) + QLatin1Char('/') +
           QLatin1String(resource);
}

} // namespace signalbox::probes
