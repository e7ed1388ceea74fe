// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/probearguments.h"
#include "backends/probes/probejson.h"
#include "models/domain/probefinding.h"

#include <QVector>

namespace signalbox::probes
{

/// A list of the API that a judge wants to see.
struct ObjectList {
    int id = 0;   ///< the judge's own word for it
    QString path; ///< percent-encoded, without a query
};

/// Forms an opinion on the objects of a cluster, one after the other. Pure. Objects have a name, and nothing
/// else about them is certain.
class ObjectJudge
{
public:
    virtual ~ObjectJudge() = default;
    [[nodiscard]] virtual QVector<ObjectList> lists() const = 0;
    virtual void see(int list, const Json &object) = 0;
    [[nodiscard]] virtual ProbeFinding verdict() const = 0;
};

[[nodiscard]] QString nameOf(const Json &object);
/// "/apis/apps/v1" + "namespaces/…/deployments", encoded.
[[nodiscard]] QString namespacedPath(const char *group, const QString &namespaceName, const char *resource);

} // namespace signalbox::probes
