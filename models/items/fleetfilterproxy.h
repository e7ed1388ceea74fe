// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/filterquery.h"

#include <QSortFilterProxyModel>

namespace signalbox
{

/// Filters a FleetModel in the language of FilterQuery. Fields: name, cluster, namespace (ns), state, phase,
/// from, to, image, kind. Groups show while something in them does.
class FleetFilterProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FleetFilterProxy(QObject *parent = nullptr);
    void setFilterText(const QString &text);
    [[nodiscard]] const QString &filterText() const { return m_text; }
    /// A regular expression in the text that is none; empty if all are fine.
    [[nodiscard]] const QString &problem() const { return m_query.problem(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    FilterQuery m_query;
};

} // namespace signalbox
