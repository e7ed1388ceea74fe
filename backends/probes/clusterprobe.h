// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/objectjudge.h"
#include "backends/probes/probe.h"

#include <memory>

namespace signalbox::probes
{

/// Reads the lists a judge wants, page by page, and shows it every object. Nothing is kept, so that a cluster
/// of 10,000 pods costs one page of memory.
class ClusterProbe final : public Probe
{
    Q_OBJECT

public:
    ClusterProbe(ProbeInput input, std::unique_ptr<ObjectJudge> judge);

protected:
    void run() override;

private:
    void ask();
    void onPage(const Result<QByteArray> &page);
    [[nodiscard]] bool take(const QByteArray &body);

    std::unique_ptr<ObjectJudge> m_judge;
    QVector<ObjectList> m_lists;
    qsizetype m_current = 0;
    QString m_continue; ///< token of the next page of the current list
    int m_pages = 0;
};

} // namespace signalbox::probes
