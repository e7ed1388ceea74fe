// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/podstab.h"

#include "models/items/podsfilterproxy.h"
#include "widgets/panels/podsdelegate.h"
#include "widgets/panels/tablestyle.h"
#include "widgets/style/card.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace signalbox
{

PodsTab::PodsTab(QWidget *parent)
    : QWidget(parent)
    , m_proxy(new PodsFilterProxy(this))
    , m_delegate(new PodsDelegate(this))
    , m_card(new Card(this))
    , m_filter(new QLineEdit(this))
    , m_onlyRelease(new QCheckBox(this))
    , m_table(new QTableView(this))
{
    m_table->setObjectName(QStringLiteral("pods"));
    m_table->setItemDelegate(m_delegate);
    styleTable(*m_table);
    m_table->setSortingEnabled(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->addWidget(m_card);
    buildToolbar(*m_card->body());
    m_card->body()->addWidget(m_table, 1);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &PodsTab::showCounts);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &PodsTab::showCounts);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &PodsTab::showCounts);
    retranslateUi();
}

PodsTab::~PodsTab()
{
    unwatch();
}

void PodsTab::buildToolbar(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    m_filter->setObjectName(QStringLiteral("podsFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(200);
    m_onlyRelease->setChecked(true);
    row->addWidget(m_filter, 1);
    row->addWidget(m_onlyRelease);
    column.addLayout(row);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setFilterText(text);
        showCounts();
    });
    connect(m_onlyRelease, &QCheckBox::toggled, this, &PodsTab::applyOwners);
}

void PodsTab::setCluster(ClusterStore *cluster)
{
    if (m_cluster == cluster) {
        return;
    }
    unwatch();
    m_cluster = cluster;
    if (isVisible()) {
        watch();
    }
}

void PodsTab::setRelease(const std::optional<Release> &release)
{
    std::optional<QSet<QString>> owners;
    if (release) {
        owners.emplace();
        for (const Revision &revision : release->revisions) {
            owners->insert(revision.uid);
        }
    }
    if (owners != m_owners) {
        m_owners = owners;
        applyOwners();
    }
}

void PodsTab::setNow(const QDateTime &now)
{
    m_delegate->setNow(now);
    constexpr qint64 pace = 5; // seconds between repaints for the sake of ages
    if (isVisible() && (!m_painted.isValid() || m_painted.secsTo(now) >= pace)) {
        m_painted = now;
        m_table->viewport()->update();
    }
}

void PodsTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    watch();
}

void PodsTab::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    unwatch();
}

void PodsTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

void PodsTab::watch()
{
    if (m_pods || m_cluster == nullptr) {
        return;
    }
    m_pods = std::make_unique<PodsModel>(*m_cluster);
    m_proxy->setSourceModel(m_pods.get());
    if (m_table->model() == nullptr) {
        m_table->setModel(m_proxy);
        m_table->sortByColumn(static_cast<int>(PodsModel::Column::Name), Qt::AscendingOrder);
        sizeColumns(*m_table->horizontalHeader(), static_cast<int>(PodsModel::Column::Name),
                    {0, 92, 56, 148, 76, 104, 92, 84});
    }
    connect(m_cluster, &ClusterStore::sourceChanged, m_pods.get(), [this](ResourceKind kind) {
        if (kind == ResourceKind::Pod) {
            showCounts();
        }
    });
    // Pods of one release differ in the last letters.
    m_table->setTextElideMode(Qt::ElideMiddle);
    applyOwners();
}

void PodsTab::unwatch()
{
    m_proxy->setSourceModel(nullptr);
    m_pods.reset();
}

void PodsTab::applyOwners()
{
    m_proxy->setOwners(m_onlyRelease->isChecked() ? m_owners : std::nullopt);
    // The pods of one release are all in its namespace.
    m_table->setColumnHidden(static_cast<int>(PodsModel::Column::Namespace), m_onlyRelease->isChecked());
    showCounts();
}

void PodsTab::retranslateUi()
{
    m_card->setTitle(tr("Pods"));
    m_filter->setPlaceholderText(tr("Filter, for example status=CrashLoopBackOff or !ready=true"));
    m_filter->setAccessibleName(tr("Filter pods"));
    m_onlyRelease->setText(tr("Only this release"));
    m_onlyRelease->setAccessibleName(m_onlyRelease->text());
    m_table->setAccessibleName(tr("Pods"));
    if (m_pods) {
        m_pods->retranslate();
    }
    showCounts();
}

void PodsTab::showCounts()
{
    if (m_cluster == nullptr || !m_pods) {
        m_card->setRemark({});
        return;
    }
    if (!m_proxy->problem().isEmpty()) {
        //: %1 is a search pattern typed by the person
        m_card->setRemark(tr("Not a valid pattern: %1").arg(safeText(m_proxy->problem(), 60)), Tone::Warning);
        return;
    }
    const SourceState source = m_cluster->source(ResourceKind::Pod);
    //: pods shown, of all pods known, and how fresh they are
    m_card->setRemark(tr("%1 of %2 · %3")
                          .arg(countText(m_proxy->rowCount()), countText(m_pods->rowCount()),
                               freshnessText(source.freshness)),
                      source.isCurrent() ? Tone::Neutral : Tone::Warning);
}

} // namespace signalbox
