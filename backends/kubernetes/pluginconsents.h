// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/kubeconfig.h"

#include <QString>

namespace signalbox::kubernetes
{

/// Which plugins the user allowed to run. Approvals outlive the program in the implementation of app/;
/// refusals are kept by ExecPluginPool until the user tries again. Called on the thread of the pool only.
class PluginConsents
{
public:
    virtual ~PluginConsents() = default;
    [[nodiscard]] virtual bool isApproved(const QString &subject) const = 0;
    virtual void approve(const QString &subject) = 0;
};

/// What an approval is remembered for: the resolved binary. Shells and interpreters can be anything, and
/// variables such as LD_PRELOAD make any program something else; there the approval holds for exactly these
/// arguments and this environment, as a digest behind the path.
[[nodiscard]] QString consentSubject(const ExecConfig &exec, const QString &binary);

} // namespace signalbox::kubernetes
