// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/api/deploymentbackend.h"
#include "backends/api/ledger.h"
#include "models/domain/operation.h"
#include "models/operations/operationguard.h"
#include "models/stores/fleetstore.h"
#include "models/stores/metricsstore.h"

#include <QObject>

namespace signalbox
{

/// Rhythm of operations. Tests make it faster.
struct OperationTiming {
    std::chrono::milliseconds poll{2000}; ///< between two looks at measurements
    /// The intent is on disk before the first call leaves. Going back waits no longer than this for it, then
    /// sends: the record is in the ledger's queue by then. The wait holds the calling thread, see
    /// releaseoperation.cpp. Going forward waits as long as it takes, without holding anything, and is
    /// refused if the ledger fails. 0: going back does not wait at all.
    std::chrono::milliseconds intentGrace{10};
    std::chrono::milliseconds refresh{15000}; ///< of a rollback that is kept ready
    std::chrono::milliseconds debounce{300};  ///< after a change that matters to it
};

/// One run of one action: records the intent, sends the calls, waits until each step is effective, records
/// the outcome. Level-based: a step whose verification already holds is not sent again. GUI thread.
class ReleaseOperation final : public QObject
{
    Q_OBJECT

public:
    struct Collaborators { ///< all outlive the operation
        FleetStore &fleet;
        MetricsStore &metrics;
        DeploymentBackend &backend;
        Ledger &ledger;
        const Clock &clock;
        OperationTiming timing{};
        QString desk{};                  ///< names this process in the ledger
        OperationGuard *guard = nullptr; ///< asked before anything goes forward; null: nobody is
    };

    ReleaseOperation(Collaborators collaborators, ActionPlan plan, QString actor, QObject *parent = nullptr);
    /// Goes on with an interrupted one, from status.currentStep; start() records the continuation.
    ReleaseOperation(Collaborators collaborators, const OperationStatus &interrupted,
                     QObject *parent = nullptr);
    ~ReleaseOperation() override;

    [[nodiscard]] const OperationStatus &status() const;
    /// Begins at once: the first call leaves before this returns to the event loop where possible.
    void start();
    /// Ends an operation that has not started, saying why; nothing is sent.
    void refuse(const Error &why);
    [[nodiscard]] bool isRunning() const;
    /// Stops sending; what is already sent stays. A person takes over.
    void stopByHand();
    /// The reason may follow the click.
    void setReason(const QString &reason);

Q_SIGNALS:
    void changed();
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
