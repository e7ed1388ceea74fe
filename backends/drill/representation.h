// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/httpmessage.h"
#include "backends/drill/servedtype.h"

#include <QDateTime>

namespace signalbox::drill
{

class ObjectBytes;

/// The shape an answer takes, as negotiated by Accept: the objects themselves, their metadata alone, or a
/// table as "kubectl get" prints it.
class Representation
{
public:
    enum class Form { Full, Metadata, Table };
    enum class Scope { Single, List, Watch };

    /// NotAcceptable (406) when no form that the client accepts is served.
    [[nodiscard]] static Result<Representation> negotiate(const HttpRequest &request, Scope scope);

    struct Context {
        const ServedType &type;
        ObjectBytes &bytes;
        QDateTime now; ///< ages in tables count from it
    };
    using Object = std::shared_ptr<const Json>;

    [[nodiscard]] QByteArray single(const Context &context, const Object &object) const;
    /// @param listMetadata resourceVersion, continue, remainingItemCount
    [[nodiscard]] QVector<QByteArray> list(const Context &context, const QVector<Object> &objects,
                                           const Json &listMetadata) const;
    /// The object of one watch event. @param first true for the first table of a stream: it names the columns
    [[nodiscard]] QByteArray watched(const Context &context, const Object &object, bool first) const;
    /// A document that is no stored object (Scale, Status), indented if the client wants it so.
    [[nodiscard]] QByteArray document(const Json &value) const;
    [[nodiscard]] Form form() const { return m_form; }

private:
    enum class RowObject { None, Metadata, Full };
    [[nodiscard]] QByteArray table(const Context &context, const QVector<Object> &objects,
                                   const Json &listMetadata, bool withColumns) const;
    [[nodiscard]] QByteArray item(const Context &context, const Object &object) const;
    [[nodiscard]] QByteArray full(const Context &context, const Object &object) const;

    Form m_form = Form::Full;
    RowObject m_rowObject = RowObject::Metadata;
    bool m_pretty = false;
};

/// Browsers and "?pretty" get indented JSON, as from a real server.
[[nodiscard]] bool wantsPretty(const HttpRequest &request);

} // namespace signalbox::drill
