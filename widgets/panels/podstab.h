// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stores/clusterstore.h"

#include <QDateTime>
#include <QPointer>
#include <QWidget>

#include <memory>

class QCheckBox;
class QLineEdit;
class QTableView;

namespace signalbox
{

class Card;
class PodsDelegate;
class PodsFilterProxy;
class PodsModel;

/// Pods of the release or of its whole cluster, with a filter. Pods are only watched while the tab is
/// visible.
class PodsTab final : public QWidget
{
    Q_OBJECT

public:
    explicit PodsTab(QWidget *parent = nullptr);
    ~PodsTab() override;

    /// The cluster whose pods to show; null: none. It may be destroyed before the tab.
    void setCluster(ClusterStore *cluster);
    /// Narrows the list to the pods of this release while the box is ticked.
    void setRelease(const std::optional<Release> &release);
    void setNow(const QDateTime &now);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildToolbar(class QVBoxLayout &column);
    void watch();
    void unwatch();
    void applyOwners();
    void retranslateUi();
    void showCounts();

    QPointer<ClusterStore> m_cluster;
    std::optional<QSet<QString>> m_owners;
    QDateTime m_painted;
    std::unique_ptr<PodsModel> m_pods;
    PodsFilterProxy *m_proxy;
    PodsDelegate *m_delegate;
    Card *m_card;
    QLineEdit *m_filter;
    QCheckBox *m_onlyRelease;
    QTableView *m_table;
};

} // namespace signalbox
