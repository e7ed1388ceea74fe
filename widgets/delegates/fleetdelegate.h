// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/action.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace signalbox
{

/// Paints a row of the fleet list: sign of the state, cluster and release, from -> to version or the state
/// as a word, weight bar, and the number of decisions that wait for a person. Groups are small headings.
class FleetDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Releases an operation of this desk works on, and what it does.
    void setRunning(const QHash<ReleaseKey, ActionKind> &running) { m_running = running; }
    /// With more than one cluster open, each row says which one it is in.
    void setClusterNamed(bool named) { m_isClusterNamed = named; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintRelease(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QHash<ReleaseKey, ActionKind> m_running;
    bool m_isClusterNamed = false;
};

} // namespace signalbox
