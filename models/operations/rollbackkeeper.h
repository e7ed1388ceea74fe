// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/operations/operationdesk.h"
#include "models/operations/preparation.h"

#include <QTimer>

#include <functional>

namespace signalbox
{

/// Keeps the rollback of one release prepared: planned and dry-run on the server, again every few seconds and
/// soon after anything changed that the plan depends on. Status ticks of a running rollout do not count.
/// GUI thread.
class RollbackKeeper final : public QObject
{
    Q_OBJECT

public:
    /// What the keeper asks its desk; all have to stay valid as long as the keeper lives.
    struct Desk {
        std::function<const Release *(const ReleaseKey &)> release;
        std::function<Decision(const ReleaseKey &)> decision;
        std::function<QFuture<Result<Prepared>>(ActionRequest)> prepare;
        std::function<bool(const ReleaseKey &)> busy; ///< an operation runs: nothing to keep ready
    };
    RollbackKeeper(Desk desk, const Clock &clock, QObject *parent);

    void setTiming(const OperationTiming &timing);
    void keep(const std::optional<ReleaseKey> &release);
    void setTarget(const QString &hash);
    /// Something about releases changed; compares what matters.
    void look(const QVector<ReleaseKey> &changed);
    [[nodiscard]] const RollbackReadiness &readiness() const { return m_readiness; }

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void take(int round, const Result<Prepared> &result);
    void publish(RollbackReadiness readiness);

    Desk m_desk;
    const Clock &m_clock;
    std::optional<ReleaseKey> m_release;
    QString m_target;
    QStringList m_basis; ///< what the plan in hand depends on
    RollbackReadiness m_readiness;
    QTimer m_refresh;
    QTimer m_debounce;
    int m_round = 0; ///< answers of earlier rounds are dropped
    bool m_asking = false;
};

} // namespace signalbox
