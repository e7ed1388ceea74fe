// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/plansections.h"

#include <algorithm>

namespace signalbox
{
namespace
{

const QStringList &roleSort()
{
    static const QStringList sorts{QStringLiteral("role")};
    return sorts;
}

/// Checklists, polls and metrics are named together as conditions, so no two of them may share an id.
QString conditionScope()
{
    return QStringLiteral("condition");
}

GateSeat readSeat(PlanContext &context, const PlanSpot &spot, const QString &scope)
{
    PlanObject object(context, "seat", spot);
    GateSeat seat;
    object.head(seat, scope);
    seat.role = object.reference("role", roleSort());
    return seat;
}

void checkSeats(PlanObject &object, const GateRule &gate)
{
    for (const PlanNode &each :
         object.has("mustInclude") ? object.spot("mustInclude").node->items : QVector<PlanNode>()) {
        const bool known = std::any_of(gate.seats.cbegin(), gate.seats.cend(),
                                       [&each](const GateSeat &seat) { return seat.id == each.text; });
        if (!known) {
            object.context().complain({&each, object.path() + QStringLiteral(".mustInclude")},
                                      PlanProblemCode::UnknownReference, {each.text, QStringLiteral("seat")});
        }
    }
    const auto seats = static_cast<int>(gate.seats.size());
    if (gate.quorum > seats) {
        object.context().complain(object.spot("quorum"), PlanProblemCode::QuorumTooLarge,
                                  {QString::number(gate.quorum), QString::number(seats)},
                                  QStringLiteral("1 … %1").arg(seats));
    }
}

/// A gate by people has seats; one that opens by itself has conditions and a pace.
void checkGateKind(PlanObject &object, const GateRule &gate)
{
    static const QStringList ofPeople{QStringLiteral("seats"), QStringLiteral("quorum"),
                                      QStringLiteral("mustInclude"), QStringLiteral("signaturesDue")};
    static const QStringList ofPace{QStringLiteral("interval"), QStringLiteral("steady"),
                                    QStringLiteral("startDelay")};
    if (gate.kind == GateKind::Manual) {
        object.need({QStringLiteral("seats")}, QStringLiteral("manual"));
        object.refuse(ofPace, QStringLiteral("manual"));
        checkSeats(object, gate);
        return;
    }
    object.need({QStringLiteral("conditions"), QStringLiteral("interval"), QStringLiteral("steady")},
                QStringLiteral("automatic"));
    object.refuse(ofPeople, QStringLiteral("automatic"));
}

GateRule readGate(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "gate", spot);
    GateRule gate;
    object.head(gate);
    gate.kind = object.word("kind", GateKind::Manual);
    gate.before = object.text("before");
    if (!gate.before.isEmpty() && gate.before != QLatin1String("start")) {
        context.refer({object.spot("before"), gate.before, {QStringLiteral("step")}, {}});
    }
    const QString scope = spot.path + QStringLiteral(".seats");
    gate.seats = object.list<GateSeat>(
        "seats", [&scope](PlanContext &inner, const PlanSpot &seat) { return readSeat(inner, seat, scope); });
    gate.quorum = object.integer("quorum", 1, 100).value_or(0);
    gate.mustInclude = object.ids("mustInclude");
    gate.conditions = object.references(
        "conditions", {QStringLiteral("checklist"), QStringLiteral("poll"), QStringLiteral("metric")},
        QStringLiteral("promoteLimit"));
    gate.timeout = object.duration("timeout");
    gate.onExpiry = object.word("onExpiry", GateExpiry::Refuse);
    gate.validity = object.duration("validity");
    gate.startDelay = object.duration("startDelay", {}, PlanObject::Zero::Allowed);
    gate.interval = object.duration("interval");
    gate.steady = object.duration("steady");
    gate.signaturesDue = object.duration("signaturesDue");
    checkGateKind(object, gate);
    return gate;
}

CheckItem readItem(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "checkItem", spot);
    CheckItem item;
    object.head(item);
    item.mode = object.word("mode", CheckMode::Attested);
    item.mandatory = object.flag("mandatory", true);
    item.probes = object.references("probes", {QStringLiteral("probe")});
    item.metrics = object.references("metrics", {QStringLiteral("metric")}, QStringLiteral("promoteLimit"));
    item.freshness = object.duration("freshness");
    item.bindsArtefact = object.flag("bindsArtefact", false);
    const bool looks = object.has("probes") || object.has("metrics");
    if (item.mode == CheckMode::Attested) {
        object.refuse({QStringLiteral("probes"), QStringLiteral("metrics")}, QStringLiteral("attested"));
    } else if (!looks || (item.probes.isEmpty() && item.metrics.isEmpty())) {
        context.complain(spot, PlanProblemCode::NothingLooks, {object.spot("mode").node->text},
                         QStringLiteral("probes, metrics"));
    }
    return item;
}

CheckGroup readGroup(PlanContext &context, const PlanSpot &spot, const QString &scope)
{
    PlanObject object(context, "checkGroup", spot);
    CheckGroup group;
    QStringList requirements;
    group.id = object.declare(requirements, scope);
    group.title = object.localText("title");
    group.items = object.list<CheckItem>("items", readItem, PlanObject::Length::NotEmpty);
    return group;
}

Checklist readChecklist(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "checklist", spot);
    Checklist list;
    object.head(list, conditionScope());
    list.phase = object.word("phase", CheckPhase::Before);
    const QString scope = spot.path + QStringLiteral(".groups");
    const auto read = [&scope](PlanContext &inner, const PlanSpot &group) {
        return readGroup(inner, group, scope);
    };
    list.groups = object.list<CheckGroup>("groups", read, PlanObject::Length::NotEmpty);
    return list;
}

Station readStation(PlanContext &context, const PlanSpot &spot, const QString &scope)
{
    PlanObject object(context, "station", spot);
    Station station;
    object.head(station, scope);
    station.role = object.reference("role", roleSort());
    station.mandatory = object.flag("mandatory", true);
    return station;
}

PollRule readPoll(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "poll", spot);
    PollRule poll;
    object.head(poll, conditionScope());
    poll.rule = object.localText("rule");
    const QString scope = spot.path + QStringLiteral(".stations");
    const auto read = [&scope](PlanContext &inner, const PlanSpot &station) {
        return readStation(inner, station, scope);
    };
    poll.stations = object.list<Station>("stations", read, PlanObject::Length::NotEmpty);
    poll.director = object.optional<Station>("director", read).value_or(Station{});
    poll.checklists = object.references("checklists", {QStringLiteral("checklist")});
    poll.answerTime = object.duration("answerTime");
    poll.validity = object.duration("validity");
    return poll;
}

} // namespace

void readDecisions(PlanObject &root, ReleasePlan &plan)
{
    plan.gates = root.list<GateRule>("gates", readGate);
    plan.checklists = root.list<Checklist>("checklists", readChecklist);
    plan.polls = root.list<PollRule>("polls", readPoll);
    plan.probes = root.list<ProbeSpec>("probes", readProbe);
}

} // namespace signalbox
