// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/oncedevice.h"

#include <algorithm>
#include <cstring>

namespace signalbox::http
{

OnceDevice::OnceDevice(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceDevice::bytesAvailable() const
{
    return m_bytes.size() - m_position + QIODevice::bytesAvailable();
}

bool OnceDevice::atEnd() const
{
    return m_position >= m_bytes.size();
}

qint64 OnceDevice::readData(char *target, qint64 limit)
{
    const qint64 count = std::min<qint64>(limit, m_bytes.size() - m_position);
    if (count <= 0) {
        return -1;
    }
    std::memcpy(target, m_bytes.constData() + m_position, static_cast<size_t>(count));
    m_position += count;
    return count;
}

} // namespace signalbox::http
