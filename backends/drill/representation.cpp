// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/representation.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/objectbytes.h"
#include "backends/drill/refusals.h"
#include "backends/drill/tableformat.h"

#include <QHash>

namespace signalbox::drill
{

namespace
{

constexpr qsizetype kSegment = 256 * 1024;

/// Joins many small pieces into segments of a size the connection likes.
class SegmentedBody
{
public:
    void add(const QByteArray &piece)
    {
        if (m_segments.isEmpty() || m_segments.constLast().size() + piece.size() > kSegment) {
            m_segments.append(QByteArray());
            m_segments.last().reserve(kSegment);
        }
        m_segments.last() += piece;
    }
    [[nodiscard]] QVector<QByteArray> take() { return std::move(m_segments); }

private:
    QVector<QByteArray> m_segments;
};

QByteArray metadataOnly(const Representation::Context &context, const Representation::Object &object)
{
    return "{\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":" +
           context.bytes.metadata(object) + '}';
}

QByteArray reindented(const QByteArray &bytes)
{
    return dumped(parsed(bytes), true) + '\n';
}

QHash<QByteArray, QByteArray> mediaParameters(const QList<QByteArray> &parts)
{
    QHash<QByteArray, QByteArray> parameters;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const qsizetype equals = parts.at(i).indexOf('=');
        if (equals > 0)
            parameters.insert(parts.at(i).left(equals).trimmed().toLower(),
                              parts.at(i).mid(equals + 1).trimmed());
    }
    return parameters;
}

tl::unexpected<Error> notAcceptable()
{
    return refusal(ErrorCode::Unsupported, 406, "NotAcceptable",
                   QStringLiteral("only the following media types are accepted: application/json, "
                                  "application/json;as=Table;g=meta.k8s.io;v=v1"));
}

} // namespace

bool wantsPretty(const HttpRequest &request)
{
    if (request.query.hasQueryItem(QStringLiteral("pretty")))
        return request.flagParameter(QStringLiteral("pretty"));
    const QByteArray agent = request.header("user-agent");
    return agent.startsWith("Mozilla") || agent.startsWith("curl") || agent.startsWith("Wget");
}

Result<Representation> Representation::negotiate(const HttpRequest &request, Scope scope)
{
    Representation result;
    result.m_pretty = wantsPretty(request);
    const QString include = request.parameter(QStringLiteral("includeObject"));
    if (include == QLatin1String("None"))
        result.m_rowObject = RowObject::None;
    else if (include == QLatin1String("Object"))
        result.m_rowObject = RowObject::Full;
    const QByteArray accept = request.header("accept");
    if (accept.isEmpty())
        return result;
    const QByteArray metadataKind =
        scope == Scope::List ? "PartialObjectMetadataList" : "PartialObjectMetadata";
    const QList<QByteArray> ranges = accept.split(',');
    for (const QByteArray &range : ranges) {
        const QList<QByteArray> parts = range.split(';');
        const QByteArray media = parts.constFirst().trimmed().toLower();
        if (media != "application/json" && media != "*/*" && media != "application/*")
            continue;
        const auto parameters = mediaParameters(parts);
        const QByteArray as = parameters.value("as");
        if (as.isEmpty())
            return result;
        if (parameters.value("g") != "meta.k8s.io" || parameters.value("v") != "v1")
            continue;
        if (as != "Table" && as != metadataKind)
            continue;
        result.m_form = as == "Table" ? Form::Table : Form::Metadata;
        return result;
    }
    return notAcceptable();
}

QByteArray Representation::full(const Context &context, const Object &object) const
{
    return context.type.convert ? dumped(context.type.convert(*object))
                                : context.bytes.whole(context.type.shown, object);
}

QByteArray Representation::item(const Context &context, const Object &object) const
{
    if (m_form == Form::Metadata)
        return metadataOnly(context, object);
    // Lists of built-in types leave kind and apiVersion to the list; those of custom types repeat them.
    if (context.type.convert || context.type.shown.custom)
        return full(context, object);
    return '{' + context.bytes.inner(object) + '}';
}

QByteArray Representation::single(const Context &context, const Object &object) const
{
    QByteArray bytes;
    if (m_form == Form::Table)
        bytes = table(context, {object},
                      {{"resourceVersion", member(*object, {"metadata", "resourceVersion"})}}, true);
    else
        bytes = m_form == Form::Metadata ? metadataOnly(context, object) : full(context, object);
    return m_pretty ? reindented(bytes) : bytes;
}

QVector<QByteArray> Representation::list(const Context &context, const QVector<Object> &objects,
                                         const Json &listMetadata) const
{
    if (m_form == Form::Table) {
        const QByteArray bytes = table(context, objects, listMetadata, true);
        return {m_pretty ? reindented(bytes) : bytes};
    }
    const bool partial = m_form == Form::Metadata;
    const QByteArray kind = partial ? "PartialObjectMetadataList" : context.type.shown.kind.toUtf8() + "List";
    const QByteArray apiVersion = partial ? "meta.k8s.io/v1" : context.type.shown.apiVersion().toUtf8();
    SegmentedBody body;
    body.add("{\"kind\":\"" + kind + "\",\"apiVersion\":\"" + apiVersion +
             "\",\"metadata\":" + dumped(listMetadata) + ",\"items\":[");
    for (qsizetype i = 0; i < objects.size(); ++i) {
        if (i > 0)
            body.add(",");
        body.add(item(context, objects.at(i)));
    }
    body.add("]}");
    QVector<QByteArray> segments = body.take();
    if (!m_pretty)
        return segments;
    QByteArray whole;
    for (const QByteArray &segment : qAsConst(segments))
        whole += segment;
    return {reindented(whole)};
}

QByteArray Representation::watched(const Context &context, const Object &object, bool first) const
{
    if (m_form == Form::Table)
        return table(context, {object},
                     {{"resourceVersion", member(*object, {"metadata", "resourceVersion"})}}, first);
    return m_form == Form::Metadata ? metadataOnly(context, object) : full(context, object);
}

QByteArray Representation::table(const Context &context, const QVector<Object> &objects,
                                 const Json &listMetadata, bool withColumns) const
{
    const TableFormat &format = TableFormat::of(context.type.shown);
    QByteArray out =
        "{\"kind\":\"Table\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":" + dumped(listMetadata) +
        ",\"columnDefinitions\":" + dumped(withColumns ? format.columnDefinitions() : Json()) + ",\"rows\":[";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        const Object &object = objects.at(i);
        out += i > 0 ? ",{\"cells\":" : "{\"cells\":";
        out += dumped(format.cells(*object, context.now));
        if (m_rowObject != RowObject::None)
            out += ",\"object\":" +
                   (m_rowObject == RowObject::Full ? full(context, object) : metadataOnly(context, object));
        out += '}';
    }
    return out + "]}";
}

QByteArray Representation::document(const Json &value) const
{
    return m_pretty ? dumped(value, true) + '\n' : dumped(value);
}

} // namespace signalbox::drill
