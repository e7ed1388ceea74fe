// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/listpager.h"

#include "backends/api/clock.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/refusals.h"

#include <algorithm>
#include <map>
#include <utility>

namespace signalbox::drill
{

namespace
{

constexpr std::chrono::minutes kTokenLife{5};
constexpr std::size_t kMaximumSnapshots = 64;

std::pair<QString, QString> placeOf(const Json &object)
{
    return {text(object, {"metadata", "namespace"}), text(object, {"metadata", "name"})};
}

} // namespace

ListPager::ListPager(const ObjectStore &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
}

Result<ListPager::Page> ListPager::page(const Query &query)
{
    dropOld();
    if (!query.continueToken.isEmpty()) {
        const std::optional<Token> token = decoded(query.continueToken);
        if (!token)
            return badRequest(
                QStringLiteral("continue key is not valid: %1").arg(query.continueToken.left(40)));
        return continued(query, *token);
    }
    Result<QVector<Object>> objects = objectsAt(query);
    if (!objects)
        return tl::unexpected(objects.error());
    Snapshot snapshot;
    snapshot.typeKey = query.type.key();
    snapshot.resourceVersion = query.exactVersion == 0 ? m_store.resourceVersion() : query.exactVersion;
    snapshot.objects = std::move(*objects);
    snapshot.selected = !query.selection.isEmpty();
    return cut(std::move(snapshot), 0, query.limit);
}

Result<ListPager::Page> ListPager::continued(const Query &query, const Token &token)
{
    const auto known = std::find_if(m_snapshots.begin(), m_snapshots.end(), [&](const Snapshot &snapshot) {
        return snapshot.id == token.snapshot && snapshot.typeKey == query.type.key();
    });
    if (token.snapshot != 0 && known == m_snapshots.end()) {
        Error error =
            expired(QStringLiteral("The provided continue parameter is too old to display a consistent list "
                                   "result. You can start a new list without the continue parameter, or use "
                                   "the continue token in this response to retrieve the remainder of the "
                                   "results."))
                .value();
        error.subject = encoded({0, 0, token.afterNamespace, token.afterName});
        return tl::unexpected(error);
    }
    if (token.snapshot != 0)
        return cut(*known, token.offset, query.limit);
    Result<QVector<Object>> objects = objectsAt(query);
    if (!objects)
        return tl::unexpected(objects.error());
    const std::pair<QString, QString> after{token.afterNamespace, token.afterName};
    objects->removeIf([&](const Object &object) { return placeOf(*object) <= after; });
    Snapshot snapshot;
    snapshot.typeKey = query.type.key();
    snapshot.resourceVersion = m_store.resourceVersion();
    snapshot.objects = std::move(*objects);
    snapshot.selected = !query.selection.isEmpty();
    return cut(std::move(snapshot), 0, query.limit);
}

Result<QVector<ListPager::Object>> ListPager::objectsAt(const Query &query) const
{
    QVector<Object> objects = m_store.list(query.type.key(), query.namespaceName);
    if (query.exactVersion != 0 && query.exactVersion != m_store.resourceVersion()) {
        if (query.exactVersion < m_store.oldestResourceVersion())
            return expired(QStringLiteral("The resourceVersion for the provided list is too old."));
        std::map<std::pair<QString, QString>, Object> past;
        for (const Object &object : qAsConst(objects))
            past[placeOf(*object)] = object;
        const QVector<StoreEvent> events = m_store.eventsAfter(query.type.key(), query.exactVersion);
        for (auto event = events.crbegin(); event != events.crend(); ++event) {
            const auto place = placeOf(*event->object);
            if (!query.namespaceName.isEmpty() && place.first != query.namespaceName)
                continue;
            if (event->previous)
                past[place] = event->previous;
            else
                past.erase(place);
        }
        objects.clear();
        for (const auto &[place, object] : past)
            objects.append(object);
    }
    if (!query.selection.isEmpty())
        objects.removeIf([&](const Object &object) { return !query.selection.matches(*object); });
    return objects;
}

ListPager::Page ListPager::cut(Snapshot snapshot, qsizetype offset, qsizetype limit)
{
    const qsizetype total = snapshot.objects.size();
    Page page;
    page.resourceVersion = snapshot.resourceVersion;
    if (limit <= 0 || offset + limit >= total) {
        page.objects = offset == 0 ? snapshot.objects : snapshot.objects.mid(offset);
        return page;
    }
    page.objects = snapshot.objects.mid(offset, limit);
    page.remaining = snapshot.selected ? 0 : total - offset - limit;
    if (snapshot.id == 0) {
        snapshot.id = ++m_lastId;
        snapshot.made = m_clock.steady();
        m_snapshots.push_back(snapshot);
        if (m_snapshots.size() > kMaximumSnapshots)
            m_snapshots.pop_front();
    }
    const auto [namespaceName, name] = placeOf(*page.objects.constLast());
    page.continueToken = encoded({snapshot.id, offset + limit, namespaceName, name});
    return page;
}

void ListPager::dropOld()
{
    const auto old = [&](const Snapshot &snapshot) {
        return m_clock.steady() - snapshot.made > kTokenLife ||
               snapshot.resourceVersion < m_store.oldestResourceVersion();
    };
    m_snapshots.erase(std::remove_if(m_snapshots.begin(), m_snapshots.end(), old), m_snapshots.end());
}

QString ListPager::encoded(const Token &token)
{
    const Json value = {{"s", token.snapshot},
                        {"o", token.offset},
                        {"ns", jsonText(token.afterNamespace)},
                        {"n", jsonText(token.afterName)}};
    return QString::fromLatin1(
        dumped(value).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<ListPager::Token> ListPager::decoded(const QString &token)
{
    const auto bytes = QByteArray::fromBase64Encoding(token.toLatin1(), QByteArray::Base64UrlEncoding);
    const Json value = bytes ? parsed(*bytes) : Json();
    if (!value.is_object() || number(value, {"s"}, -1) < 0 || number(value, {"o"}, -1) < 0)
        return {};
    return Token{static_cast<quint64>(number(value, {"s"})), static_cast<qsizetype>(number(value, {"o"})),
                 text(value, {"ns"}), text(value, {"n"})};
}

} // namespace signalbox::drill
