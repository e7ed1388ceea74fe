// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/clusterprobe.h"

#include "backends/api/whenfinished.h"
#include "backends/probes/findings.h"

#include <QUrl>

namespace signalbox::probes
{

namespace
{

/// kubectl's page size.
constexpr int PageSize = 500;
/// 100,000 objects; a server that goes on for ever is not a cluster.
constexpr int MostPages = 200;

} // namespace

ClusterProbe::ClusterProbe(ProbeInput input, std::unique_ptr<ObjectJudge> judge)
    : Probe(std::move(input))
    , m_judge(std::move(judge))
{
}

void ClusterProbe::run()
{
    m_lists = m_judge->lists();
    ask();
}

void ClusterProbe::ask()
{
    if (m_current >= m_lists.size()) {
        finish(m_judge->verdict());
        return;
    }
    if (++m_pages > MostPages) {
        finish(unknown("too-many-objects", {QString::number(MostPages * PageSize)}));
        return;
    }
    QString path = m_lists.at(m_current).path + QStringLiteral("?limit=%1").arg(PageSize);
    if (!m_continue.isEmpty()) {
        path += QStringLiteral("&continue=") + QString::fromLatin1(QUrl::toPercentEncoding(m_continue));
    }
    whenFinished(this, reach().get(context().release.cluster, path),
                 [this](const Result<QByteArray> &page) { onPage(page); });
}

void ClusterProbe::onPage(const Result<QByteArray> &page)
{
    if (!page) {
        finish(sourceFailed(page.error()));
    } else if (!take(*page)) {
        finish(unknown("answer-unreadable", {m_lists.at(m_current).path}));
    } else {
        m_current += m_continue.isEmpty() ? 1 : 0;
        ask();
    }
}

bool ClusterProbe::take(const QByteArray &body)
{
    const Json list = parseJson(body);
    const Json &items = at(list, "items");
    const bool isEmptyList = items.is_null() && textOf(at(list, "kind")).endsWith(QLatin1String("List"));
    if (!items.is_array() && !isEmptyList) {
        return false;
    }
    for (const Json &object : items) {
        if (textOf(at(at(object, "metadata"), "name")).isEmpty()) {
            return false;
        }
        m_judge->see(m_lists.at(m_current).id, object);
    }
    m_continue = textOf(at(at(list, "metadata"), "continue"));
    return true;
}

} // namespace signalbox::probes
