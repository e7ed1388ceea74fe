// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/bluegreentab.h"

#include "widgets/style/card.h"
#include "widgets/style/format.h"
#include "widgets/style/keyvaluerow.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace signalbox
{

namespace
{

QString orDash(const QString &text, qsizetype length = 120)
{
    return text.isEmpty() ? dashText() : safeText(text, length);
}

/// The version that is not the active one: the wanted one before the switch, the kept one after it.
const Revision *otherRevision(const Release &release, const Revision *active)
{
    if (active == nullptr || release.current() != active) {
        return release.current();
    }
    for (const Revision &revision : release.revisions) {
        if (&revision != active && revision.scaleDownDeadline.isValid()) {
            return &revision;
        }
    }
    return release.stable() == active ? nullptr : release.stable();
}

} // namespace

BlueGreenTab::BlueGreenTab(QWidget *parent)
    : QWidget(parent)
    , m_active(buildSide())
    , m_preview(buildSide())
    , m_switch(new Card(this))
    , m_state(new KeyValueRow(m_switch))
    , m_traffic(new KeyValueRow(m_switch))
    , m_other(new TextLabel(TextStyle::Body, this))
{
    m_switch->body()->addWidget(m_state);
    m_switch->body()->addWidget(m_traffic);
    m_other->setTone(Tone::Neutral);
    m_other->setWordWrap(true);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(12);
    sides->addWidget(m_active.card, 1);
    sides->addWidget(m_preview.card, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_other);
    column->addLayout(sides);
    column->addWidget(m_switch);
    column->addStretch(1);
    retranslateUi();
}

BlueGreenTab::Side BlueGreenTab::buildSide()
{
    Side side{};
    side.card = new Card(this);
    for (KeyValueRow **row :
         {&side.version, &side.pods, &side.health, &side.service, &side.selector, &side.image, &side.kept}) {
        *row = new KeyValueRow(side.card);
        side.card->body()->addWidget(*row);
    }
    side.service->setMono(true);
    side.selector->setMono(true);
    side.image->setMono(true);
    side.card->body()->addStretch(1);
    return side;
}

void BlueGreenTab::setRelease(const std::optional<Release> &release)
{
    m_release = release;
    retranslateUi();
}

void BlueGreenTab::setNow(const QDateTime &now)
{
    m_now = now;
    if (isVisible()) {
        retranslateUi();
    }
}

void BlueGreenTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    retranslateUi();
}

void BlueGreenTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

void BlueGreenTab::retranslateUi()
{
    const bool isShown = m_release && m_release->strategy == RolloutStrategy::BlueGreen;
    m_other->setVisible(!isShown);
    for (Card *card : {m_active.card, m_preview.card, m_switch}) {
        card->setVisible(isShown);
    }
    m_other->setText(m_release ? tr("This release does not run blue / green; its strategy is: %1.")
                                     .arg(strategyText(m_release->strategy))
                               : tr("No release selected"));
    if (!isShown) {
        return;
    }
    const Revision *active = m_release->revision(m_release->activeSelectorHash);
    const Revision *other = otherRevision(*m_release, active);
    const bool isSwitched = active != nullptr && active == m_release->current();
    m_active.card->setTitle(tr("Active, serves all traffic"));
    //: the version that is not serving
    m_preview.card->setTitle(other == nullptr ? tr("No second version is running")
                             : isSwitched     ? tr("Previous, kept for going back")
                                              : tr("Preview"));
    nameSide(m_active);
    nameSide(m_preview);
    fillSide(m_active, active, m_release->activeService, m_release->activeSelectorHash);
    fillSide(m_preview, other, m_release->previewService, m_release->previewSelectorHash);
    fillSwitch();
}

void BlueGreenTab::nameSide(const Side &side)
{
    side.version->setKey(tr("Version"));
    side.pods->setKey(tr("Pods ready"));
    side.health->setKey(tr("Health"));
    side.service->setKey(tr("Service"));
    side.selector->setKey(tr("Service selects"));
    side.image->setKey(tr("Image"));
    //: time until the pods of a version are removed
    side.kept->setKey(tr("Scale-down in"));
}

void BlueGreenTab::fillSide(const Side &side, const Revision *revision, const QString &service,
                            const QString &selector)
{
    side.service->setValue(orDash(service));
    const bool isActives = revision == nullptr && !selector.isEmpty() &&
                           selector == m_release->activeSelectorHash && &side == &m_preview;
    //: a Service selects the version that serves already; %1 is its hash
    side.selector->setValue(isActives ? tr("%1, the active version").arg(selector) : orDash(selector));
    for (KeyValueRow *row : {side.version, side.pods, side.health, side.image, side.kept}) {
        row->setVisible(revision != nullptr);
    }
    if (revision == nullptr) {
        return;
    }
    side.version->setValue(safeText(versionOf(*revision), 60));
    //: pods that are ready, of those wanted
    side.pods->setValue(tr("%1 of %2").arg(countText(revision->ready), countText(revision->desired)),
                        toneOf(revision->health));
    side.health->setValue(healthText(revision->health), toneOf(revision->health));
    side.image->setValue(orDash(revision->images.isEmpty() ? QString() : revision->images.first().image));
    const bool isKept = revision->scaleDownDeadline.isValid() && revision->scaleDownDeadline > m_now;
    side.kept->setValue(
        isKept ? countdownText(std::chrono::seconds(m_now.secsTo(revision->scaleDownDeadline))) : dashText(),
        isKept ? std::optional(Tone::Warning) : std::optional(Tone::Neutral));
}

void BlueGreenTab::fillSwitch()
{
    m_switch->setTitle(tr("Switch"));
    m_state->setKey(tr("State"));
    m_traffic->setKey(tr("Traffic goes to"));
    const Revision *active = m_release->revision(m_release->activeSelectorHash);
    m_traffic->setValue(active == nullptr ? dashText() : safeText(versionOf(*active), 60));
    if (!m_release->inProgress() && m_release->activeSelectorHash == m_release->currentHash) {
        m_state->setValue(tr("done, nothing to switch"), Tone::Good);
    } else if (m_release->activeSelectorHash == m_release->currentHash) {
        m_state->setValue(tr("switched, being verified"), Tone::Info);
    } else if (m_release->aborted) {
        m_state->setValue(tr("aborted, traffic stays"), Tone::Reverted);
    } else if (m_release->pause.kind != PauseKind::None) {
        m_state->setValue(m_release->pause.until.isValid()
                              //: %1 is a countdown
                              ? tr("by itself in %1")
                                    .arg(countdownText(std::chrono::seconds(
                                        std::max<qint64>(0, m_now.secsTo(m_release->pause.until)))))
                              : tr("waits for a person"),
                          Tone::Warning);
    } else {
        m_state->setValue(tr("preview is getting ready"), Tone::Info);
    }
}

} // namespace signalbox
