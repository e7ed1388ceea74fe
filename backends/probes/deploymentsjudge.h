// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/objectjudge.h"

#include <QStringList>

namespace signalbox::probes
{

/// The named Deployments, or all of the namespace, run what their spec says now: the controller has seen the
/// latest generation, every wanted pod is of it and available, and at least one is wanted.
class DeploymentsJudge final : public ObjectJudge
{
public:
    explicit DeploymentsJudge(const ProbeArguments &arguments);
    [[nodiscard]] QVector<ObjectList> lists() const override;
    void see(int list, const Json &object) override;
    [[nodiscard]] ProbeFinding verdict() const override;

private:
    QString m_namespace;
    QStringList m_wanted;
    QStringList m_seen;
    QStringList m_bad; ///< "name 1/3"
    QStringList m_unobserved;
};

} // namespace signalbox::probes
