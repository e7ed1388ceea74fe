// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QStringList>

namespace signalbox::probes
{

enum class DnsType : quint16 { A = 1, Ns = 2, Cname = 5, Mx = 15, Txt = 16, Aaaa = 28 };

struct DnsQuestion {
    quint16 id = 0;
    QByteArray name; ///< ASCII, lower case, without the last dot
    DnsType type = DnsType::A;
};

struct DnsAnswer {
    int code = 0;           ///< RCODE: 0 no error, 2 server failure, 3 no such name, 5 refused
    bool truncated = false; ///< to be asked again over TCP
    QStringList records;    ///< of the type asked for, sorted, each once
    bool operator==(const DnsAnswer &) const = default;
};

/// A for words that are no type.
[[nodiscard]] DnsType dnsTypeFromName(const QString &name);
/// Empty if the name cannot be asked for. Source: RFC 1035, sections 2.3.4 and 4.1.
[[nodiscard]] QByteArray dnsQuery(const DnsQuestion &question);
/// Whether the bytes may be the answer: id, direction and question fit. Anything else is somebody else's.
[[nodiscard]] bool answersQuestion(const QByteArray &message, const DnsQuestion &question);
/// Records that belong to the name, also by way of aliases. Error: not a message.
[[nodiscard]] Result<DnsAnswer> parseDnsAnswer(const QByteArray &message, const DnsQuestion &question);

} // namespace signalbox::probes
