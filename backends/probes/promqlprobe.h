// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/probe.h"
#include "models/domain/probeparameters.h"

namespace signalbox::probes
{

/// A query has to meet an expectation: as one number, or, with a list of expected label values, in every
/// series of that list. A series of the list that is missing is a failure and not a gap in the data. Source:
/// requirements S1-ENV-09.
class PromqlProbe final : public Probe
{
    Q_OBJECT

public:
    using Probe::Probe;

protected:
    void run() override;

private:
    void onAnswer(const Result<QueryAnswer> &answer);
    void onSamples(const Result<QueryAnswer> &answer, const ProbeFinding &finding);
    [[nodiscard]] ProbeFinding judgeOne(const QueryAnswer &answer) const;
    [[nodiscard]] ProbeFinding judgeEach(const QueryAnswer &answer) const;
    [[nodiscard]] Reading read(const QueryAnswer &answer) const;

    Expectation m_expected;
};

} // namespace signalbox::probes
