// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/rowmodel.h"
#include "models/stores/activitystore.h"

namespace signalbox
{

/// What happened, newest first, as ActivityStore gathers it. Texts of events are the cluster's own words.
class TimelineModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Object, Reason, Text, Actor };
    Q_ENUM(Column)
    enum class Role {
        Sort = Qt::UserRole + 1,
        Id,
        Kind,  ///< ActivityKind
        Tone,  ///< ActivityTone
        Time,  ///< QDateTime UTC
        Value, ///< ActivityEntry
    };
    Q_ENUM(Role)

    /// @param store outlives the model
    explicit TimelineModel(ActivityStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    [[nodiscard]] QVariant raw(const ActivityEntry &entry, Column column) const;

    ActivityStore &m_store;
    QVector<ActivityEntry> m_rows;
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::ActivityEntry)
