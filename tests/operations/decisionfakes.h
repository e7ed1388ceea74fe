// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/refusal.h"
#include "models/operations/decisiondesk.h"
#include "tests/operations/fakes.h"

namespace signalbox::test
{

/// The one state machine, in memory, with a clock and moods of its own.
class FakeDecisionLedger final : public DecisionLedger
{
public:
    explicit FakeDecisionLedger(const Clock &clock)
        : m_clock(clock)
    {
    }
    [[nodiscard]] QDateTime now() const { return m_clock.nowUtc().addMSecs(who.skew.count()); }
    [[nodiscard]] QFuture<Result<LedgerIdentity>> identity() override
    {
        return reply<LedgerIdentity>([this]() -> Result<LedgerIdentity> {
            who.grants = grants;
            return who;
        });
    }
    [[nodiscard]] QFuture<Result<Decisions>> submit(DecisionCommand command) override
    {
        return reply<Decisions>([&]() -> Result<Decisions> {
            const QString id = command.run.id();
            Decisions before = runs.value(id);
            before.grants = grants;
            const auto after = applyDecision(before, command, now());
            if (!after || refuseAll) {
                return refused(refuseAll ? *refuseAll : after.error());
            }
            runs.insert(id, *after);
            accepted.append(command);
            QMetaObject::invokeMethod(
                this, [this, id] { Q_EMIT runChanged(id); }, Qt::QueuedConnection);
            return *after;
        });
    }
    [[nodiscard]] QFuture<Result<Decisions>> read(QString runId) override
    {
        return reply<Decisions>([&]() -> Result<Decisions> {
            Decisions facts = runs.value(runId);
            facts.grants = grants;
            return facts;
        });
    }
    [[nodiscard]] QFuture<Result<Lease>> acquire(QString resource, QString holder,
                                                 std::chrono::seconds) override
    {
        return reply<Lease>([&]() -> Result<Lease> {
            const auto held = leases.constFind(resource);
            if (held != leases.cend() && held->holder != holder) {
                return tl::unexpected(Error{ErrorCode::Refused,
                                            ErrorLayer::Rule,
                                            0,
                                            QStringLiteral("lease-held"),
                                            {},
                                            held->holder,
                                            {}});
            }
            Lease lease{resource, holder, ++token, now().addSecs(60)};
            leases.insert(resource, lease);
            return lease;
        });
    }
    [[nodiscard]] QFuture<Result<Done>> release(Lease lease) override
    {
        leases.remove(lease.resource);
        return reply<Done>([]() -> Result<Done> { return Done(); });
    }
    [[nodiscard]] QFuture<Result<Done>> grant(RoleGrant grant) override
    {
        grants.append(grant);
        return reply<Done>([]() -> Result<Done> { return Done(); });
    }
    [[nodiscard]] QFuture<Result<Done>> revokeGrant(RoleGrant grant) override
    {
        grants.removeOne(grant);
        return reply<Done>([]() -> Result<Done> { return Done(); });
    }
    void setDown(bool isDown)
    {
        down = isDown;
        Q_EMIT reachableChanged(!isDown);
    }
    template <typename Body> [[nodiscard]] int count() const
    {
        return static_cast<int>(std::count_if(accepted.cbegin(), accepted.cend(), [](const auto &command) {
            return std::holds_alternative<Body>(command.body);
        }));
    }

    LedgerIdentity who;
    QVector<RoleGrant> grants;
    QHash<QString, Decisions> runs;
    QHash<QString, Lease> leases;
    QVector<DecisionCommand> accepted;
    std::optional<Refusal> refuseAll;
    qint64 token = 40;
    bool down = false;

private:
    static Result<Decisions> refused(Refusal refusal)
    {
        return tl::unexpected(
            Error{ErrorCode::Refused, ErrorLayer::Rule, 0, refusalWord(refusal), {}, {}, {}});
    }
    template <typename T, typename Make> QFuture<Result<T>> reply(Make make)
    {
        return answeredWith<T>(down ? Result<T>(tl::unexpected(errorOf(ErrorCode::Unreachable))) : make());
    }
    const Clock &m_clock;
};

class FakeProbes final : public ProbeRunner
{
public:
    explicit FakeProbes(const Clock &clock)
        : m_clock(clock)
    {
    }
    [[nodiscard]] QFuture<Result<ProbeFinding>> run(ProbeSpec spec, ProbeContext context) override
    {
        ran.append(spec.id);
        last = context;
        if (hold) {
            held.emplace_back();
            return held.back().future();
        }
        return answeredWith<ProbeFinding>(seen());
    }
    [[nodiscard]] ProbeFinding seen() const
    {
        return {result,
                false,
                QStringLiteral("nodes-ready"),
                {QStringLiteral("3"), QStringLiteral("3")},
                m_clock.nowUtc(),
                {}};
    }

    CheckResult result = CheckResult::Pass;
    QStringList ran;
    ProbeContext last;
    bool hold = false;
    std::vector<Answer<ProbeFinding>> held;

private:
    const Clock &m_clock;
};

} // namespace signalbox::test
