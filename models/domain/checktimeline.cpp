// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/checktimeline.h"

#include <algorithm>

namespace signalbox
{

namespace
{

using std::chrono::milliseconds;

qint64 ms(const QDateTime &time)
{
    return time.toMSecsSinceEpoch();
}

QDateTime utc(qint64 value)
{
    return QDateTime::fromMSecsSinceEpoch(value, Qt::UTC);
}

void sortByTime(QVector<Evidence> &evidence)
{
    std::stable_sort(evidence.begin(), evidence.end(),
                     [](const auto &a, const auto &b) { return a.at < b.at; });
}

bool sameWord(const Evidence &a, const Evidence &b)
{
    return a.result == b.result && a.code == b.code;
}

/// Two limits, the earlier of which counts. -1: none.
qint64 earlier(qint64 a, qint64 b)
{
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

/// Start of a stretch that goes on, or begins now. -1: there is none.
qint64 since(qint64 start, bool holds, qint64 now)
{
    if (!holds) {
        return -1;
    }
    return start < 0 ? now : start;
}

} // namespace

CheckTimeline::CheckTimeline(const CheckItem &item, QVector<Evidence> machine, QVector<Evidence> person,
                             QVector<Waiver> granted)
    : m_item(item)
    , m_machine(std::move(machine))
    , m_person(std::move(person))
    , m_granted(std::move(granted))
    , m_freshMs(milliseconds(item.freshness).count())
    , m_personMs(item.mode == CheckMode::Confirmed
                     ? std::max<qint64>(m_freshMs, milliseconds(attestationLimit).count())
                     : m_freshMs)
{
    sortByTime(m_machine);
    sortByTime(m_person);
}

void CheckTimeline::advance(Cursor &cursor, qint64 at) const
{
    while (cursor.machine < m_machine.size() && ms(m_machine.at(cursor.machine).at) <= at) {
        const Evidence &next = m_machine.at(cursor.machine);
        if (cursor.machine == 0 || !sameWord(m_machine.at(cursor.machine - 1), next)) {
            cursor.changedMs = ms(next.at);
        }
        ++cursor.machine;
    }
    while (cursor.person < m_person.size() && ms(m_person.at(cursor.person).at) <= at) {
        ++cursor.person;
    }
}

CheckTimeline::Counted CheckTimeline::byMachine(const Cursor &cursor, qint64 at) const
{
    if (cursor.machine == 0) {
        return {};
    }
    const Evidence &newest = m_machine.at(cursor.machine - 1);
    const qint64 limit = ms(newest.at) + m_freshMs;
    if (at > limit) {
        return {CheckResult::Unknown, CheckReason::EvidenceStale, -1};
    }
    // What is Unknown already does not become so.
    return {newest.result, CheckReason::None, newest.result == CheckResult::Unknown ? -1 : limit};
}

CheckTimeline::Counted CheckTimeline::byPerson(const Cursor &cursor, qint64 at) const
{
    if (cursor.person == 0) {
        return {};
    }
    const Evidence &newest = m_person.at(cursor.person - 1);
    const qint64 limit = ms(newest.at) + m_personMs;
    if (at > limit) {
        return {CheckResult::Unknown, CheckReason::EvidenceStale, -1};
    }
    const bool proven = !newest.link.trimmed().isEmpty() || !newest.comment.trimmed().isEmpty();
    if (m_item.mode == CheckMode::Attested && newest.result == CheckResult::Pass && !proven) {
        return {CheckResult::Unknown, CheckReason::NoProof, -1};
    }
    return {newest.result, CheckReason::None, newest.result == CheckResult::Unknown ? -1 : limit};
}

CheckTimeline::Counted CheckTimeline::confirmed(const Cursor &cursor, qint64 at) const
{
    const Counted machine = byMachine(cursor, at);
    if (machine.result != CheckResult::Pass) {
        return machine;
    }
    // Who confirmed in the very moment of the change cannot have seen it.
    const bool seen = cursor.person > 0 && ms(m_person.at(cursor.person - 1).at) > cursor.changedMs;
    if (!seen) {
        return {CheckResult::Unknown, CheckReason::NotConfirmed, -1};
    }
    Counted person = byPerson(cursor, at);
    if (person.result == CheckResult::Unknown && person.reason == CheckReason::None) {
        person.reason = CheckReason::NotConfirmed;
    }
    if (person.result == CheckResult::Unknown) {
        return person;
    }
    person.validUntilMs = earlier(person.validUntilMs, machine.validUntilMs);
    return person;
}

CheckTimeline::Counted CheckTimeline::count(const Cursor &cursor, qint64 at) const
{
    Counted counted;
    switch (m_item.mode) {
    case CheckMode::Machine:
        counted = byMachine(cursor, at);
        break;
    case CheckMode::Confirmed:
        counted = confirmed(cursor, at);
        break;
    case CheckMode::Attested:
        counted = byPerson(cursor, at);
        break;
    }
    if (counted.result == CheckResult::Pass) {
        return counted;
    }
    const Waiver *longest = nullptr;
    for (const auto &waiver : m_granted) {
        const bool inForce = at >= ms(waiver.granted) && at < ms(waiver.until);
        if (inForce && (longest == nullptr || waiver.until > longest->until)) {
            longest = &waiver;
        }
    }
    if (longest != nullptr) {
        // The waiver's last moment, as validUntil is one.
        return {longest->kind, CheckReason::None, ms(longest->until) - 1};
    }
    return counted;
}

QVector<qint64> CheckTimeline::moments(qint64 nowMs) const
{
    QVector<qint64> all{nowMs};
    const auto add = [&](qint64 at) {
        if (at < nowMs) {
            all.append(at);
        }
    };
    const auto addEvidence = [&](const QVector<Evidence> &evidence, qint64 fresh) {
        for (const auto &each : evidence) {
            add(ms(each.at));
            add(ms(each.at) + fresh + 1);
        }
    };
    addEvidence(m_machine, m_freshMs);
    addEvidence(m_person, m_personMs);
    for (const auto &waiver : m_granted) {
        add(ms(waiver.granted));
        add(ms(waiver.until));
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

QDateTime CheckTimeline::voidedAt(qint64 nowMs) const
{
    const QVector<qint64> all = moments(nowMs);
    Cursor cursor;
    qint64 unknownMs = -1;
    qint64 failedMs = -1;
    qint64 voidedMs = -1;
    bool known = false; // before anything was known nothing could rest on it
    for (qsizetype i = 0; i < all.size(); ++i) {
        advance(cursor, all.at(i));
        const CheckResult result = count(cursor, all.at(i)).result;
        const bool goesOn = i + 1 == all.size();
        const qint64 lastMs = goesOn ? nowMs : all.at(i + 1) - 1;
        const bool unknown = result == CheckResult::Unknown && known;
        failedMs = since(failedMs, result == CheckResult::Fail, all.at(i));
        unknownMs = since(unknownMs, unknown, all.at(i));
        known = known || result != CheckResult::Unknown;
        if (failedMs >= 0) {
            voidedMs = goesOn ? failedMs : lastMs;
        } else if (unknown && lastMs - unknownMs > m_freshMs) {
            voidedMs = goesOn ? unknownMs + m_freshMs + 1 : lastMs;
        }
    }
    return voidedMs < 0 ? QDateTime() : utc(voidedMs);
}

CheckState CheckTimeline::stateAt(const QDateTime &now) const
{
    // Evidence may be ahead of us by a skew that is put up with.
    qint64 nowMs = ms(now);
    for (const auto *evidence : {&m_machine, &m_person}) {
        nowMs = evidence->isEmpty() ? nowMs : std::max(nowMs, ms(evidence->constLast().at));
    }
    Cursor cursor;
    advance(cursor, nowMs);
    const Counted counted = count(cursor, nowMs);
    CheckState state;
    state.item = m_item.id;
    state.mode = m_item.mode;
    state.mandatory = m_item.mandatory;
    state.result = counted.result;
    state.reason = counted.reason;
    if (!m_machine.isEmpty()) {
        state.machine = m_machine.constLast();
    }
    if (!m_person.isEmpty()) {
        state.confirmed = m_person.constLast();
    }
    if (counted.validUntilMs >= 0) {
        state.validUntil = utc(counted.validUntilMs);
    }
    state.voidedAt = voidedAt(nowMs);
    return state;
}

} // namespace signalbox
