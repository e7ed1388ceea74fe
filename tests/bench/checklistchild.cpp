// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/children.h"
#include "tests/bench/linechannel.h"
#include "tests/bench/processusage.h"
#include "tests/bench/statistics.h"
#include "widgets/panels/checklisttab.h"
#include "widgets/panels/checklisttable.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QHeaderView>

namespace signalbox::bench
{

namespace
{

constexpr int itemsInGroup = 9;

std::shared_ptr<ReleasePlan> planOf(int items)
{
    auto plan = std::make_shared<ReleasePlan>();
    Checklist list;
    list.id = QStringLiteral("list");
    list.title = {QStringLiteral("Checklist"), {}, {}};
    for (int index = 0; index < items; ++index) {
        if (index % itemsInGroup == 0) {
            list.groups.append({QStringLiteral("g%1").arg(index), {QStringLiteral("Group"), {}, {}}, {}});
        }
        CheckItem item;
        item.id = QStringLiteral("i%1").arg(index);
        item.title = {
            QStringLiteral("Something that has to hold before going on, number %1").arg(index), {}, {}};
        item.mode = static_cast<CheckMode>(index % 3);
        item.probes = {QStringLiteral("p%1").arg(index)};
        item.freshness = std::chrono::minutes(5);
        list.groups.last().items.append(item);
        ProbeSpec probe;
        probe.id = item.probes.constFirst();
        probe.parameters.insert(QStringLiteral("host"), {QStringLiteral("host-%1.example").arg(index)});
        probe.parameters.insert(QStringLiteral("port"), {QStringLiteral("443")});
        plan->probes.append(probe);
    }
    plan->checklists = {list};
    return plan;
}

/// Evidence of every item, by the machine and by a person; which of it passes changes with the round.
QVector<Evidence> evidenceOf(const Checklist &list, const QDateTime &now, int round)
{
    QVector<Evidence> all;
    int number = 0;
    for (const CheckGroup &group : list.groups) {
        for (const CheckItem &item : group.items) {
            Evidence machine;
            machine.checklist = list.id;
            machine.item = item.id;
            machine.result = (number + round) % 2 == 0 ? CheckResult::Pass : CheckResult::Fail;
            machine.code = QStringLiteral("nodes-ready");
            machine.args = {QString::number(round), QStringLiteral("12")};
            machine.at = now.addSecs(-number);
            all.append(machine);
            Evidence person = machine;
            person.byPerson = true;
            person.person = QStringLiteral("qa-owner");
            person.comment = QStringLiteral("round %1").arg(round);
            all.append(person);
            ++number;
        }
    }
    return all;
}

} // namespace

int refreshChecklist(int argc, char **argv, const QStringList &arguments)
{
    QApplication application(argc, argv);
    const Theme theme(application);
    const auto plan = planOf(arguments.value(0).toInt());
    const Checklist &list = plan->checklists.constFirst();
    DecisionView view;
    view.plan = plan;
    view.reach = LedgerReach::Reachable;
    view.readAt = QDateTime(QDate(2026, 3, 10), QTime(11, 0), Qt::UTC);
    view.checklists = {{list, {}, {}}};
    ChecklistTab tab;
    // High enough for every row: nothing is spared by being out of sight.
    tab.resize(900, 60 * arguments.value(0).toInt());
    tab.show();
    tab.setView(view);
    QApplication::processEvents();
    auto *table = tab.findChild<ChecklistTable *>();
    std::vector<double> times;
    for (int round = 0; round < arguments.value(1).toInt(); ++round) {
        const QVector<Evidence> evidence = evidenceOf(list, view.readAt, round);
        const qint64 started = threadCpuNs();
        view.checklists[0].state = evaluateChecklist(list, evidence, {}, view.binding, view.readAt);
        tab.setView(view);
        table->viewport()->repaint();
        times.push_back(static_cast<double>(threadCpuNs() - started) / 1e6);
        QApplication::processEvents();
    }
    const QModelIndex last = table->model()->index(table->model()->rowCount() - 1, 0);
    const bool isShown = table->visualRect(last).bottom() < table->viewport()->height();
    if (times.empty() || !isShown) {
        LineChannel::fail(QStringLiteral("the checklist did not fit on the screen"));
        return 1;
    }
    LineChannel::say("checklist " + QByteArray::number(median(times)) + ' ' +
                     QByteArray::number(percentile(times, 95)) + ' ' +
                     QByteArray::number(percentile(times, 100)));
    return 0;
}

} // namespace signalbox::bench
