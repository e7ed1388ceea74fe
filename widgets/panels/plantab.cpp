// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/plantab.h"

#include "widgets/panels/tablestyle.h"
#include "widgets/style/card.h"
#include "widgets/style/decisiontext.h"
#include "widgets/style/format.h"
#include "widgets/style/planproblemtext.h"
#include "widgets/style/safetext.h"

#include <QEvent>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace signalbox
{

namespace
{

constexpr int longestSource = 2000000; ///< characters shown; a plan is far smaller
constexpr int shownProblems = 20;

bool hasRequirements(const QTreeWidgetItem &item)
{
    if (!item.text(2).isEmpty()) {
        return true;
    }
    for (int row = 0; row < item.childCount(); ++row) {
        if (hasRequirements(*item.child(row))) {
            return true;
        }
    }
    return false;
}

} // namespace

PlanTab::PlanTab(QWidget *parent)
    : QWidget(parent)
    , m_headCard(new Card(this))
    , m_head(new TextLabel(TextStyle::Body, this))
    , m_hash(new TextLabel(TextStyle::Mono, this))
    , m_problems(new TextLabel(TextStyle::Body, this))
    , m_pages(new QSplitter(Qt::Horizontal, this))
    , m_source(new QPlainTextEdit(this))
    , m_tree(new QTreeWidget(this))
{
    build();
    retranslateUi();
}

void PlanTab::build()
{
    setObjectName(QStringLiteral("planTab"));
    m_source->setObjectName(QStringLiteral("planSource"));
    m_source->setReadOnly(true);
    m_source->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_source->setFont(Fonts::font(TextStyle::Mono));
    m_source->setTabChangesFocus(true);
    m_tree->setObjectName(QStringLiteral("planTree"));
    m_tree->setColumnCount(3);
    styleTree(*m_tree);
    sizeColumns(*m_tree->header(), 1, {220, 0, 110});
    m_head->setWordWrap(true);
    m_problems->setObjectName(QStringLiteral("planProblems"));
    m_problems->setWordWrap(true);
    m_problems->setTone(Tone::Bad);
    m_hash->setObjectName(QStringLiteral("planHash"));
    m_hash->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_headCard->body()->addWidget(m_head);
    m_headCard->body()->addWidget(m_hash);
    m_headCard->body()->addWidget(m_problems);
    auto *splitter = static_cast<QSplitter *>(m_pages);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_source);
    splitter->setSizes({580, 300});
    splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_headCard);
    column->addWidget(m_pages, 1);
}

void PlanTab::setPlan(const PlanEntry *entry, bool isLoaded)
{
    m_isLoaded = isLoaded;
    const bool isSame = entry != nullptr && m_entry && entry->source == m_entry->source &&
                        entry->location == m_entry->location && entry->cluster == m_entry->cluster;
    m_entry = entry ? std::optional(*entry) : std::nullopt;
    showHead();
    showProblems();
    if (!isSame) {
        // Plain text in a plain text widget: nothing in it can be markup.
        m_source->setPlainText(
            m_entry ? safeText(QString::fromUtf8(m_entry->source), longestSource, LineBreaks::Keep)
                    : QString());
        showOutline();
    }
}

QString PlanTab::originText() const
{
    switch (m_entry->origin) {
    case PlanOrigin::Cluster:
        //: %1 is a cluster
        return tr("the team's namespace on %1").arg(safeText(m_entry->cluster.value(), 60));
    case PlanOrigin::UserFolder:
        return tr("your own folder");
    case PlanOrigin::Namespace:
        //: %1 is a namespace, %2 a cluster
        return tr("namespace %1 on %2")
            .arg(safeText(m_entry->namespaceName, 60), safeText(m_entry->cluster.value(), 60));
    case PlanOrigin::BuiltIn:
        break;
    }
    return tr("built in");
}

void PlanTab::showHead()
{
    m_pages->setVisible(m_entry.has_value());
    m_hash->setVisible(m_entry && m_entry->parsed.plan);
    if (!m_entry) {
        m_headCard->setTitle(tr("Release plan"));
        m_headCard->setRemark({});
        m_head->setText(m_isLoaded ? tr("No release plan governs this release.")
                                   : tr("Release plans are being read…"));
        return;
    }
    const bool hasPlan = m_entry->parsed.plan.has_value();
    m_headCard->setTitle(hasPlan ? planText(m_entry->parsed.plan->title, 120) : tr("Release plan"));
    m_headCard->setRemark(m_entry->isUsable() ? tr("in force") : tr("cannot be used"),
                          m_entry->isUsable() ? Tone::Good : Tone::Bad);
    QStringList lines;
    if (hasPlan) {
        lines.append(planText(m_entry->parsed.plan->description, 600));
        //: version of a plan, as its author counts
        lines.append(joinedText({tr("version %1").arg(safeText(m_entry->parsed.plan->planVersion, 40)),
                                 originText(), safeText(m_entry->location, 200)}));
        m_hash->setText(QStringLiteral("sha256 ") + QString::fromLatin1(m_entry->parsed.plan->hash.toHex()));
    } else {
        lines.append(joinedText({originText(), safeText(m_entry->location, 200)}));
    }
    lines.removeAll(QString());
    m_head->setText(lines.join(QLatin1Char('\n')));
}

void PlanTab::showProblems()
{
    QStringList lines;
    if (m_entry) {
        const QVector<PlanProblem> &problems = m_entry->parsed.problems;
        for (const PlanProblem &problem : problems.mid(0, shownProblems)) {
            //: place of a problem in a file: line and column, then what is wrong
            lines.append(tr("%1:%2 %3").arg(problem.line).arg(problem.column).arg(planProblemText(problem)));
        }
        if (problems.size() > shownProblems) {
            lines.append(tr("and %n more", nullptr, static_cast<int>(problems.size()) - shownProblems));
        }
    }
    m_problems->setText(lines.join(QLatin1Char('\n')));
    m_problems->setVisible(!lines.isEmpty());
}

void PlanTab::fill(QTreeWidgetItem &parent, const QVector<PlanLine> &lines)
{
    for (const PlanLine &line : lines) {
        auto *item = new QTreeWidgetItem(&parent, {line.text, line.detail, line.requirements});
        for (int column = 0; column < 3; ++column) {
            item->setToolTip(column, plainToolTip(item->text(column)));
        }
        fill(*item, line.lines);
    }
}

void PlanTab::showOutline()
{
    m_tree->clear();
    if (m_entry && m_entry->parsed.plan) {
        fill(*m_tree->invisibleRootItem(), planOutline(*m_entry->parsed.plan));
        m_tree->expandToDepth(0);
        // A column of nothing would take the room the details need.
        m_tree->setColumnHidden(2, !hasRequirements(*m_tree->invisibleRootItem()));
    }
}

void PlanTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

void PlanTab::retranslateUi()
{
    m_tree->setHeaderLabels({tr("Plan"), tr("Detail"), tr("Requirements")});
    m_tree->setAccessibleName(tr("Plan as it was understood"));
    m_source->setAccessibleName(tr("Plan as it was written"));
    m_hash->setAccessibleName(tr("Hash of the plan"));
    showHead();
    showProblems();
    showOutline();
}

} // namespace signalbox
