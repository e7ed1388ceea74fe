// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/releaseheader.h"

#include "widgets/style/chip.h"
#include "widgets/style/elidedlabel.h"
#include "widgets/style/errortext.h"
#include "widgets/style/format.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statepill.h"
#include "widgets/style/statetext.h"
#include "widgets/style/steptext.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>

namespace signalbox
{

namespace
{

/// What the next promotion leads to: the next weight, or the switch.
QString nextText(const Release &release)
{
    if (!release.inProgress() || release.aborted) {
        return {};
    }
    if (release.strategy == RolloutStrategy::BlueGreen) {
        return release.activeSelectorHash == release.currentHash
                   ? QString()
                   : QCoreApplication::translate("ReleaseHeader", "next: switch traffic");
    }
    const std::optional<int> next = nextWeight(release);
    if (!next) {
        return {};
    }
    //: %1 is a percentage of traffic
    return *next < 100 ? QCoreApplication::translate("ReleaseHeader", "next: %1").arg(percentText(*next))
                       : QCoreApplication::translate("ReleaseHeader", "next: all traffic");
}

/// Versions an operation goes from and to, as its preview said it.
QString operationVersions(const OperationStatus &operation)
{
    for (const Message &consequence : operation.plan.consequences) {
        if (consequence.code == MessageCode::VersionChanges && consequence.args.size() >= 2) {
            return QStringLiteral("%1 → %2").arg(safeText(consequence.args.at(0), 32),
                                                 safeText(consequence.args.at(1), 32));
        }
    }
    return {};
}

} // namespace

ReleaseHeader::ReleaseHeader(QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel(TextStyle::Title, this))
    , m_versions(new ElidedLabel(TextStyle::Mono, this))
    , m_state(new StatePill(this))
    , m_story(new ElidedLabel(TextStyle::Body, this))
    , m_freshness(new Chip(this))
{
    m_versions->setTone(Tone::Neutral);
    m_story->setTone(Tone::Neutral);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_name);
    row->addWidget(m_versions);
    row->addWidget(m_state);
    row->addWidget(m_story, 1);
    row->addWidget(m_freshness);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    retranslateUi();
}

void ReleaseHeader::setRelease(const std::optional<Release> &release)
{
    m_release = release;
    retranslateUi();
}

void ReleaseHeader::setStartedBy(const QString &actor)
{
    if (m_startedBy != actor) {
        m_startedBy = actor;
        retranslateUi();
    }
}

void ReleaseHeader::setOperation(const std::optional<OperationStatus> &operation)
{
    m_operation = operation;
    retranslateUi();
}

bool ReleaseHeader::isOperating() const
{
    return m_operation && m_operation->phase == OperationPhase::Running;
}

void ReleaseHeader::setNow(const QDateTime &now)
{
    m_now = now;
    retranslateUi();
}

void ReleaseHeader::setZone(TimeZoneChoice zone)
{
    m_zone = zone;
    retranslateUi();
}

void ReleaseHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

void ReleaseHeader::retranslateUi()
{
    const bool isShown = m_release.has_value();
    for (QWidget *part : {static_cast<QWidget *>(m_versions), static_cast<QWidget *>(m_state)}) {
        part->setVisible(isShown);
    }
    m_freshness->setVisible(isShown && !m_release->source.isCurrent());
    if (!isShown) {
        m_name->setFullText(tr("No release selected"));
        m_story->setFullText(tr("Choose one from the list on the left."));
        setAccessibleName(m_name->fullText());
        return;
    }
    m_name->setFullText(safeText(m_release->key.name, 80));
    m_versions->setFullText(versionsText());
    m_state->setState(m_release->state, whereText());
    //: an operation under way: what it does, and how far it is
    m_state->setActivity(isOperating() ? tr("%1 · step %2 of %3")
                                             .arg(actionProgressText(m_operation->plan.request.kind))
                                             .arg(m_operation->currentStep + 1)
                                             .arg(m_operation->steps.size())
                                       : QString());
    m_state->setCurrent(m_release->source.isCurrent());
    m_state->setBackendPhase(m_release->backendPhase, m_release->backendMessage);
    m_story->setFullText(isOperating() ? operationStory() : storyText());
    const SourceState &source = m_release->source;
    m_freshness->setLook(glyphOf(source.freshness), toneOf(source.freshness), true);
    m_freshness->setLabel(freshnessText(source, m_now));
    m_freshness->setToolTip(source.error ? plainToolTip(errorText(*source.error)) : QString());
    //: the release on screen, for assistive tools: name, versions, state
    setAccessibleName(
        tr("%1, %2, %3").arg(m_name->fullText(), m_versions->fullText(), stateText(m_release->state)));
}

QString ReleaseHeader::versionsText() const
{
    if (const QString changing = isOperating() ? operationVersions(*m_operation) : QString();
        !changing.isEmpty()) {
        return changing;
    }
    const Revision *stable = m_release->stable();
    const Revision *current = m_release->current();
    const QString to = current == nullptr ? dashText() : safeText(versionOf(*current), 32);
    if (!m_release->inProgress() || stable == nullptr) {
        return to;
    }
    return QStringLiteral("%1 → %2").arg(safeText(versionOf(*stable), 32), to);
}

QString ReleaseHeader::whereText() const
{
    if (!m_release->inProgress() || m_release->aborted) {
        return {};
    }
    if (m_release->strategy == RolloutStrategy::Canary && m_release->weights.set) {
        //: strategy and share of traffic
        return tr("%1 %2").arg(strategyText(m_release->strategy), percentText(*m_release->weights.set));
    }
    return m_release->strategy == RolloutStrategy::Unknown ? QString() : strategyText(m_release->strategy);
}

QString ReleaseHeader::storyText() const
{
    QStringList parts;
    const Revision *current = m_release->current();
    if (m_release->inProgress() && current != nullptr && current->created.isValid()) {
        const QString time = clockText(current->created, m_now, m_zone);
        //: when a release started, and who did it
        parts << (m_startedBy.isEmpty() ? tr("started %1").arg(time)
                                        : tr("started %1 by %2").arg(time, safeText(m_startedBy, 60)));
        parts << ageText(current->created, m_now);
    }
    // What comes next outweighs where it stands: the track shows that too.
    // The pill says already that it waits for a person.
    const bool isSaid = m_release->state == ReleaseState::WaitingForPerson;
    for (const QString &part : {nextText(*m_release), isSaid ? QString() : currentStepText(*m_release)}) {
        if (!part.isEmpty()) {
            parts << part;
        }
    }
    return joinedText(parts);
}

QString ReleaseHeader::operationStory() const
{
    QStringList parts;
    if (!m_operation->actor.isEmpty()) {
        //: who started an operation
        parts << tr("by %1").arg(safeText(m_operation->actor, 60));
    }
    //: why an operation was started, in the person's words
    parts << (m_operation->reason.isEmpty() ? tr("no reason given yet")
                                            : tr("reason: %1").arg(safeText(m_operation->reason, 120)));
    return joinedText(parts);
}

} // namespace signalbox
