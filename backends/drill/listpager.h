// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/selectors.h"

#include <chrono>
#include <deque>

namespace signalbox
{
class Clock;
}

namespace signalbox::drill
{

/// Lists with limit and continue: every page of one list shows the same moment. Tokens expire after a few
/// minutes, or when the store has forgotten that moment.
class ListPager
{
public:
    using Object = std::shared_ptr<const Json>;

    struct Query {
        const ResourceType &type;
        QString namespaceName;
        const Selection &selection;
        qsizetype limit = 0; ///< 0: all
        QString continueToken;
        quint64 exactVersion = 0; ///< 0: the present
    };
    struct Page {
        QVector<Object> objects;
        quint64 resourceVersion = 0;
        QString continueToken;   ///< empty: the last page
        qsizetype remaining = 0; ///< 0 when unknown, as with selectors
    };

    ListPager(const ObjectStore &store, const Clock &clock);

    /// Expired carries in Error::subject a token that goes on from the same place at the present moment.
    [[nodiscard]] Result<Page> page(const Query &query);

private:
    struct Snapshot {
        quint64 id = 0;
        QString typeKey;
        quint64 resourceVersion = 0;
        QVector<Object> objects;
        std::chrono::milliseconds made{0};
        bool selected = false;
    };
    struct Token {
        quint64 snapshot = 0; ///< 0: resume at the present, after `after`
        qsizetype offset = 0;
        QString afterNamespace;
        QString afterName;
    };

    [[nodiscard]] Result<QVector<Object>> objectsAt(const Query &query) const;
    [[nodiscard]] Result<Page> continued(const Query &query, const Token &token);
    [[nodiscard]] Page cut(Snapshot snapshot, qsizetype offset, qsizetype limit);
    void dropOld();
    static QString encoded(const Token &token);
    static std::optional<Token> decoded(const QString &token);

    const ObjectStore &m_store;
    const Clock &m_clock;
    std::deque<Snapshot> m_snapshots;
    quint64 m_lastId = 0;
};

} // namespace signalbox::drill
