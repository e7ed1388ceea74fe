// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/watchedfile.h"

#include "backends/kubernetes/pemidentity.h"

#include <QFileInfo>

namespace signalbox::kubernetes
{

namespace
{

using namespace std::chrono_literals;

/// Kubelets rotate projected tokens at 80 % of their life; client-go reads them again once a minute.
constexpr std::chrono::milliseconds rereadAfter = 1min;

} // namespace

bool WatchedFile::refresh(const Clock &clock, bool force)
{
    const QFileInfo info(m_path);
    const QDateTime modified = info.lastModified();
    const bool old = !m_readAt || clock.steady() - *m_readAt >= rereadAfter;
    if (!force && !old && modified == m_modified && info.size() == m_size) {
        return false;
    }
    m_modified = modified;
    m_size = info.size();
    m_readAt = clock.steady();
    m_content = readSmallFile(m_path, ErrorLayer::Credentials);
    return true;
}

} // namespace signalbox::kubernetes
