// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/format.h"

#include <QWidget>

class QTableView;

namespace signalbox
{

class TextLabel;
class TimelineDelegate;
class TimelineModel;

/// Everything that happened to the release on screen: events of the cluster, records of the ledger,
/// operations of this desk; newest first.
class TimelineTab final : public QWidget
{
    Q_OBJECT

public:
    /// @param timeline outlives the tab
    explicit TimelineTab(TimelineModel &timeline, QWidget *parent = nullptr);

    void setNow(const QDateTime &now);
    void setZone(TimeZoneChoice zone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();
    void showEmptiness();

    TimelineModel &m_timeline;
    TimelineDelegate *m_delegate;
    QTableView *m_table;
    TextLabel *m_empty;
};

} // namespace signalbox
