// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/objectjudge.h"

#include <QStringList>

namespace signalbox::probes
{

/// The named NetworkPolicies exist in a namespace, and as many as are wanted. Source: requirements S1-SEC-B1.
class NetworkPoliciesJudge final : public ObjectJudge
{
public:
    explicit NetworkPoliciesJudge(const ProbeArguments &arguments);
    [[nodiscard]] QVector<ObjectList> lists() const override;
    void see(int list, const Json &object) override;
    [[nodiscard]] ProbeFinding verdict() const override;

private:
    QString m_namespace;
    QStringList m_wanted;
    int m_minimum;
    QStringList m_seen;
};

} // namespace signalbox::probes
