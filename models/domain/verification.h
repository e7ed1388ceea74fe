// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/action.h"
#include "models/domain/metric.h"

namespace signalbox
{

/// What is at hand to judge one verification.
struct VerificationInput {
    const Release *release = nullptr; ///< newest snapshot; null: not there
    /// The snapshot is at least as new as the operation's own last write. An older one proves nothing.
    bool newEnough = false;
    /// The server answered the write. If not, only a fact that names the outcome (a hash, an index) proves
    /// it.
    bool answered = true;
    bool metricsConfigured = false; ///< a metrics server is configured for the cluster
    std::optional<Reading> reading; ///< for measured kinds
    QString restartedAt;            ///< status of a Rollout
};

struct Finding {
    bool holds = false;
    bool seen = false;        ///< the controller is known to have seen the last write
    bool unavailable = false; ///< nothing could be measured: never a success by itself
    QVector<Message> observations;
    bool operator==(const Finding &) const = default;
};

/// Metric that a verification is measured with; empty for kinds judged from the object.
[[nodiscard]] QString measuredBy(VerifyKind kind);

/// Stable English name of a problem, as recorded; empty for None.
[[nodiscard]] QString problemName(ValueProblem problem);

/// Judges one verification. Unknown never holds. Only where no metrics server is configured at all do the
/// controller's own facts stand in for a measurement, and the finding says so.
[[nodiscard]] Finding verify(const Verification &wanted, const VerificationInput &input);

/// Whether a snapshot includes a write. Resource versions of one server grow; where they are not decimal,
/// any version other than the one before the write counts.
[[nodiscard]] bool includesWrite(const QString &snapshot, const QString &afterWrite,
                                 const QString &beforeWrite);

} // namespace signalbox
