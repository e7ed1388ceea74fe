// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stores/planlibrary.h"
#include "tests/operations/decisionfakes.h"

#include <QFile>
#include <QTemporaryDir>

namespace signalbox::test
{

inline bool has(const QVector<Message> &messages, MessageCode code)
{
    return std::any_of(messages.cbegin(), messages.cend(),
                       [code](const Message &message) { return message.code == code; });
}

/// The World of operations, governed by tests/data/plans/cart.yaml, with a desk that decides.
struct DecisionWorld : World {
    DecisionWorld()
        : ledgerOfDecisions(clock)
        , probes(clock)
        , plans(PlanFolders{QString(), folder.path()})
    {
        measured.values.insert(QStringLiteral("samples"), 5000);
        ledgerOfDecisions.who.person = QStringLiteral("lin");
        api.onGet = [this](const QString &path) -> Result<QByteArray> {
            return answers.value(path, tl::unexpected(errorOf(ErrorCode::NotFound)));
        };
        operations.setTiming(timing);
        operations.addBackend(key.cluster, backend);
        backend.nextPlan = promotePlan(key);
        clock.advance(std::chrono::minutes(6)); // the soak of the first step is over
    }
    /// Where the plan says so is a matter of the test.
    bool govern(const QByteArray &from = {}, const QByteArray &to = {})
    {
        QFile source(qEnvironmentVariable("SIGNALBOX_SOURCE_DIR") +
                     QStringLiteral("/tests/data/plans/cart.yaml"));
        QFile target(folder.filePath(QStringLiteral("cart.yaml")));
        if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly)) {
            return false;
        }
        QByteArray text = source.readAll();
        if (!from.isEmpty()) {
            text.replace(from, to);
        }
        return target.write(text) == text.size();
    }
    void start()
    {
        plans.addCluster(api);
        plans.reload();
        api.goLive(clock.nowUtc());
        desk = std::make_unique<DecisionDesk>(
            DecisionDesk::Sources{fleet, metrics, plans, ledgerOfDecisions, probes, judgements, clock});
        desk->setRehearsal(true);
        operations.setGuard(desk.get());
        desk->show(key);
    }
    void be(const char *person)
    {
        Actor actor;
        actor.id = QString::fromLatin1(person);
        desk->setActor(actor);
    }
    // The ways people take, each true when it ended well.
    [[nodiscard]] static bool done(const QFuture<Result<Done>> &future);
    [[nodiscard]] static QString refusal(const QFuture<Result<Done>> &future);
    [[nodiscard]] bool startGoverned(const QByteArray &from = {}, const QByteArray &to = {});
    [[nodiscard]] bool satisfyChecklists();
    [[nodiscard]] bool approveGate();
    [[nodiscard]] bool armPoll();
    [[nodiscard]] Decision promote() const { return operations.decision(ActionKind::Promote, key); }
    ReleaseOperation *run(ActionKind kind);
    [[nodiscard]] QString runId() const { return QStringLiteral("u-cart/new"); }
    [[nodiscard]] const GateView &gate() const { return desk->view().gates.at(0); }
    [[nodiscard]] const PollView &poll() const { return desk->view().polls.at(0); }

    QTemporaryDir folder;
    FakeDecisionLedger ledgerOfDecisions;
    FakeProbes probes;
    PlanLibrary plans;
    JudgementStore judgements{metrics,
                              [this](const ReleaseKey &release) -> const ReleasePlan * {
                                  const PlanEntry *entry = plans.governing(release);
                                  return entry && entry->isUsable() ? &*entry->parsed.plan : nullptr;
                              },
                              clock};
    std::unique_ptr<DecisionDesk> desk; ///< outlives the operations it guards
    OperationDesk operations{fleet, metrics, ledger, clock};
    QHash<QString, Result<QByteArray>> answers;
};

} // namespace signalbox::test
