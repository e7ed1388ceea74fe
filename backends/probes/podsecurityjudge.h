// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/objectjudge.h"

#include <QStringList>

namespace signalbox::probes
{

/// What the running pods of a namespace may do, for every container of every sort. What a container does not
/// say counts as its pod says, and what nobody says counts as allowed. Source: requirements S1-SEC-B3;
/// meaning of the fields: Pod Security Standards, profile Restricted.
class PodSecurityJudge final : public ObjectJudge
{
public:
    explicit PodSecurityJudge(const ProbeArguments &arguments);
    [[nodiscard]] QVector<ObjectList> lists() const override;
    void see(int list, const Json &object) override;
    [[nodiscard]] ProbeFinding verdict() const override;

private:
    void seeContainer(const QString &pod, const Json &podContext, const Json &container);
    void check(const char *rule, bool holds, const QString &where);

    QString m_namespace;
    QStringList m_rules;
    int m_pods = 0;
    int m_violations = 0;
    QStringList m_examples; ///< "pod/container rule"
};

} // namespace signalbox::probes
