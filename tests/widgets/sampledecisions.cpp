// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampledecisions.h"

#include "models/domain/decisioncommand.h"

namespace signalbox::samples
{

namespace
{

LocalText text(const char *en, const char *zhTw, const char *zhCn)
{
    return {QString::fromUtf8(en), QString::fromUtf8(zhTw), QString::fromUtf8(zhCn)};
}

CheckItem item(const char *id, const LocalText &title, CheckMode mode)
{
    CheckItem made;
    made.id = QString::fromLatin1(id);
    made.title = title;
    made.mode = mode;
    made.requirements = {QStringLiteral("S1-PRE-") + made.id.toUpper()};
    made.freshness = std::chrono::hours(24);
    return made;
}

Evidence evidence(const char *itemId, const Binding &binding, int secondsAgo, CheckResult result,
                  const char *code, const QStringList &args)
{
    Evidence made;
    made.id = QStringLiteral("e-") + QString::fromLatin1(itemId);
    made.checklist = QStringLiteral("before");
    made.item = QString::fromLatin1(itemId);
    made.result = result;
    made.code = QString::fromLatin1(code);
    made.args = args;
    made.person = QStringLiteral("lin");
    made.binding = binding;
    made.at = decisionTime().addSecs(-secondsAgo);
    return made;
}

Evidence word(const char *itemId, const Binding &binding, int secondsAgo, const char *person)
{
    Evidence made = evidence(itemId, binding, secondsAgo, CheckResult::Pass, "", {});
    made.id = QStringLiteral("w-") + QString::fromLatin1(itemId);
    made.byPerson = true;
    made.person = QString::fromLatin1(person);
    made.comment = QStringLiteral("<b>seen</b> | on site");
    return made;
}

Checklist checklist()
{
    Checklist list;
    list.id = QStringLiteral("before");
    list.title = text("Before deployment", "部署前檢查", "部署前检查");
    CheckItem nodes = item(
        "i1",
        text("Cluster health check passed", "Kubernetes 叢集健康檢查通過", "Kubernetes 集群健康检查通过"),
        CheckMode::Machine);
    nodes.probes = {QStringLiteral("nodes")};
    CheckItem tls = item("i6", text("Certificate is valid", "SSL 憑證有效且未過期", "SSL 证书有效且未过期"),
                         CheckMode::Confirmed);
    tls.probes = {QStringLiteral("certificate")};
    CheckItem alarm =
        item("m4", text("Alert channel tested", "通知渠道測試通過", "通知渠道测试通过"), CheckMode::Machine);
    alarm.probes = {QStringLiteral("certificate")};
    CheckItem database =
        item("i2", text("Database answers", "資料庫連線測試成功", "数据库连接测试成功"), CheckMode::Machine);
    list.groups = {
        {QStringLiteral("infra"), text("Infrastructure", "基礎設施", "基础设施"), {nodes, database, tls}},
        {QStringLiteral("monitoring"), text("Monitoring", "監控", "监控"), {alarm}},
        {QStringLiteral("team"),
         text("Team readiness", "團隊準備", "团队准备"),
         {item("t1", text("Deployment team is in place", "部署團隊已就位", "部署团队已就位"),
               CheckMode::Attested),
          item("t2", text("Support desk was told", "客服團隊已通知", "客服团队已通知"), CheckMode::Attested),
          item("t3", text("War room is staffed", "戰情室已有人值守", "作战室已有人值守"),
               CheckMode::Attested)}}};
    return list;
}

std::shared_ptr<ReleasePlan> plan()
{
    auto made = std::make_shared<ReleasePlan>();
    made->id = QStringLiteral("hwayo");
    made->title = text("Hwayo production release", "Hwayo 正式環境發布", "Hwayo 生产环境发布");
    made->hash = QByteArray(32, '\x5a');
    made->checklists = {checklist()};
    ProbeSpec nodes;
    nodes.id = QStringLiteral("nodes");
    nodes.kind = ProbeKind::KubernetesNodes;
    nodes.parameters.insert(QStringLiteral("minimum"), {QStringLiteral("15")});
    ProbeSpec certificate;
    certificate.id = QStringLiteral("certificate");
    certificate.kind = ProbeKind::Tls;
    certificate.parameters.insert(QStringLiteral("host"), {QStringLiteral("shop.example")});
    certificate.parameters.insert(QStringLiteral("port"), {QStringLiteral("443")});
    made->probes = {nodes, certificate};
    const LocalText lead = text("Tech lead", "技術主管", "技术负责人");
    const LocalText product = text("Product manager", "產品經理", "产品经理");
    const LocalText quality = text("QA lead", "QA 負責人", "QA 负责人");
    GateRule gate;
    gate.id = QStringLiteral("production");
    gate.title = text("25 % → 50 %", "25% → 50%", "25% → 50%");
    gate.seats = {{QStringLiteral("tech"), QStringLiteral("tech-lead"), lead, {}},
                  {QStringLiteral("quality"), QStringLiteral("qa-lead"), quality, {}},
                  {QStringLiteral("product"), QStringLiteral("product-manager"), product, {}}};
    gate.quorum = 3;
    gate.timeout = std::chrono::hours(24);
    gate.validity = std::chrono::hours(1);
    made->gates = {gate};
    PollRule poll;
    poll.id = QStringLiteral("go-no-go");
    poll.title = text("Go / no-go poll", "上線表決", "上线表决");
    poll.rule = text("One NO-GO ends it.", "任一 NO-GO 即不上線。", "任一 NO-GO 即不上线。");
    poll.stations = {{QStringLiteral("tech"), QStringLiteral("tech-lead"), lead, true, {}},
                     {QStringLiteral("product"), QStringLiteral("product-manager"), product, true, {}},
                     {QStringLiteral("quality"), QStringLiteral("qa-lead"), quality, true, {}}};
    poll.director = {QStringLiteral("director"),
                     QStringLiteral("director"),
                     text("Release director", "發布總指揮", "发布总指挥"),
                     true,
                     {}};
    poll.checklists = {QStringLiteral("before")};
    poll.answerTime = std::chrono::minutes(30);
    poll.validity = std::chrono::hours(1);
    made->polls = {poll};
    return made;
}

GateView gateView(const ReleasePlan &plan, const Binding &binding)
{
    Gate gate;
    gate.id = QStringLiteral("gate-1");
    gate.rule = plan.gates.constFirst();
    gate.binding = binding;
    gate.requester = QStringLiteral("publisher-1");
    gate.reason = QStringLiteral("2.4.1");
    gate.opened = decisionTime().addSecs(-3600);
    GateVote vote;
    vote.id = QStringLiteral("v1");
    vote.seat = QStringLiteral("quality");
    vote.person = QStringLiteral("qa-owner");
    vote.comment = QStringLiteral("<i>looks good</i>");
    vote.at = decisionTime().addSecs(-600);
    gate.votes = {vote};
    GateView view;
    view.rule = gate.rule;
    view.state = GateState::Open;
    view.deadline = gate.opened.addDays(1);
    for (const GateSeat &seat : gate.rule.seats) {
        SeatView shown;
        shown.seat = seat;
        if (seat.id == vote.seat) {
            shown.vote = vote;
            shown.mayApprove = Refusal::SeatTaken;
        } else {
            shown.mayApprove = seat.id == QLatin1String("tech") ? Refusal::None : Refusal::RoleMissing;
        }
        view.seats.append(shown);
    }
    view.gate = gate;
    view.mayOpen = Refusal::GateAlreadyOpen;
    view.enforcement = Enforcement::Advisory;
    return view;
}

PollView pollView(const ReleasePlan &plan, const Binding &binding)
{
    Poll poll;
    poll.id = QStringLiteral("poll-1");
    poll.rule = plan.polls.constFirst();
    poll.binding = binding;
    poll.requester = QStringLiteral("publisher-1");
    poll.opened = decisionTime().addSecs(-300);
    PollView view;
    view.rule = poll.rule;
    view.state = PollState::Polling;
    view.deadline = poll.opened.addSecs(1800);
    view.unmet = 4;
    PollAnswer answer;
    answer.id = QStringLiteral("a1");
    answer.station = QStringLiteral("tech");
    answer.person = QStringLiteral("wang");
    answer.answer = StationAnswer::Go;
    answer.at = decisionTime().addSecs(-200);
    poll.answers = {answer};
    for (const Station &station : poll.rule.stations) {
        StationView shown;
        shown.station = station;
        shown.mayAnswer = Refusal::RoleMissing;
        if (station.id == answer.station) {
            shown.answer = StationAnswer::Go;
            shown.last = answer;
        } else if (station.id == QLatin1String("product")) {
            shown.onTurn = true;
            shown.mayAnswer = Refusal::None;
        }
        view.stations.append(shown);
    }
    StationView director;
    director.station = poll.rule.director;
    director.mayAnswer = Refusal::RoleMissing;
    view.stations.append(director);
    view.poll = poll;
    return view;
}

} // namespace

QDateTime decisionTime()
{
    return QDateTime(QDate(2026, 3, 10), QTime(11, 7, 2), Qt::UTC);
}

DecisionView decisionView(const QString &person)
{
    DecisionView view;
    const std::shared_ptr<ReleasePlan> made = plan();
    view.plan = made;
    view.run = {QStringLiteral("uid"), QStringLiteral("abc")};
    view.binding = {made->id, made->hash, QByteArray(32, '\x42')};
    view.actor = {person, QStringLiteral("session"), false};
    view.reach = LedgerReach::Reachable;
    view.readAt = decisionTime();
    Waiver waiver;
    waiver.id = QStringLiteral("waiver-1");
    waiver.checklist = QStringLiteral("before");
    waiver.item = QStringLiteral("t3");
    waiver.kind = CheckResult::NotApplicable;
    waiver.reason = QStringLiteral("night release, <script>alert(1)</script>");
    waiver.requester = QStringLiteral("lin");
    waiver.grantedBy = QStringLiteral("wang");
    waiver.requested = decisionTime().addSecs(-7200);
    waiver.granted = decisionTime().addSecs(-7000);
    waiver.until = decisionTime().addDays(1);
    view.waivers = {waiver};
    const Checklist &list = made->checklists.constFirst();
    QVector<Evidence> seen{
        evidence("i1", view.binding, 11, CheckResult::Pass, "nodes-ready",
                 {QStringLiteral("12"), QStringLiteral("12")}),
        evidence("i2", view.binding, 11, CheckResult::Fail, "timeout", {QStringLiteral("10")}),
        evidence("i6", view.binding, 240, CheckResult::Pass, "tls-days-left", {QStringLiteral("61")}),
        evidence("m4", view.binding, 26 * 3600, CheckResult::Pass, "tls-days-left", {QStringLiteral("62")}),
        word("t1", view.binding, 3900, "publisher-1")};
    view.checklists = {{list, evaluateChecklist(list, seen, view.waivers, view.binding, decisionTime()), {}}};
    view.gates = {gateView(*made, view.binding)};
    view.polls = {pollView(*made, view.binding)};
    Closure closure;
    closure.entry = QStringLiteral("freeze");
    closure.title = text("Quarter end", "季結封版", "季末封网");
    closure.reason = text("Accounts are closed.", "結帳期間。", "结账期间。");
    closure.opens = decisionTime().addDays(2);
    view.calendar = {CalendarState::Closed, closure, {}, {}};
    view.nextStep.holds = {
        {Interlock::FreshEvidence, {MessageCode::InterlockEvidenceUnknown, {QStringLiteral("m4, t2")}}, {}},
        {Interlock::CalendarOpen,
         {MessageCode::InterlockCalendarClosed,
          {closure.title.packed(), closure.reason.packed(), closure.opens.toString(Qt::ISODate)}},
         {}}};
    Override pending;
    pending.id = QStringLiteral("override-1");
    pending.rule = QStringLiteral("INV-10");
    pending.reason = QStringLiteral("security fix");
    pending.requester = QStringLiteral("publisher-1");
    pending.requested = decisionTime().addSecs(-60);
    pending.until = decisionTime().addSecs(1800);
    view.overrides = {pending};
    view.waitingForMe = 2;
    return view;
}

Checklist longChecklist(int items)
{
    Checklist list;
    list.id = QStringLiteral("long");
    list.title = text("Long", "Long", "Long");
    for (int index = 0; index < items; ++index) {
        if (index % 9 == 0) {
            const QString group = QStringLiteral("Group %1").arg(index / 9);
            list.groups.append({QStringLiteral("g%1").arg(index / 9), {group, group, group}, {}});
        }
        CheckItem made;
        made.id = QStringLiteral("item-%1").arg(index);
        const QString title =
            QStringLiteral("Something that has to be true before going on, number %1").arg(index);
        made.title = {title, title, title};
        made.freshness = std::chrono::minutes(5);
        made.probes = {QStringLiteral("probe-%1").arg(index)};
        list.groups.last().items.append(made);
    }
    return list;
}

} // namespace signalbox::samples
