// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/action.h"
#include "models/domain/release.h"

#include <QWidget>

class QLineEdit;
class QTreeView;

namespace signalbox
{

class FleetDelegate;
class FleetFilterProxy;
class FleetModel;
class TextLabel;

/// The left column: every release of every open cluster, grouped by what needs a person, with a filter.
class FleetPanel final : public QWidget
{
    Q_OBJECT

public:
    /// @param model outlives the panel
    explicit FleetPanel(FleetModel &model, QWidget *parent = nullptr);

    void select(const ReleaseKey &key);
    [[nodiscard]] std::optional<ReleaseKey> selected() const;
    void focusFilter();
    /// Said where the list is empty, for example that no cluster is open.
    void setEmptyText(const QString &text);
    /// Why releases may be missing, above the list; empty: nothing is wrong.
    void setNotice(const QString &text);
    /// Releases an operation of this desk works on, and what it does.
    void setRunning(const QHash<ReleaseKey, ActionKind> &running);
    void setClusterNamed(bool named);

Q_SIGNALS:
    void releaseSelected(const signalbox::ReleaseKey &key);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();
    void tidyGroups();
    void keepSelection();

    FleetModel &m_model;
    FleetFilterProxy *m_proxy;
    QLineEdit *m_filter;
    TextLabel *m_problem;
    TextLabel *m_notice;
    TextLabel *m_empty;
    QTreeView *m_view;
    FleetDelegate *m_delegate;
    std::optional<ReleaseKey> m_selected;
    bool m_changing = false; ///< rows are being removed
};

} // namespace signalbox
