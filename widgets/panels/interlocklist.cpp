// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/interlocklist.h"

#include "widgets/style/decisiontext.h"
#include "widgets/style/messagetext.h"
#include "widgets/style/safetext.h"
#include "widgets/style/textlabel.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox
{

InterlockList::InterlockList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("interlockList"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    refresh();
}

void InterlockList::setView(const DecisionView &view)
{
    m_view = view;
    refresh();
}

void InterlockList::setNow(const QDateTime &now, TimeZoneChoice zone)
{
    m_now = now;
    m_zone = zone;
}

InterlockList::Entry InterlockList::holdEntry(const InterlockHold &hold) const
{
    Entry entry;
    //: a rule of the interlocking: its id, its sentence
    entry.text = tr("%1 %2").arg(interlockId(hold.rule), messageText(hold.reason));
    entry.tone = Tone::Bad;
    if (interlockType(hold.rule) == InterlockType::Absolute) {
        return entry;
    }
    entry.button = tr("Set aside…");
    entry.intent.kind = DecisionIntent::Kind::SetAside;
    entry.intent.rule = hold.rule;
    entry.why = m_view.reach == LedgerReach::Reachable ? QString() : ledgerReachText(m_view.reach);
    return entry;
}

InterlockList::Entry InterlockList::overrideEntry(const Override &exception) const
{
    Entry entry;
    const QString rule = safeText(exception.rule, 20);
    const QString who = safeText(exception.requester, 40);
    const QString until = clockText(exception.until, m_now, m_zone);
    const QString reason = safeText(exception.reason, 300);
    if (exception.granted.isValid()) {
        const bool isOver = m_now.isValid() && m_now >= exception.until;
        const QString people =
            exception.secondPerson.isEmpty() ? who : joinedText({who, safeText(exception.secondPerson, 40)});
        entry.text = isOver
                         //: %1 rule, %2 people, %3 time, %4 reason
                         ? tr("%1 was set aside by %2 until %3: %4").arg(rule, people, until, reason)
                         //: %1 rule, %2 people, %3 time, %4 reason
                         : tr("%1 is set aside by %2 until %3: %4").arg(rule, people, until, reason);
        entry.tone = isOver ? Tone::Neutral : Tone::Warning;
        return entry;
    }
    //: %1 rule, %2 person, %3 time, %4 reason
    entry.text = tr("%2 asks to set %1 aside until %3: %4").arg(rule, who, until, reason);
    entry.tone = Tone::Warning;
    entry.button = tr("Grant…");
    entry.intent.kind = DecisionIntent::Kind::GrantOverride;
    entry.intent.id = exception.id;
    if (m_view.reach != LedgerReach::Reachable) {
        entry.why = ledgerReachText(m_view.reach);
    } else if (exception.requester == m_view.actor.id) {
        entry.why = refusalText(Refusal::FourEyesRequester);
    } else if (m_now.isValid() && m_now >= exception.until) {
        entry.why = refusalText(Refusal::DeadlinePassed);
    }
    return entry;
}

QVector<InterlockList::Entry> InterlockList::entries() const
{
    QVector<Entry> all;
    for (const InterlockHold &hold : m_view.nextStep.holds) {
        all.append(holdEntry(hold));
    }
    for (const Override &exception : m_view.overrides) {
        all.append(overrideEntry(exception));
    }
    return all;
}

void InterlockList::addLine()
{
    Line line;
    line.box = new QWidget(this);
    line.text = new TextLabel(TextStyle::Body, line.box);
    line.text->setWordWrap(true);
    line.button = new QPushButton(line.box);
    auto *column = new QVBoxLayout(line.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(line.text);
    column->addWidget(line.button, 0, Qt::AlignRight);
    m_column->addWidget(line.box);
    const auto index = m_lines.size();
    connect(line.button, &QPushButton::clicked, this,
            [this, index] { Q_EMIT intended(m_lines.at(index).intent); });
    m_lines.append(line);
}

void InterlockList::refresh()
{
    const QVector<Entry> wanted = entries();
    while (m_lines.size() > wanted.size()) {
        delete m_lines.takeLast().box;
    }
    while (m_lines.size() < wanted.size()) {
        addLine();
    }
    for (qsizetype index = 0; index < wanted.size(); ++index) {
        const Entry &entry = wanted.at(index);
        Line &line = m_lines[index];
        line.intent = entry.intent;
        line.text->setText(entry.text);
        line.text->setTone(entry.tone);
        const bool grants = entry.intent.kind == DecisionIntent::Kind::GrantOverride;
        line.button->setObjectName(grants ? QStringLiteral("grantOverride-") + entry.intent.id
                                          : QStringLiteral("setAside-") + interlockId(entry.intent.rule));
        line.button->setText(entry.button);
        line.button->setVisible(!entry.button.isEmpty());
        line.button->setEnabled(entry.why.isEmpty());
        line.button->setToolTip(plainToolTip(entry.why));
        line.button->setAccessibleName(entry.button);
        line.button->setAccessibleDescription(entry.why.isEmpty() ? entry.text : entry.why);
    }
    setVisible(!wanted.isEmpty());
}

void InterlockList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace signalbox
