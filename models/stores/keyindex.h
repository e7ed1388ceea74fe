// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace signalbox
{

/// Which objects (by uid) hang on a key: an owner's uid, a namespace, a target's name.
class KeyIndex
{
public:
    void add(const QString &key, const QString &uid)
    {
        if (!key.isEmpty()) {
            m_uids[key].insert(uid);
        }
    }
    void remove(const QString &key, const QString &uid)
    {
        const auto found = m_uids.find(key);
        if (found == m_uids.end()) {
            return;
        }
        found->remove(uid);
        if (found->isEmpty()) {
            m_uids.erase(found);
        }
    }
    [[nodiscard]] QSet<QString> uids(const QString &key) const { return m_uids.value(key); }
    [[nodiscard]] qsizetype count(const QString &key) const { return m_uids.value(key).size(); }
    [[nodiscard]] bool contains(const QString &key) const { return m_uids.contains(key); }
    void clear() { m_uids.clear(); }

private:
    QHash<QString, QSet<QString>> m_uids;
};

} // namespace signalbox
