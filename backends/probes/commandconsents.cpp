// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/commandconsents.h"

#include <QCryptographicHash>

namespace signalbox::probes
{

QString commandSubject(const QByteArray &planHash, const QStringList &argv)
{
    if (planHash.isEmpty() || argv.isEmpty() || argv.first().isEmpty()) {
        return {};
    }
    QCryptographicHash digest(QCryptographicHash::Sha256);
    const auto add = [&digest](const QByteArray &bytes) {
        digest.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    };
    add(planHash);
    for (const QString &argument : argv) {
        add(argument.toUtf8());
    }
    return QString::fromLatin1(digest.result().toHex());
}

bool MemoryCommandConsents::isAllowed(const QByteArray &planHash, const QStringList &argv) const
{
    const QString subject = commandSubject(planHash, argv);
    return !subject.isEmpty() && m_allowed.contains(subject);
}

void MemoryCommandConsents::allow(const QByteArray &planHash, const QStringList &argv)
{
    if (const QString subject = commandSubject(planHash, argv); !subject.isEmpty()) {
        m_allowed.insert(subject);
    }
}

} // namespace signalbox::probes
