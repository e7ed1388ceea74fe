// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/gitopsowner.h"

#include <array>

namespace signalbox
{

namespace
{

struct Trace {
    const char *key;
    const char *tool;
};

// Flux drives Helm, and Argo CD renders charts: the tool that re-applies by itself is named first.
constexpr std::array traces{
    Trace{"argocd.argoproj.io/instance", "argocd"},    Trace{"argocd.argoproj.io/tracking-id", "argocd"},
    Trace{"kustomize.toolkit.fluxcd.io/name", "flux"}, Trace{"helm.toolkit.fluxcd.io/name", "flux"},
    Trace{"meta.helm.sh/release-name", "helm"},        Trace{"helm.sh/chart", "helm"},
};

} // namespace

QString gitOpsOwner(const ObjectMeta &meta)
{
    for (const auto &trace : traces) {
        const QLatin1String key(trace.key);
        if (meta.labels.contains(key) || meta.annotations.contains(key)) {
            return QLatin1String(trace.tool);
        }
    }
    const QString manager = meta.labels.value(QStringLiteral("app.kubernetes.io/managed-by"));
    return manager.compare(QLatin1String("helm"), Qt::CaseInsensitive) == 0 ? QStringLiteral("helm")
                                                                            : QString();
}

} // namespace signalbox
