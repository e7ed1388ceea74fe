// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/deskidentity.h"

#include <QCoreApplication>
#include <QFile>

#include <tuple>

namespace signalbox
{

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

QString place()
{
    return QString::fromLatin1(contentOf(QStringLiteral("/proc/sys/kernel/random/boot_id"))) +
           QLatin1Char(':') +
           QFile::symLinkTarget(QStringLiteral("/proc/self/ns/pid"))
               .section(QLatin1Char('/'), -1)
               .remove(QStringLiteral("pid:"));
}

/// Ticks since boot at which a process started; empty: there is none. The command, which may hold anything,
/// ends with the last parenthesis; start is the 20th field behind it, state the first.
QString startOf(const QString &pid)
{
    const QByteArray stat = contentOf(QStringLiteral("/proc/%1/stat").arg(pid));
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const bool isDead = fields.first() == "Z" || fields.first() == "X";
    return isDead ? QString() : QString::fromLatin1(fields.value(19));
}

} // namespace

QString thisDesk()
{
    const QString pid = QString::number(QCoreApplication::applicationPid());
    return place() + QLatin1Char('/') + pid + QLatin1Char('/') + startOf(pid);
}

bool isDeskAlive(const QString &desk)
{
    const QStringList parts = desk.split(QLatin1Char('/'));
    bool isNumber = false;
    std::ignore = parts.value(1).toLongLong(&isNumber);
    return parts.size() == 3 && isNumber && !parts.at(2).isEmpty() && parts.at(0) == place() &&
           startOf(parts.at(1)) == parts.at(2);
}

} // namespace signalbox
