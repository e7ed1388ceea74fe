// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/dnsmessage.h"

#include <QHash>
#include <QHostAddress>
#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <optional>

namespace signalbox::probes
{

namespace
{

constexpr qsizetype HeaderSize = 12;
constexpr qsizetype LongestLabel = 63;
constexpr qsizetype LongestName = 253;
/// A name has at most 127 labels; more jumps than that go in circles.
constexpr int MostJumps = 127;

/// Reads a message and never past its end.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes, qsizetype at = HeaderSize)
        : m_bytes(bytes)
        , m_at(at)
    {
    }

    std::optional<quint16> number()
    {
        const auto bytes = take(2);
        return bytes ? std::optional(qFromBigEndian<quint16>(bytes->constData())) : std::nullopt;
    }

    std::optional<QByteArray> take(qsizetype count)
    {
        if (count < 0 || m_at + count > m_bytes.size()) {
            return std::nullopt;
        }
        const QByteArray taken = m_bytes.mid(m_at, count);
        m_at += count;
        return taken;
    }

    /// Lower case, without the last dot.
    std::optional<QByteArray> name()
    {
        QByteArray text;
        qsizetype at = m_at;
        bool jumped = false;
        for (int jumps = 0; jumps <= MostJumps;) {
            if (at >= m_bytes.size()) {
                return std::nullopt;
            }
            const auto length = static_cast<quint8>(m_bytes[at]);
            if ((length & 0xc0) == 0xc0) {
                if (at + 1 >= m_bytes.size()) {
                    return std::nullopt;
                }
                m_at = jumped ? m_at : at + 2;
                jumped = true;
                ++jumps;
                at = ((length & 0x3f) << 8) | static_cast<quint8>(m_bytes[at + 1]);
                continue;
            }
            if (length > LongestLabel || at + 1 + length > m_bytes.size()) {
                return std::nullopt;
            }
            if (length == 0) {
                m_at = jumped ? m_at : at + 1;
                return text.toLower();
            }
            text += (text.isEmpty() ? QByteArray() : QByteArray(".")) + m_bytes.mid(at + 1, length);
            if (text.size() > LongestName) {
                return std::nullopt;
            }
            at += 1 + length;
        }
        return std::nullopt;
    }

    [[nodiscard]] qsizetype position() const { return m_at; }

private:
    const QByteArray &m_bytes;
    qsizetype m_at;
};

struct Record {
    QByteArray owner;
    quint16 type = 0;
    quint16 size = 0;
    qsizetype data = 0; ///< offset
};

std::optional<Record> readRecord(Reader &reader)
{
    const auto owner = reader.name();
    const auto type = reader.number();
    const auto classAndTtl = reader.take(6);
    const auto size = reader.number();
    const qsizetype data = reader.position();
    if (!owner || !type || !classAndTtl || !size || !reader.take(*size)) {
        return std::nullopt;
    }
    return Record{*owner, *type, *size, data};
}

std::optional<QString> nameText(const QByteArray &message, qsizetype at)
{
    const auto name = Reader(message, at).name();
    return name ? std::optional(QString::fromLatin1(*name)) : std::nullopt;
}

QString charactersText(QByteArray data)
{
    QByteArray text;
    while (!data.isEmpty()) {
        const auto length = static_cast<quint8>(data[0]);
        text += data.mid(1, length);
        data = data.mid(1 + length);
    }
    return QString::fromUtf8(text);
}

std::optional<QString> recordText(const QByteArray &message, const Record &record)
{
    const QByteArray data = message.mid(record.data, record.size);
    switch (static_cast<DnsType>(record.type)) {
    case DnsType::A:
        return data.size() == 4
                   ? std::optional(QHostAddress(qFromBigEndian<quint32>(data.constData())).toString())
                   : std::nullopt;
    case DnsType::Aaaa:
        return data.size() == 16
                   ? std::optional(
                         QHostAddress(reinterpret_cast<const quint8 *>(data.constData())).toString())
                   : std::nullopt;
    case DnsType::Txt:
        return charactersText(data);
    case DnsType::Mx: {
        const auto name = data.size() > 2 ? nameText(message, record.data + 2) : std::nullopt;
        return name ? std::optional(
                          QStringLiteral("%1 %2").arg(qFromBigEndian<quint16>(data.constData())).arg(*name))
                    : std::nullopt;
    }
    case DnsType::Cname:
    case DnsType::Ns:
        return nameText(message, record.data);
    }
    return std::nullopt;
}

tl::unexpected<Error> malformed()
{
    return failure(ErrorCode::Protocol, ErrorLayer::Protocol, QStringLiteral("not a DNS message"));
}

quint16 field(const QByteArray &message, qsizetype at)
{
    return qFromBigEndian<quint16>(message.constData() + at);
}

} // namespace

