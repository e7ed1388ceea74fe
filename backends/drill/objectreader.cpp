// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/objectreader.h"

#include "backends/api/clock.h"
#include "backends/drill/jsontext.h"
#include "backends/drill/refusals.h"

#include <QRandomGenerator>

namespace signalbox::drill
{

namespace
{

const QString kVersion = QStringLiteral("resourceVersion");
const QString kMatch = QStringLiteral("resourceVersionMatch");
const QString kContinue = QStringLiteral("continue");
const QString kInitial = QStringLiteral("sendInitialEvents");

tl::unexpected<Error> badOption(const char *kind, const QString &field, const QString &why)
{
    return refusal(ErrorCode::Invalid, 422, "Invalid",
                   QStringLiteral("%1.meta.k8s.io \"\" is invalid: %2: Forbidden: %3")
                       .arg(QLatin1String(kind), field, why));
}

Result<Done> checkListOptions(const HttpRequest &request)
{
    const QString version = request.parameter(kVersion);
    const QString match = request.parameter(kMatch);
    const QString token = request.parameter(kContinue);
    if (request.query.hasQueryItem(kInitial))
        return badOption("ListOptions", kInitial, QStringLiteral("sendInitialEvents is forbidden for list"));
    if (!match.isEmpty()) {
        if (version.isEmpty())
            return badOption(
                "ListOptions", kMatch,
                QStringLiteral("resourceVersionMatch is forbidden unless resourceVersion is provided"));
        if (!token.isEmpty())
            return badOption("ListOptions", kMatch,
                             QStringLiteral("resourceVersionMatch is forbidden when continue is provided"));
        if (match != QLatin1String("Exact") && match != QLatin1String("NotOlderThan"))
            return badOption("ListOptions", kMatch, QStringLiteral("unsupported value \"%1\"").arg(match));
        if (match == QLatin1String("Exact") && version == QLatin1String("0"))
            return badOption(
                "ListOptions", kMatch,
                QStringLiteral("resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""));
    }
    if (!token.isEmpty() && !version.isEmpty() && version != QLatin1String("0"))
        return badRequest(QStringLiteral("specifying resource version is not allowed when using continue"));
    return Done{};
}

Result<Done> checkWatchOptions(const HttpRequest &request)
{
    const QString match = request.parameter(kMatch);
    const bool initial = request.query.hasQueryItem(kInitial);
    if (!request.parameter(kContinue).isEmpty())
        return badRequest(QStringLiteral("continue is not allowed with watch"));
    if (!match.isEmpty() && !initial)
        return badOption(
            "ListOptions", kMatch,
            QStringLiteral("resourceVersionMatch is forbidden for watch unless sendInitialEvents is "
                           "provided"));
    if (initial && match != QLatin1String("NotOlderThan"))
        return badOption(
            "ListOptions", kMatch,
            QStringLiteral("sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"));
    if (initial && request.flagParameter(kInitial) &&
        !request.flagParameter(QStringLiteral("allowWatchBookmarks")))
        return badOption("ListOptions", kInitial,
                         QStringLiteral("sendInitialEvents requires allowWatchBookmarks"));
    return Done{};
}

} // namespace

ObjectReader::ObjectReader(ObjectStore &store, ObjectBytes &bytes, const Clock &clock)
    : m_store(store)
    , m_bytes(bytes)
    , m_clock(clock)
    , m_pager(store, clock)
{
}

Result<Selection> ObjectReader::selectionOf(const HttpRequest &request, const RequestPath &path,
                                            const ServedType &type) const
{
    Result<LabelSelector> labels = LabelSelector::parse(request.parameter(QStringLiteral("labelSelector")));
    if (!labels)
        return tl::unexpected(labels.error());
    QString terms = request.parameter(QStringLiteral("fieldSelector"));
    // Watching one object is watching the collection for its name.
    if (!path.name.isEmpty())
        terms += QStringLiteral(",metadata.name=") + path.name;
    Result<FieldSelector> fields = FieldSelector::parse(terms, type.stored);
    if (!fields)
        return tl::unexpected(fields.error());
    return Selection{std::move(*labels), std::move(*fields)};
}

/// 0 for unset and "0".
Result<quint64> ObjectReader::versionOf(const HttpRequest &request) const
{
    const QString wanted = request.parameter(kVersion);
    if (wanted.isEmpty())
        return 0;
    bool numeric = false;
    const quint64 version = wanted.toULongLong(&numeric);
    if (!numeric)
        return refusal(
            ErrorCode::Invalid, 400, "BadRequest",
            QStringLiteral("Invalid value: \"%1\": strconv.ParseUint: invalid syntax").arg(wanted));
    if (version > m_store.resourceVersion()) {
        Error error = refusal(ErrorCode::Timeout, 504, "Timeout",
                              QStringLiteral("Too large resource version: %1, current: %2")
                                  .arg(version)
                                  .arg(m_store.resourceVersion()))
                          .value();
        error.retryAfter = std::chrono::seconds(1);
        return tl::unexpected(error);
    }
    return version;
}

Result<HttpResponse> ObjectReader::get(const HttpRequest &request, const RequestPath &path,
                                       const ServedType &type) const
{
    const auto representation = Representation::negotiate(request, Representation::Scope::Single);
    if (!representation)
        return tl::unexpected(representation.error());
    const auto version = versionOf(request);
    if (!version)
        return tl::unexpected(version.error());
    const auto object =
        m_store.find(type.stored.key(), type.stored.namespaced ? path.namespaceName : QString(), path.name);
    if (!object)
        return notFound(type.shown, path.name);
    HttpResponse response;
    response.body.append(representation->single({type, m_bytes, m_clock.nowUtc()}, object));
    return response;
}

Result<HttpResponse> ObjectReader::list(const HttpRequest &request, const RequestPath &path,
                                        const ServedType &type)
{
    const auto representation = Representation::negotiate(request, Representation::Scope::List);
    if (!representation)
        return tl::unexpected(representation.error());
    const auto selection = selectionOf(request, path, type);
    if (!selection)
        return tl::unexpected(selection.error());
    if (const auto options = checkListOptions(request); !options)
        return tl::unexpected(options.error());
    const auto version = versionOf(request);
    if (!version)
        return tl::unexpected(version.error());
    const QString namespaceName = type.stored.namespaced ? path.namespaceName : QString();
    const auto limit = static_cast<qsizetype>(request.parameter(QStringLiteral("limit")).toLongLong());
    ListPager::Query query{type.stored, namespaceName, *selection, limit, request.parameter(kContinue), 0};
    const QString match = request.parameter(kMatch);
    if (match == QLatin1String("Exact") || (match.isEmpty() && query.limit > 0))
        query.exactVersion = *version;
    const auto page = m_pager.page(query);
    if (!page)
        return tl::unexpected(page.error());
    Json metadata = {{"resourceVersion", std::to_string(page->resourceVersion)}};
    if (!page->continueToken.isEmpty())
        metadata["continue"] = jsonText(page->continueToken);
    if (page->remaining > 0)
        metadata["remainingItemCount"] = page->remaining;
    HttpResponse response;
    response.body = representation->list({type, m_bytes, m_clock.nowUtc()}, page->objects, metadata);
    return response;
}

Result<WatchPlan> ObjectReader::planWatch(const HttpRequest &request, const RequestPath &path,
                                          const ServedType &type) const
{
    const auto representation = Representation::negotiate(request, Representation::Scope::Watch);
    if (!representation)
        return tl::unexpected(representation.error());
    const auto selection = selectionOf(request, path, type);
    if (!selection)
        return tl::unexpected(selection.error());
    if (const auto options = checkWatchOptions(request); !options)
        return tl::unexpected(options.error());
    const auto version = versionOf(request);
    if (!version)
        return tl::unexpected(version.error());
    WatchPlan plan;
    plan.type = type;
    plan.representation = *representation;
    plan.selection = *selection;
    plan.namespaceName = type.stored.namespaced ? path.namespaceName : QString();
    const bool initial = request.flagParameter(kInitial);
    if (*version != 0 && !initial)
        plan.after = *version;
    // "sendInitialEvents=false" with no version: only what comes from now on.
    else if (request.query.hasQueryItem(kInitial) && !initial)
        plan.after = m_store.resourceVersion();
    plan.initialEventsEnd = initial;
    plan.bookmarks = request.flagParameter(QStringLiteral("allowWatchBookmarks"));
    const qint64 seconds = request.parameter(QStringLiteral("timeoutSeconds")).toLongLong();
    // Without a wish, a random time between one and two half hours, so that clients do not return all at
    // once.
    plan.lifetime =
        std::chrono::seconds(seconds > 0 ? seconds : QRandomGenerator::global()->bounded(1800, 3600));
    return plan;
}

} // namespace signalbox::drill
