// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace signalbox::kubernetes
{

/// A small text file that may be rewritten while we run; read again when it looks changed (time stamp, size)
/// and at least once a minute. The last good content is kept while a file cannot be read.
class WatchedFile
{
public:
    explicit WatchedFile(QString path = {})
        : m_path(std::move(path))
    {
    }
    /// @return true if the content may have changed since the last call
    bool refresh(const Clock &clock, bool force);
    [[nodiscard]] const Result<QByteArray> &content() const { return m_content; }
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_path;
    Result<QByteArray> m_content = QByteArray();
    QDateTime m_modified;
    qint64 m_size = -1;
    std::optional<std::chrono::milliseconds> m_readAt;
};

} // namespace signalbox::kubernetes
