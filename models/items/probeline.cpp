// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/probeline.h"

#include "models/domain/probeparameters.h"

#include <algorithm>

namespace signalbox
{

namespace
{

/// What says most comes first; the rest follows by name.
const QStringList &leadingNames()
{
    static const QStringList names{QStringLiteral("argv"), QStringLiteral("query"), QStringLiteral("url"),
                                   QStringLiteral("host"), QStringLiteral("name"),  QStringLiteral("port")};
    return names;
}

QString part(const QString &name, const QStringList &values)
{
    const QString value = values.join(name == QLatin1String("argv") ? QLatin1Char(' ') : QLatin1Char(','));
    const bool isPlain =
        name == QLatin1String("argv") || name == QLatin1String("query") || name == QLatin1String("url");
    return isPlain ? value : name + QLatin1Char('=') + value;
}

} // namespace

QString probeLine(const ProbeSpec &probe)
{
    QStringList parts{probeKindName(probe.kind)};
    for (const QString &name : leadingNames()) {
        if (probe.parameters.contains(name)) {
            parts.append(part(name, probe.parameters.value(name)));
        }
    }
    for (auto entry = probe.parameters.cbegin(); entry != probe.parameters.cend(); ++entry) {
        if (!leadingNames().contains(entry.key())) {
            parts.append(part(entry.key(), entry.value()));
        }
    }
    return parts.join(QLatin1Char(' '));
}

QString checkLine(const CheckItem &item, const QVector<ProbeSpec> &probes)
{
    QStringList lines;
    for (const QString &id : item.probes) {
        const auto found = std::find_if(probes.cbegin(), probes.cend(),
                                        [&id](const ProbeSpec &probe) { return probe.id == id; });
        lines.append(found == probes.cend() ? id : probeLine(*found));
    }
    if (!item.metrics.isEmpty()) {
        lines.append(item.metrics.join(QLatin1String(" + ")));
    }
    return lines.join(QLatin1String("; "));
}

} // namespace signalbox
