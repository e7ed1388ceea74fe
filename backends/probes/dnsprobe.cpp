// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/dnsprobe.h"

#include "backends/probes/findings.h"

#include <QRandomGenerator>
#include <QUrl>

#include <algorithm>

namespace signalbox::probes
{

namespace
{

constexpr int NoSuchName = 3;
constexpr qsizetype MostResolvers = 16;

QString codeText(int code)
{
    switch (code) {
    case 1:
        return QStringLiteral("FORMERR");
    case 2:
        return QStringLiteral("SERVFAIL");
    case 4:
        return QStringLiteral("NOTIMP");
    case 5:
        return QStringLiteral("REFUSED");
    default:
        return QStringLiteral("RCODE %1").arg(code);
    }
}

/// As answers are written: lower case, no last dot, the short form of IPv6. Text records stay as they are.
QStringList normalised(const QStringList &records, const QString &type)
{
    QStringList made;
    for (const QString &record : records) {
        const QHostAddress address(record);
        const QString name = record.endsWith(QLatin1Char('.')) ? record.chopped(1) : record;
        made << (type == QLatin1String("TXT") ? record
                 : address.isNull()           ? name.toLower()
                                              : address.toString());
    }
    made.removeDuplicates();
    made.sort();
    return made;
}

QString recordsText(const QStringList &records)
{
    return records.isEmpty() ? QStringLiteral("–") : shortList(records);
}

} // namespace

void DnsProbe::run()
{
    const QByteArray name = QUrl::toAce(arguments().text("name")).toLower();
    const DnsType type = dnsTypeFromName(arguments().text("type"));
    QVector<DnsResolver> resolvers;
    for (const QString &text : arguments().list("resolvers")) {
        resolvers.append(dnsResolverFrom(text));
    }
    const bool named = !dnsQuery({0, name, type}).isEmpty();
    const bool addressed = resolvers.size() <= MostResolvers &&
                           std::none_of(resolvers.begin(), resolvers.end(), [](const DnsResolver &resolver) {
                               return resolver.address.isNull();
                           });
    if (!named || !addressed) {
        finish(unknown("parameter-invalid", {named ? QStringLiteral("resolvers") : QStringLiteral("name")}));
        return;
    }
    // A little less than the probe's own limit, so that the finding can name who was silent.
    const auto limit = std::chrono::milliseconds(spec().timeout) * 9 / 10;
    m_answers.resize(resolvers.size());
    for (qsizetype i = 0; i < resolvers.size(); ++i) {
        const auto id = static_cast<quint16>(QRandomGenerator::system()->bounded(0x10000));
        auto lookup = std::make_unique<DnsLookup>(resolvers.at(i), DnsQuestion{id, name, type}, limit);
        connect(lookup.get(), &DnsLookup::finished, this,
                [this, i](const Result<DnsAnswer> &answer) { onAnswer(i, answer); });
        m_lookups.push_back(std::move(lookup));
    }
    for (const auto &lookup : m_lookups) {
        lookup->start();
    }
}

void DnsProbe::onAnswer(qsizetype index, const Result<DnsAnswer> &answer)
{
    m_answers[index] = answer;
    const bool all =
        std::all_of(m_answers.begin(), m_answers.end(), [](const auto &each) { return each.has_value(); });
    if (all) {
        finish(verdict());
    }
}

ProbeFinding DnsProbe::verdict() const
{
    QStringList silent;
    QStringList told;
    QVector<QStringList> records;
    for (qsizetype i = 0; i < m_answers.size(); ++i) {
        const QString resolver = m_lookups[static_cast<std::size_t>(i)]->resolver().name;
        const Result<DnsAnswer> &answer = *m_answers.at(i);
        if (!answer) {
            silent << QStringLiteral("%1: %2").arg(resolver, answer.error().detail);
        } else if (answer->code != 0 && answer->code != NoSuchName) {
            silent << QStringLiteral("%1: %2").arg(resolver, codeText(answer->code));
        } else {
            told << QStringLiteral("%1: %2").arg(resolver, recordsText(answer->records));
            records.append(answer->records);
        }
    }
    const bool agreed = std::all_of(records.begin(), records.end(),
                                    [&records](const auto &each) { return each == records.first(); });
    if (!agreed) {
        return failed("dns-disagree", {arguments().text("name"), told.join(QStringLiteral("; "))});
    }
    const ProbeFinding common = records.isEmpty() ? ProbeFinding{} : judge(records.first());
    if (!silent.isEmpty() && common.result != CheckResult::Fail) {
        return unknown("dns-resolver-failed", {silent.join(QStringLiteral("; "))});
    }
    return common;
}

ProbeFinding DnsProbe::judge(const QStringList &records) const
{
    const QString name = arguments().text("name");
    const QStringList expected = normalised(arguments().list("expect"), arguments().text("type"));
    if (records.isEmpty()) {
        return failed("dns-no-record", {name, arguments().text("type")});
    }
    if (!expected.isEmpty() && expected != records) {
        return failed("dns-unexpected", {name, recordsText(records), recordsText(expected)});
    }
    return passed("dns-agreed", {name, recordsText(records), QString::number(m_answers.size())});
}

} // namespace signalbox::probes
