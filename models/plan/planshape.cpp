// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/planshape.h"

#include <QHash>

namespace signalbox
{
namespace
{

/// Keys in the order of the schema; * after a required one, and = with the words it may be.
struct Row {
    const char *name;
    const char *keys;
};

// clang-format off
constexpr Row Rows[] = {
    {"plan",
     "signalboxPlan* id* version* title* description owners targets* services steps* stages "
     "gates checklists polls probes metrics objectives rollback scaling recovery roles "
     "calendar contacts communication retention notes"},
    {"target",
     "cluster namespace kind=Rollout|Deployment name* environment production"},
    {"service",
     "id* title* requirements image healthPath minimumReplicas"},
    {"step",
     "id* title* requirements weight allowlist minimumSoak*"},
    {"stage",
     "id* title* requirements shortest longest planned"},
    {"seat",
     "id* title* requirements role*"},
    {"gate",
     "id* title* requirements kind*=manual|automatic before* seats quorum mustInclude "
     "conditions timeout* onExpiry*=refuse|hold|roll-back validity* startDelay interval "
     "steady signaturesDue"},
    {"checkItem",
     "id* title* requirements mode*=machine|confirmed|attested mandatory probes metrics "
     "freshness* bindsArtefact"},
    {"checkGroup",
     "id* title* items*"},
    {"checklist",
     "id* title* requirements phase*=before|during|after groups*"},
    {"station",
     "id* title* requirements role* mandatory"},
    {"poll",
     "id* title* requirements rule stations* director* checklists answerTime* validity*"},
    {"probe",
     "id* title* requirements kind* parameters timeout"},
    {"metric",
     "id* title* requirements group unit*=none|ratio|seconds|perSecond|bytes|cores|count "
     "direction*=lower|higher objective promoteLimit rollbackLimit query* samplesQuery "
     "errorsQuery minimumSamples freshness rollbackHold consecutive "
     "comparison=none|error-rate|ranks practicalRatio practicalShift "
     "severity*=sev1|sev2|sev3|sev4 severityWord"},
    {"objective",
     "id* title* requirements objective* goodQuery* totalQuery* window* maturity"},
    {"rollbackTrigger",
     "id* title* requirements metric probes consecutive automatic"},
    {"rollbackStep",
     "id* title* requirements budget*"},
    {"rollback",
     "triggers steps automaticBudget* manualBudget* outerBudget*"},
    {"scalingTrigger",
     "id* title* requirements query* unit*=none|ratio|seconds|perSecond|bytes|cores|count "
     "threshold* sustained*"},
    {"scalingAction",
     "id* title* requirements kind*=scale-out|scale-in|pre-warm|degrade|attested factor"},
    {"scaling",
     "requirements triggers* actions* cooldown* quiet* minimumReplicas maximumReplicas"},
    {"recoveryTarget",
     "id* title* requirements rto* rpo*"},
    {"failoverStep",
     "id* title* requirements after budget* pointOfNoReturn"},
    {"recovery",
     "targets steps"},
    {"deputy",
     "person* standsFor* from* until*"},
    {"role",
     "id* title* requirements members deputies"},
    {"calendarEntry",
     "id* title* requirements kind*=freeze|peak|maintenance|release|drill reason* timeZone* "
     "start* duration* recurrence exceptDates services regions overrideRole owner"},
    {"contact",
     "id* requirements role* name* phone mail url backup"},
    {"communicationRule",
     "id* title* requirements phase*=immediate|regular|external|stakeholders|afterwards "
     "condition channel* every text*"},
    {"retentionRule",
     "id* title* requirements minimum* maximum"},
    {"note",
     "id* text* requirements"},
    {"text",
     "en* zh_TW* zh_CN*"},
};
// clang-format on

PlanKey keyFrom(const QString &text)
{
    PlanKey key;
    QString head = text.section(QLatin1Char('='), 0, 0);
    if (text.contains(QLatin1Char('='))) {
        key.words = text.section(QLatin1Char('='), 1).split(QLatin1Char('|'));
    }
    key.required = head.endsWith(QLatin1Char('*'));
    key.name = key.required ? head.chopped(1) : head;
    return key;
}

const QHash<QString, PlanShape> &shapes()
{
    static const QHash<QString, PlanShape> all = [] {
        QHash<QString, PlanShape> made;
        for (const Row &row : Rows) {
            PlanShape shape{QString::fromLatin1(row.name), {}};
            for (const QString &key : QString::fromLatin1(row.keys).split(QLatin1Char(' '))) {
                shape.keys.append(keyFrom(key));
            }
            made.insert(shape.name, shape);
        }
        return made;
    }();
    return all;
}

} // namespace

const PlanKey *PlanShape::key(const QString &keyName) const
{
    for (const PlanKey &each : keys) {
        if (each.name == keyName) {
            return &each;
        }
    }
    return nullptr;
}

const PlanShape &planShape(const QString &name)
{
    static const PlanShape none;
    const auto found = shapes().constFind(name);
    Q_ASSERT(found != shapes().cend());
    return found == shapes().cend() ? none : *found;
}

QStringList planShapeNames()
{
    return shapes().keys();
}

} // namespace signalbox
