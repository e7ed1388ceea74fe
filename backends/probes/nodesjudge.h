// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/objectjudge.h"

#include <QStringList>

namespace signalbox::probes
{

/// Every node is Ready, and there are enough that take pods. A cordoned node is ready, takes none, and is
/// worth a look. Source: requirements S1-ENV-01.
class NodesJudge final : public ObjectJudge
{
public:
    explicit NodesJudge(const ProbeArguments &arguments);
    [[nodiscard]] QVector<ObjectList> lists() const override;
    void see(int list, const Json &object) override;
    [[nodiscard]] ProbeFinding verdict() const override;

private:
    int m_minimum;
    int m_total = 0;
    int m_usable = 0;
    QStringList m_notReady;
    QStringList m_cordoned;
};

} // namespace signalbox::probes
