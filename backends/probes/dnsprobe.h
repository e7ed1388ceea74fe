// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/dnslookup.h"
#include "backends/probes/probe.h"

#include <memory>
#include <vector>

namespace signalbox::probes
{

/// Several resolvers give the same records, and the expected ones. Resolvers that disagree are a failure of
/// its own, whichever of them is right. Source: requirements S1-PRE-I9.
class DnsProbe final : public Probe
{
    Q_OBJECT

public:
    using Probe::Probe;

protected:
    void run() override;

private:
    void onAnswer(qsizetype index, const Result<DnsAnswer> &answer);
    [[nodiscard]] ProbeFinding verdict() const;
    [[nodiscard]] ProbeFinding judge(const QStringList &records) const;

    std::vector<std::unique_ptr<DnsLookup>> m_lookups;
    QVector<std::optional<Result<DnsAnswer>>> m_answers;
};

} // namespace signalbox::probes
