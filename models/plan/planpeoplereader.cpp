// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/plansections.h"

namespace signalbox
{
namespace
{

QDateTime readInstant(PlanObject &object, const char *key)
{
    static const QString shape = QStringLiteral(
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})\\z");
    static const QString example = QStringLiteral("2026-12-24T18:00:00Z");
    const QString text = object.matching(key, shape, PlanProblemCode::BadTime, example);
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !time.isValid()) {
        object.context().complain(object.spot(key), PlanProblemCode::BadTime, {text}, example);
    }
    return time.toUTC();
}

Deputy readDeputy(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "deputy", spot);
    Deputy deputy;
    deputy.person = object.text("person");
    deputy.standsFor = object.text("standsFor");
    deputy.from = readInstant(object, "from");
    deputy.until = readInstant(object, "until");
    if (deputy.from.isValid() && deputy.until.isValid() && deputy.until <= deputy.from) {
        context.complain(object.spot("until"), PlanProblemCode::EndsBeforeStart,
                         {object.spot("from").node->text, object.spot("until").node->text});
    }
    return deputy;
}

PlanRole readRole(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "role", spot);
    PlanRole role;
    object.head(role);
    role.members = object.texts("members");
    role.deputies = object.list<Deputy>("deputies", readDeputy);
    return role;
}

Contact readContact(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "contact", spot);
    Contact contact;
    contact.id = object.declare(contact.requirements);
    contact.role = object.localText("role");
    contact.name = object.text("name");
    contact.phone = object.text("phone");
    contact.mail = object.text("mail");
    contact.url = object.text("url");
    contact.backup = object.localText("backup");
    return contact;
}

CommunicationRule readRule(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "communicationRule", spot);
    CommunicationRule rule;
    object.head(rule);
    rule.phase = object.word("phase", CommunicationPhase::Immediate);
    rule.condition = object.localText("condition");
    rule.channel = object.text("channel");
    const std::chrono::seconds every = object.duration("every");
    rule.every = every.count() > 0 ? std::optional(every) : std::nullopt;
    rule.text = object.localText("text");
    return rule;
}

/// Whole hours; anything shorter is not how long records are kept.
std::chrono::hours readHours(PlanObject &object, const char *key)
{
    const std::chrono::seconds length = object.duration(key);
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(length);
    if (std::chrono::seconds(hours) != length) {
        object.context().complain(object.spot(key), PlanProblemCode::BadDuration,
                                  {object.spot(key).node->text}, QStringLiteral("24h, 7d"));
    }
    return hours;
}

RetentionRule readRetention(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "retentionRule", spot);
    RetentionRule rule;
    object.head(rule);
    rule.minimum = readHours(object, "minimum");
    const std::chrono::hours most = readHours(object, "maximum");
    rule.maximum = most.count() > 0 ? std::optional(most) : std::nullopt;
    if (rule.maximum && *rule.maximum < rule.minimum) {
        context.complain(object.spot("maximum"), PlanProblemCode::EndsBeforeStart,
                         {object.spot("minimum").node->text, object.spot("maximum").node->text});
    }
    return rule;
}

PlanNote readNote(PlanContext &context, const PlanSpot &spot)
{
    PlanObject object(context, "note", spot);
    PlanNote note;
    note.id = object.declare(note.requirements);
    note.text = object.localText("text");
    return note;
}

} // namespace

void readPeople(PlanObject &root, ReleasePlan &plan)
{
    plan.roles = root.list<PlanRole>("roles", readRole);
    plan.contacts = root.list<Contact>("contacts", readContact);
    plan.communication = root.list<CommunicationRule>("communication", readRule);
    plan.retention = root.list<RetentionRule>("retention", readRetention);
    plan.notes = root.list<PlanNote>("notes", readNote);
}

} // namespace signalbox
