// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/changes.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QVector>

#include <utility>

namespace signalbox
{

/// Rows of one kind by uid. Applies changes and tells an observer about each row that really changed, with
/// its former and its new value (null where there is none), so that indices stay in step.
template <typename Row> class RowTable
{
public:
    [[nodiscard]] const QHash<QString, Row> &rows() const { return m_rows; }
    [[nodiscard]] const Row *find(const QString &uid) const
    {
        const auto found = m_rows.constFind(uid);
        return found == m_rows.cend() ? nullptr : &*found;
    }

    /// @param observer called as observer(const Row *before, const Row *after), before the table changes
    template <typename Observer> void apply(const RowChanges<Row> &changes, Observer observer)
    {
        if (changes.reset) {
            reset(changes, observer);
        }
        for (const auto &uid : changes.removed) {
            remove(uid, observer);
        }
        if (changes.upserted.size() > m_rows.size()) {
            m_rows.reserve(changes.upserted.size());
        }
        for (const auto &row : changes.upserted) {
            upsert(row, observer);
        }
    }

    template <typename Observer> void remove(const QString &uid, Observer &observer)
    {
        const auto found = m_rows.find(uid);
        if (found != m_rows.end()) {
            const Row before = std::move(*found);
            m_rows.erase(found);
            observer(&before, static_cast<const Row *>(nullptr));
        }
    }

private:
    /// A relist mostly brings back what was there: only rows that are gone are dropped here, so that the
    /// rest counts as unchanged.
    template <typename Observer> void reset(const RowChanges<Row> &changes, Observer &observer)
    {
        QSet<QString> kept;
        kept.reserve(changes.upserted.size());
        for (const auto &row : changes.upserted) {
            kept.insert(row.meta.uid);
        }
        QVector<QString> gone;
        for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
            if (!kept.contains(row.key())) {
                gone.append(row.key());
            }
        }
        for (const auto &uid : gone) {
            remove(uid, observer);
        }
    }

    template <typename Observer> void upsert(const Row &row, Observer &observer)
    {
        const auto found = m_rows.find(row.meta.uid);
        if (found == m_rows.end()) {
            observer(static_cast<const Row *>(nullptr), &row);
            m_rows.insert(row.meta.uid, row);
            return;
        }
        if (*found == row) {
            return;
        }
        observer(static_cast<const Row *>(&*found), &row);
        *found = row;
    }

    QHash<QString, Row> m_rows;
};

} // namespace signalbox
