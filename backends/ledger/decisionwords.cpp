// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/decisionwords.h"

#include <algorithm>
#include <array>
#include <utility>

namespace signalbox::ledger
{
namespace
{

template <typename T, size_t N> QString find(const std::array<std::pair<T, const char *>, N> &table, T value)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const auto &entry) { return entry.first == value; });
    return found == table.end() ? QString() : QString::fromLatin1(found->second);
}

template <typename T, size_t N>
T find(const std::array<std::pair<T, const char *>, N> &table, const QString &word, T otherwise)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const auto &entry) { return word == QLatin1String(entry.second); });
    return found == table.end() ? otherwise : found->first;
}

constexpr std::array gateStates{
    std::pair{GateState::NotOpen, "not-open"},    std::pair{GateState::Open, "open"},
    std::pair{GateState::Approved, "approved"},   std::pair{GateState::Consumed, "consumed"},
    std::pair{GateState::Rejected, "rejected"},   std::pair{GateState::Expired, "expired"},
    std::pair{GateState::Withdrawn, "withdrawn"}, std::pair{GateState::Superseded, "superseded"},
    std::pair{GateState::Lapsed, "lapsed"},       std::pair{GateState::Invalidated, "invalidated"},
};
constexpr std::array gateClasses{std::pair{GateClass::Normal, "normal"},
                                 std::pair{GateClass::Emergency, "emergency"}};
constexpr std::array gateKinds{std::pair{GateKind::Manual, "manual"},
                               std::pair{GateKind::Automatic, "automatic"}};
constexpr std::array gateExpiries{std::pair{GateExpiry::Refuse, "refuse"},
                                  std::pair{GateExpiry::Hold, "hold"},
                                  std::pair{GateExpiry::RollBack, "roll-back"}};
constexpr std::array voteChoices{std::pair{VoteChoice::Approve, "approve"},
                                 std::pair{VoteChoice::Reject, "reject"}};
constexpr std::array pollStates{
    std::pair{PollState::Draft, "draft"},       std::pair{PollState::Locked, "locked"},
    std::pair{PollState::Polling, "polling"},   std::pair{PollState::Hold, "hold"},
    std::pair{PollState::NoGo, "no-go"},        std::pair{PollState::Armed, "armed"},
    std::pair{PollState::Consumed, "consumed"}, std::pair{PollState::Expired, "expired"},
    std::pair{PollState::Revoked, "revoked"},
};
constexpr std::array verdicts{std::pair{PollVerdict::None, "none"}, std::pair{PollVerdict::Go, "go"},
                              std::pair{PollVerdict::NoGo, "no-go"}, std::pair{PollVerdict::Hold, "hold"}};
constexpr std::array answers{std::pair{StationAnswer::NotPolled, "not-polled"},
                             std::pair{StationAnswer::NoAnswer, "no-answer"},
                             std::pair{StationAnswer::Go, "go"}, std::pair{StationAnswer::NoGo, "no-go"},
                             std::pair{StationAnswer::Hold, "hold"}};
constexpr std::array checkResults{std::pair{CheckResult::Pass, "pass"}, std::pair{CheckResult::Fail, "fail"},
                                  std::pair{CheckResult::Unknown, "unknown"},
                                  std::pair{CheckResult::Waived, "waived"},
                                  std::pair{CheckResult::NotApplicable, "not-applicable"}};
constexpr std::array interlockTypes{std::pair{InterlockType::Absolute, "absolute"},
                                    std::pair{InterlockType::BreakGlass, "break-glass"},
                                    std::pair{InterlockType::Single, "single"}};

} // namespace

QString wordOf(GateState value)
{
    return find(gateStates, value);
}
QString wordOf(GateClass value)
{
    return find(gateClasses, value);
}
QString wordOf(GateKind value)
{
    return find(gateKinds, value);
}
QString wordOf(GateExpiry value)
{
    return find(gateExpiries, value);
}
QString wordOf(VoteChoice value)
{
    return find(voteChoices, value);
}
QString wordOf(PollState value)
{
    return find(pollStates, value);
}
QString wordOf(PollVerdict value)
{
    return find(verdicts, value);
}
QString wordOf(StationAnswer value)
{
    return find(answers, value);
}
QString wordOf(CheckResult value)
{
    return find(checkResults, value);
}
QString wordOf(InterlockType value)
{
    return find(interlockTypes, value);
}

template <> GateState valueOf<GateState>(const QString &word)
{
    return find(gateStates, word, GateState::Invalidated);
}
template <> GateClass valueOf<GateClass>(const QString &word)
{
    return find(gateClasses, word, GateClass::Normal);
}
template <> GateKind valueOf<GateKind>(const QString &word)
{
    return find(gateKinds, word, GateKind::Automatic);
}
template <> GateExpiry valueOf<GateExpiry>(const QString &word)
{
    return find(gateExpiries, word, GateExpiry::Refuse);
}
template <> VoteChoice valueOf<VoteChoice>(const QString &word)
{
    return find(voteChoices, word, VoteChoice::Reject);
}
template <> PollState valueOf<PollState>(const QString &word)
{
    return find(pollStates, word, PollState::Revoked);
}
template <> PollVerdict valueOf<PollVerdict>(const QString &word)
{
    return find(verdicts, word, PollVerdict::NoGo);
}
template <> StationAnswer valueOf<StationAnswer>(const QString &word)
{
    return find(answers, word, StationAnswer::NoGo);
}
template <> CheckResult valueOf<CheckResult>(const QString &word)
{
    return find(checkResults, word, CheckResult::Unknown);
}

} // namespace signalbox::ledger
