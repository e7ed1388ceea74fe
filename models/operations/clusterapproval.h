// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clusterapi.h"
#include "models/domain/release.h"
#include "models/operations/decisionview.h"

#include <QObject>
#include <QPointer>

namespace signalbox
{

/// What the cluster itself does about promotions nobody approved: whether the optional admission policy
/// (resources/manifests/gates.yaml) is bound and the Rollout is marked as gated, and the annotation by which
/// it learns of an approval. GUI thread.
class ClusterApproval final : public QObject
{
    Q_OBJECT

public:
    explicit ClusterApproval(QObject *parent = nullptr);
    ~ClusterApproval() override;

    /// Asks about another release. @param api may go away; null: nothing can be asked
    void follow(ClusterApi *api, const std::optional<ReleaseKey> &release);
    /// Asks again.
    void refresh();
    /// EnforcedByCluster, Advisory or Unknown.
    [[nodiscard]] Enforcement enforcement() const { return m_enforcement; }
    /// The Rollout carries the mark, whether the policy is bound or not.
    [[nodiscard]] bool isGated() const { return m_gated; }
    /// Writes the approval of a step of a revision in the name of a cluster user.
    [[nodiscard]] QFuture<Result<Done>> approve(const QString &revision, int step, const QString &user);

Q_SIGNALS:
    void changed();

private:
    struct Answers;
    void take(const std::shared_ptr<Answers> &answers);
    void settle(Enforcement enforcement, bool gated);
    [[nodiscard]] QString rolloutPath() const;

    QPointer<ClusterApi> m_api;
    std::optional<ReleaseKey> m_release;
    Enforcement m_enforcement = Enforcement::Unknown;
    bool m_gated = false;
    int m_round = 0; ///< answers of an older one are not heard
};

} // namespace signalbox
