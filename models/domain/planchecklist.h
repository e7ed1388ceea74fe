// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/localtext.h"

#include <QMap>
#include <QStringList>
#include <QVector>

#include <chrono>

namespace signalbox
{

/// Who decides an item. Source: requirements A, check modes A, S and M.
enum class CheckMode {
    Machine,   ///< A: the machine decides
    Confirmed, ///< S: the machine gathers, a person confirms
    Attested,  ///< M: a person attests with name, time and evidence
};

struct CheckItem {
    QString id;
    QStringList requirements;
    LocalText title;
    CheckMode mode = CheckMode::Machine;
    bool mandatory = true;
    QStringList probes;                ///< ids of ProbeSpec; every one has to pass
    QStringList metrics;               ///< ids of PlanMetric; every one has to be within its promote limit
    std::chrono::seconds freshness{0}; ///< evidence older than this is Unknown
    bool bindsArtefact = false;        ///< evidence counts only for the artefacts it was made with
    bool operator==(const CheckItem &) const = default;
};

struct CheckGroup {
    QString id;
    LocalText title;
    QVector<CheckItem> items;
    bool operator==(const CheckGroup &) const = default;
};

enum class CheckPhase { Before, During, After };

struct Checklist {
    QString id;
    LocalText title;
    QStringList requirements;
    CheckPhase phase = CheckPhase::Before;
    QVector<CheckGroup> groups;
    bool operator==(const Checklist &) const = default;
};

/// A station of a go/no-go poll.
struct Station {
    QString id;
    QString role; ///< id of a PlanRole
    LocalText title;
    bool mandatory = true;
    QStringList requirements;
    bool operator==(const Station &) const = default;
};

/// Who is asked, in which order, resting on which criteria. Source: requirements C1.
struct PollRule {
    QString id;
    LocalText title;
    LocalText rule; ///< the verdict rule as people read it
    QStringList requirements;
    QVector<Station> stations;          ///< in the order they are asked, without the director
    Station director;                   ///< asked last, announces the verdict
    QStringList checklists;             ///< ids; every mandatory item is a criterion
    std::chrono::seconds answerTime{0}; ///< from opening; a station silent for longer is NO-ANSWER
    std::chrono::seconds validity{0};   ///< of a GO that was not used
    bool operator==(const PollRule &) const = default;
};

/// Kinds of probe a plan may ask for; their parameters are listed in probeparameters.h.
enum class ProbeKind {
    KubernetesNodes,
    KubernetesDeployments,
    KubernetesNetworkPolicies,
    KubernetesPodSecurity,
    KubernetesRbac,
    Promql,
    Alertmanager,
    Tcp,
    Tls,
    Http,
    Dns,
    Postgresql,
    Redis,
    S3,
    Junit,
    Sarif,
    Command,
};

struct ProbeSpec {
    QString id;
    LocalText title;
    QStringList requirements;
    ProbeKind kind = ProbeKind::Tcp;
    QMap<QString, QStringList> parameters; ///< names and shapes by probeparameters.h; never a secret
    std::chrono::seconds timeout{10};
    bool operator==(const ProbeSpec &) const = default;
};

} // namespace signalbox