DnsType dnsTypeFromName(const QString &name)
{
    static const QHash<QString, DnsType> types{
        {QStringLiteral("A"), DnsType::A},         {QStringLiteral("AAAA"), DnsType::Aaaa},
        {QStringLiteral("CNAME"), DnsType::Cname}, {QStringLiteral("MX"), DnsType::Mx},
        {QStringLiteral("NS"), DnsType::Ns},       {QStringLiteral("TXT"), DnsType::Txt},
    };
    return types.value(name, DnsType::A);
}

QByteArray dnsQuery(const DnsQuestion &question)
{
    QByteArray name;
    for (const QByteArray &label : question.name.split('.')) {
        if (label.isEmpty() || label.size() > LongestLabel) {
            return {};
        }
        name += static_cast<char>(label.size());
        name += label;
    }
    if (question.name.size() > LongestName) {
        return {};
    }
    const auto append = [](QByteArray &bytes, quint16 number) {
        bytes += static_cast<char>(number >> 8);
        bytes += static_cast<char>(number & 0xff);
    };
    QByteArray bytes;
    constexpr quint16 RecursionDesired = 0x0100;
    for (const quint16 number :
         {question.id, RecursionDesired, quint16(1), quint16(0), quint16(0), quint16(0)}) {
        append(bytes, number);
    }
    bytes += name + '\0';
    append(bytes, static_cast<quint16>(question.type));
    append(bytes, 1); // IN
    return bytes;
}

bool answersQuestion(const QByteArray &message, const DnsQuestion &question)
{
    if (message.size() < HeaderSize || field(message, 0) != question.id ||
        (field(message, 2) & 0x8000) == 0 || field(message, 4) != 1) {
        return false;
    }
    Reader reader(message);
    const auto name = reader.name();
    const auto type = reader.number();
    return name == question.name && type == static_cast<quint16>(question.type);
}

Result<DnsAnswer> parseDnsAnswer(const QByteArray &message, const DnsQuestion &question)
{
    if (!answersQuestion(message, question)) {
        return malformed();
    }
    DnsAnswer answer;
    answer.code = field(message, 2) & 0x000f;
    answer.truncated = (field(message, 2) & 0x0200) != 0;
    if (answer.truncated) {
        return answer; // what is there may be cut anywhere
    }
    Reader reader(message);
    if (!reader.name() || !reader.take(4)) {
        return malformed();
    }
    QSet<QByteArray> names{question.name};
    for (int left = field(message, 6); left > 0; --left) {
        const auto record = readRecord(reader);
        const auto text = record ? recordText(message, *record) : std::nullopt;
        const bool known = record && (text || record->type != static_cast<quint16>(question.type));
        if (!known) {
            return malformed();
        }
        if (!text || !names.contains(record->owner)) {
            continue;
        }
        if (record->type == static_cast<quint16>(DnsType::Cname)) {
            names.insert(text->toLatin1());
        }
        if (record->type == static_cast<quint16>(question.type)) {
            answer.records << *text;
        }
    }
    answer.records.removeDuplicates();
    answer.records.sort();
    return answer;
}

} // namespace signalbox::probes
