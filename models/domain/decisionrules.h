// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisioncommand.h"

#include <algorithm>

/// The parts of applyDecision, one function for each kind of command. Each checks everything first and
/// changes the facts only when it answers Refusal::None.
namespace signalbox::rules
{

struct Context {
    const QString &id; ///< of the command and of what it creates
    const QString &runId;
    const Actor &actor;
    const QDateTime &now; ///< the ledger's clock
};

[[nodiscard]] Refusal apply(Decisions &decisions, const OpenGate &command, const Context &context);
[[nodiscard]] Refusal apply(Decisions &decisions, const CastVote &command, const Context &context);
[[nodiscard]] Refusal apply(Decisions &decisions, const RevokeVote &command, const Context &context);
[[nodiscard]] Refusal apply(Decisions &decisions, const EndGate &command, const Context &context);
[[nodiscard]] Refusal apply(Decisions &decisions, const OpenPoll &command, const Context &context);
[[nodiscard]] Refusal apply(Decisions &decisions, const AnswerPoll &command, const Context &context);
[[nodiscard]] Refusal apply(Decisions &decisions, const AnnounceVerdict &command, const Context &context);
[[nodiscard]] Refusal apply(Decisions &decisions, const EndPoll &command, const Context &context);
[[nodiscard]] Refusal apply(Decisions &decisions, const AddEvidence &command, const Context &context);
[[nodiscard]] Refusal apply(Decisions &decisions, const RequestWaiver &command, const Context &context);
[[nodiscard]] Refusal apply(Decisions &decisions, const GrantWaiver &command, const Context &context);
[[nodiscard]] Refusal apply(Decisions &decisions, const RequestOverride &command, const Context &context);
[[nodiscard]] Refusal apply(Decisions &decisions, const GrantOverride &command, const Context &context);

/// A reason of blanks is none.
[[nodiscard]] inline bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}
/// Approvals bind to hashes: an empty one would bind to nothing.
[[nodiscard]] inline bool isComplete(const Binding &binding)
{
    return !binding.planHash.isEmpty() && !binding.artefactHash.isEmpty();
}
/// The item of that id. Null: none.
template <typename T> [[nodiscard]] T *byId(QVector<T> &items, const QString &id)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const T &item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}
template <typename T> [[nodiscard]] const T *byId(const QVector<T> &items, const QString &id)
{
    const auto found =
        std::find_if(items.cbegin(), items.cend(), [&](const T &item) { return item.id == id; });
    return found == items.cend() ? nullptr : &*found;
}
/// True if every id is there and none twice.
template <typename T> [[nodiscard]] bool haveDistinctIds(const QVector<T> &items)
{
    QStringList ids;
    for (const T &item : items) {
        if (isBlank(item.id) || ids.contains(item.id)) {
            return false;
        }
        ids.append(item.id);
    }
    return true;
}

/// State by the facts alone: what changed around them is for EndGate and EndPoll to say.
[[nodiscard]] inline GateState stateOf(const Gate &gate, const QDateTime &now)
{
    return gateState(gate, gate.binding, now);
}
[[nodiscard]] inline PollState stateOf(const Poll &poll, const QDateTime &now)
{
    return pollState(poll, {}, poll.binding, now);
}
/// Before the verdict: stations and the director may speak.
[[nodiscard]] bool isAsking(const Poll &poll, const QDateTime &now);
/// Whether a person fills a mandatory station other than this one. The newest answer's person fills a
/// station.
[[nodiscard]] bool fillsOther(const Poll &poll, const QString &person, const QString &station);

/// Grant for any of several roles, own right before deputy. Null: none.
[[nodiscard]] const RoleGrant *grantOfAny(const QVector<RoleGrant> &grants, const QString &person,
                                          const QStringList &wanted, const QDateTime &now);

} // namespace signalbox::rules
