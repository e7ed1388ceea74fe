// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/decisioncontroller.h"

#include "app/settings/settings.h"
#include "backends/api/whenfinished.h"
#include "models/items/fleetmodel.h"
#include "widgets/dialogs/decisionforms.h"
#include "widgets/panels/decisionspanel.h"
#include "widgets/panels/plantab.h"
#include "widgets/panels/releasepanel.h"
#include "widgets/panels/topbar.h"
#include "widgets/style/checklistreport.h"
#include "widgets/style/decisiontext.h"
#include "widgets/style/safetext.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>

namespace signalbox
{

DecisionController::DecisionController(Workspace &workspace, const Settings &settings,
                                       const Surfaces &surfaces, QWidget &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_surfaces(surfaces)
    , m_window(window)
{
    DecisionDesk &desk = workspace.decisions();
    connect(&desk, &DecisionDesk::viewChanged, this, &DecisionController::refresh);
    connect(&desk, &DecisionDesk::failed, this, [this](const Error &error) {
        m_surfaces.decisions.setDecisionProblem(decisionErrorText(error));
    });
    connect(&workspace.plans(), &PlanLibrary::changed, this, &DecisionController::showPlan);
    connect(&surfaces.decisions, &DecisionsPanel::decisionIntended, this, &DecisionController::run);
    connect(&surfaces.page, &ReleasePanel::decisionIntended, this, &DecisionController::run);
    connect(&surfaces.bar, &TopBar::personaRequested, this, [this](const QString &id) {
        Actor actor = m_workspace.decisions().view().actor;
        actor.id = id;
        m_workspace.decisions().setActor(actor);
    });
    connect(&settings, &Settings::timeZoneChanged, &surfaces.decisions, &DecisionsPanel::setZone);
    surfaces.decisions.setZone(settings.timeZone());
}

void DecisionController::show(const ReleaseKey &key)
{
    m_key = key;
    m_surfaces.decisions.setDecisionProblem({});
    refresh();
    showPlan();
}

void DecisionController::setNow(const QDateTime &now)
{
    m_surfaces.decisions.setNow(now);
    m_surfaces.bar.setCalendar(m_workspace.decisions().view().calendar, now, m_settings.timeZone());
}

void DecisionController::refresh()
{
    const DecisionView &view = m_workspace.decisions().view();
    m_surfaces.decisions.setView(view);
    m_surfaces.page.setDecisions(view);
    m_surfaces.bar.setCalendar(view.calendar, m_workspace.clock().nowUtc(), m_settings.timeZone());
    m_surfaces.fleet.setWaiting(m_key && view.plan ? QHash<ReleaseKey, int>{{*m_key, view.waitingForMe}}
                                                   : QHash<ReleaseKey, int>());
    showPersona(view);
}

void DecisionController::showPlan()
{
    const PlanEntry *entry = m_key ? m_workspace.plans().governing(*m_key) : nullptr;
    m_surfaces.page.planPage().setPlan(entry, m_workspace.plans().isLoaded() && m_key &&
                                                  m_workspace.plans().isLoaded(m_key->cluster));
}

Persona DecisionController::personaOf(const ReleasePlan &plan, const QString &person) const
{
    Persona persona{person, {}};
    for (const PlanRole &role : plan.roles) {
        if (role.members.contains(person)) {
            persona.roles.append(role.title.isEmpty() ? role.id : planText(role.title, 40));
        }
    }
    return persona;
}

void DecisionController::showPersona(const DecisionView &view)
{
    QVector<Persona> personas;
    if (view.plan == nullptr) {
        m_surfaces.bar.setPersona({}, {});
        return;
    }
    if (m_workspace.isRehearsal()) {
        QStringList people;
        for (const PlanRole &role : view.plan->roles) {
            people += role.members;
        }
        people.removeDuplicates();
        for (const QString &person : std::as_const(people)) {
            personas.append(personaOf(*view.plan, person));
        }
    }
    m_surfaces.bar.setPersona(view.actor.id.isEmpty() ? Persona() : personaOf(*view.plan, view.actor.id),
                              personas);
}

void DecisionController::run(const DecisionIntent &intent)
{
    if (intent.kind == DecisionIntent::Kind::Check) {
        m_workspace.decisions().check(intent.id, intent.part);
        return;
    }
    if (intent.kind == DecisionIntent::Kind::Export) {
        askFile(intent.id);
        return;
    }
    const auto form = [this, intent] {
        return decisionForm(intent, m_workspace.decisions().view(), m_workspace.clock().nowUtc(),
                            m_settings.timeZone());
    };
    if (form().title.isEmpty()) {
        return; // it went away between the picture and the click
    }
    delete m_dialog;
    m_dialog = new DecisionDialog(form, &m_window);
    connect(m_dialog, &DecisionDialog::confirmed, this,
            [this, intent](const DecisionInput &input) { send(intent, input); });
    m_dialog->open();
}

void DecisionController::send(const DecisionIntent &intent, const DecisionInput &input)
{
    m_dialog->setBusy(true);
    whenFinished(m_dialog.data(), submit(intent, input),
                 [this, dialog = m_dialog.data()](const Result<Done> &done) {
                     if (done) {
                         m_surfaces.decisions.setDecisionProblem({});
                         dialog->accept();
                     } else {
                         dialog->setProblem(decisionErrorText(done.error()));
                     }
                 });
}

QFuture<Result<Done>> DecisionController::submit(const DecisionIntent &intent, const DecisionInput &input)
{
    DecisionDesk &desk = m_workspace.decisions();
    using Kind = DecisionIntent::Kind;
    switch (intent.kind) {
    case Kind::OpenGate:
        return desk.openGate(
            intent.id, input.choice == QLatin1String("emergency") ? GateClass::Emergency : GateClass::Normal,
            input.reason);
    case Kind::Approve:
    case Kind::Reject:
        return desk.vote(intent.id, input.choice,
                         intent.kind == Kind::Approve ? VoteChoice::Approve : VoteChoice::Reject,
                         input.reason);
    case Kind::RevokeVote:
        return desk.revokeVote(intent.id, intent.part);
    case Kind::WithdrawGate:
        return desk.withdrawGate(intent.id, input.reason);
    case Kind::OpenPoll:
        return desk.openPoll(intent.id);
    case Kind::AnswerPoll:
        return desk.answerPoll(intent.id, intent.part, intent.answer, input.reason, input.until);
    case Kind::Announce:
        return desk.announce(intent.id, intent.verdict, input.reason);
    case Kind::RevokeVerdict:
        return desk.revokeVerdict(intent.id, input.reason);
    case Kind::Attest:
        return desk.attest(intent.id, intent.part,
                           input.choice == QLatin1String("fail") ? CheckResult::Fail : CheckResult::Pass,
                           input.reason, input.link);
    case Kind::Waive:
    case Kind::NotApplicable:
        return desk.requestWaiver(intent.id, intent.part,
                                  intent.kind == Kind::Waive ? CheckResult::Waived
                                                             : CheckResult::NotApplicable,
                                  input.reason, input.until);
    case Kind::GrantWaiver:
        return desk.grantWaiver(intent.id);
    case Kind::SetAside:
        return desk.requestOverride(intent.rule, input.reason, input.until);
    default:
        return desk.grantOverride(intent.id);
    }
}

void DecisionController::askFile(const QString &checklist)
{
    auto *dialog = new QFileDialog(&m_window, tr("Export the checklist run"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("PDF (*.pdf)"), tr("HTML (*.html)"), tr("Markdown (*.md)")});
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const QString suffix = filter.section(QLatin1String("*."), 1).chopped(1);
        dialog->setDefaultSuffix(suffix);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, checklist](const QString &file) {
        const QString problem = writeReport(checklist, file);
        if (!problem.isEmpty()) {
            auto *box =
                new QMessageBox(QMessageBox::Warning, tr("Export the checklist run"),
                                //: %1 file, %2 what the system says
                                tr("%1 could not be written: %2").arg(safeText(file), safeText(problem)),
                                QMessageBox::Close, &m_window);
            box->setTextFormat(Qt::PlainText);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
        }
    });
    dialog->open();
}

QString DecisionController::writeReport(const QString &checklist, const QString &file)
{
    const DecisionView &view = m_workspace.decisions().view();
    const Release *release = m_key ? m_workspace.fleet().release(*m_key) : nullptr;
    QString name = m_key ? m_key->namespaceName + QLatin1Char('/') + m_key->name : QString();
    if (release != nullptr && release->current() != nullptr) {
        name += QLatin1Char(' ') + versionOf(*release->current());
    }
    const ReportDocument report =
        checklistReport(view, checklist, name, m_workspace.clock().nowUtc(), m_settings.timeZone());
    if (file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        return writeReportPdf(report, file);
    }
    const bool isMarkdown = file.endsWith(QLatin1String(".md"), Qt::CaseInsensitive);
    const QByteArray text = (isMarkdown ? reportMarkdown(report) : reportHtml(report)).toUtf8();
    QSaveFile target(file);
    const bool written =
        target.open(QIODevice::WriteOnly) && target.write(text) == text.size() && target.commit();
    return written ? QString() : target.errorString();
}

} // namespace signalbox
