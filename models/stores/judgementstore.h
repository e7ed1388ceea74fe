// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "models/stores/judgement.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace signalbox
{

class MetricsStore;

/// How often is looked, and over how long.
struct JudgementCadence {
    std::chrono::milliseconds rhythm{20000}; ///< between the starts of two rounds; never below a scrape
    std::chrono::seconds leastWindow{20};    ///< $window of readings, if four scrapes are less
    bool operator==(const JudgementCadence &) const = default;
};

/// Judges new versions by the metrics of their plans, over the whole time they are watched (B-53): every look
/// counts, every request once. GUI thread. What is known of a run stays when another release is shown; the
/// least recently watched runs are forgotten beyond a number.
class JudgementStore final : public QObject
{
    Q_OBJECT

public:
    /// The plan that governs a release and can be used, else null. Valid until control returns to its owner.
    using PlanOf = std::function<const ReleasePlan *(const ReleaseKey &)>;

    /// @param metrics says which server answers and how often it scrapes; it and the clock outlive the store
    JudgementStore(const MetricsStore &metrics, PlanOf planOf, const Clock &clock, QObject *parent = nullptr);
    ~JudgementStore() override;

    void setCadence(const JudgementCadence &cadence);
    [[nodiscard]] const JudgementCadence &cadence() const;

    /// The release on screen; call it on each of its changes.
    void show(const std::optional<Release> &release);
    /// Others to keep watching, such as those with an open gate. Most 8 of them are.
    void watchAlso(const QVector<Release> &releases);
    /// Plans changed: asks again which one governs what is watched.
    void reconsiderPlans();
    /// Looks if it is time to and nothing is being asked; happens by itself at least once a second.
    void lookIfDue();

    /// Of the release on screen. Without plan: not governed, or nothing new is in progress.
    [[nodiscard]] const Judgement &shown() const;
    /// As of now, of any run that is remembered; none: it never was watched, or under another plan.
    [[nodiscard]] std::optional<Judgement> of(const RunRef &run) const;

Q_SIGNALS:
    /// shown() says something else.
    void changed();
    /// of() says something else.
    void judged(const signalbox::RunRef &run);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
