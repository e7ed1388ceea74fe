// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QVector>

#include <algorithm>
#include <type_traits>
#include <vector>

namespace signalbox
{

namespace rowdiff
{

/// Marks one longest increasing run of values: those rows stay, the others move.
[[nodiscard]] inline std::vector<bool> settledRows(const std::vector<int> &order, int count)
{
    std::vector<int> tails; // positions in `order`, by length of the run they end
    std::vector<int> before(order.size(), -1);
    for (int i = 0; i < static_cast<int>(order.size()); ++i) {
        const auto place = std::lower_bound(tails.begin(), tails.end(), order[i],
                                            [&](int tail, int value) { return order[tail] < value; });
        before[i] = place == tails.begin() ? -1 : *(place - 1);
        if (place == tails.end()) {
            tails.push_back(i);
        } else {
            *place = i;
        }
    }
    std::vector<bool> settled(static_cast<size_t>(count), false);
    for (int i = tails.empty() ? -1 : tails.back(); i >= 0; i = before[i]) {
        settled[static_cast<size_t>(order[i])] = true;
    }
    return settled;
}

} // namespace rowdiff

/// Turns one list of rows into another with as few row operations as is cheap to find, so that views keep
/// their selection and scroll position. Rows are the same when their keys are; a key that occurs twice in
/// `wanted` counts once.
/// Host: beginRemove(first, last), endRemove(), beginMove(from, before), endMove(), beginInsert(first, last),
/// endInsert(), changed(first, last). Each is called when the list is in the state the call speaks of.
template <typename Row, typename KeyOf, typename Host> class RowDiff
{
    using Key = std::decay_t<std::invoke_result_t<KeyOf, const Row &>>;

public:
    RowDiff(QVector<Row> &rows, const QVector<Row> &wanted, KeyOf keyOf, Host &host)
        : m_rows(rows)
        , m_keyOf(keyOf)
        , m_host(host)
    {
        m_next.reserve(wanted.size());
        m_targets.reserve(wanted.size());
        for (const auto &row : wanted) {
            const Key key = m_keyOf(row);
            if (!m_targets.contains(key)) {
                m_targets.insert(key, static_cast<int>(m_next.size()));
                m_next.append(row);
            }
        }
    }

    void apply()
    {
        removeGone();
        putInOrder();
        insertNew();
        updateChanged();
    }

private:
    [[nodiscard]] bool isGone(int row) const { return !m_targets.contains(m_keyOf(m_rows.at(row))); }

    void removeGone()
    {
        for (int last = static_cast<int>(m_rows.size()) - 1; last >= 0; --last) {
            if (!isGone(last)) {
                continue;
            }
            int first = last;
            while (first > 0 && isGone(first - 1)) {
                --first;
            }
            m_host.beginRemove(first, last);
            m_rows.remove(first, last - first + 1);
            m_host.endRemove();
            last = first;
        }
    }

    void putInOrder()
    {
        for (const auto &row : m_rows) {
            m_order.push_back(m_targets.value(m_keyOf(row)));
        }
        std::vector<int> sorted = m_order;
        std::sort(sorted.begin(), sorted.end());
        m_survives.assign(static_cast<size_t>(m_next.size()), false);
        for (const int target : sorted) {
            m_survives[static_cast<size_t>(target)] = true;
        }
        if (sorted == m_order) {
            return;
        }
        const auto settled = rowdiff::settledRows(m_order, static_cast<int>(m_next.size()));
        for (size_t place = 0; place < sorted.size(); ++place) {
            settle(place, sorted[place], settled[static_cast<size_t>(sorted[place])]);
        }
    }

    /// Brings the row with that target to its place. What stands in the way of a settled row steps to the
    /// end and is fetched from there when its turn comes.
    void settle(size_t place, int target, bool settled)
    {
        while (m_order[place] != target) {
            if (settled) {
                move(static_cast<int>(place), static_cast<int>(m_rows.size()));
            } else {
                const auto found =
                    std::find(m_order.begin() + static_cast<std::ptrdiff_t>(place), m_order.end(), target);
                move(static_cast<int>(found - m_order.begin()), static_cast<int>(place));
            }
        }
    }

    void move(int from, int before)
    {
        m_host.beginMove(from, before);
        const int to = before > from ? before - 1 : before;
        m_rows.move(from, to);
        const int target = m_order[static_cast<size_t>(from)];
        m_order.erase(m_order.begin() + from);
        m_order.insert(m_order.begin() + to, target);
        m_host.endMove();
    }

    void insertNew()
    {
        const int count = static_cast<int>(m_next.size());
        for (int first = 0; first < count; ++first) {
            if (m_survives[static_cast<size_t>(first)]) {
                continue;
            }
            int last = first;
            while (last + 1 < count && !m_survives[static_cast<size_t>(last) + 1]) {
                ++last;
            }
            m_host.beginInsert(first, last);
            m_rows.insert(first, last - first + 1, m_next.at(first));
            std::copy(m_next.cbegin() + first, m_next.cbegin() + last + 1, m_rows.begin() + first);
            m_host.endInsert();
            first = last;
        }
    }

    void updateChanged()
    {
        int first = -1;
        for (int row = 0; row < m_next.size(); ++row) {
            const bool differs = !(m_rows.at(row) == m_next.at(row));
            if (differs) {
                m_rows[row] = m_next.at(row);
                first = first < 0 ? row : first;
            } else if (first >= 0) {
                m_host.changed(first, row - 1);
                first = -1;
            }
        }
        if (first >= 0) {
            m_host.changed(first, static_cast<int>(m_next.size()) - 1);
        }
    }

    QVector<Row> &m_rows;
    KeyOf m_keyOf;
    Host &m_host;
    QVector<Row> m_next;
    QHash<Key, int> m_targets;
    std::vector<int> m_order;
    std::vector<bool> m_survives;
};

} // namespace signalbox
