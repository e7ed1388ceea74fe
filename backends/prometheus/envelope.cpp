// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/prometheus/envelope.h"

#include <QDateTime>
#include <QHash>

namespace signalbox::prometheus
{
namespace
{

/// The start of an unexpected body, safe to show in a details box.
QString excerpt(const QByteArray &body)
{
    constexpr int Length = 120;
    QString text = QString::fromUtf8(body.left(Length)).simplified();
    for (QChar &c : text) {
        if (!c.isPrint()) {
            c = QChar::ReplacementCharacter;
        }
    }
    return text;
}

QStringList textsAt(simdjson::dom::element object, std::string_view key)
{
    QStringList texts;
    for (const auto item : listAt(object, key)) {
        std::string_view text;
        if (item.get(text) == simdjson::SUCCESS) {
            texts.push_back(textOf(text));
        }
    }
    return texts;
}

/// Source: wire facts 8.1, table of errorType.
std::optional<ErrorCode> codeOfType(const QString &type)
{
    static const QHash<QString, ErrorCode> codes{
        {QStringLiteral("bad_data"), ErrorCode::Invalid},
        {QStringLiteral("execution"), ErrorCode::Invalid},
        {QStringLiteral("canceled"), ErrorCode::Server},
        {QStringLiteral("timeout"), ErrorCode::Timeout},
        {QStringLiteral("internal"), ErrorCode::Server},
        {QStringLiteral("unavailable"), ErrorCode::Server},
        {QStringLiteral("not_found"), ErrorCode::NotFound},
        {QStringLiteral("not_acceptable"), ErrorCode::Unsupported},
    };
    const auto found = codes.constFind(type);
    return found == codes.cend() ? std::nullopt : std::optional(*found);
}

Result<simdjson::dom::element> parse(simdjson::dom::parser &parser, const QByteArray &body)
{
    simdjson::dom::element root;
    const auto problem = parser.parse(body.constData(), static_cast<size_t>(body.size())).get(root);
    if (problem != simdjson::SUCCESS) {
        return malformed(QStringLiteral("not JSON (%1), begins with: %2")
                             .arg(QString::fromUtf8(simdjson::error_message(problem)), excerpt(body)));
    }
    if (!root.is_object()) {
        return malformed(QStringLiteral("not an object, begins with: ") + excerpt(body));
    }
    return root;
}

} // namespace

tl::unexpected<Error> malformed(const QString &what)
{
    return failure(ErrorCode::Protocol, ErrorLayer::Protocol, what);
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString textAt(simdjson::dom::element object, std::string_view key)
{
    std::string_view text;
    return object[key].get(text) == simdjson::SUCCESS ? textOf(text) : QString();
}

simdjson::dom::array listAt(simdjson::dom::element object, std::string_view key)
{
    simdjson::dom::array list;
    if (object[key].get(list) != simdjson::SUCCESS) {
        // A default array cannot be walked; a parsed empty one can.
        static const simdjson::dom::array Empty = [] {
            static simdjson::dom::parser parser;
            simdjson::dom::array none;
            std::ignore = parser.parse(std::string_view("[]")).get(none);
            return none;
        }();
        return Empty;
    }
    return list;
}

QDateTime timeAt(simdjson::dom::element object, std::string_view key)
{
    const QDateTime time = QDateTime::fromString(textAt(object, key), Qt::ISODateWithMs);
    return time.isValid() && time.toMSecsSinceEpoch() > 0 ? time.toUTC() : QDateTime();
}

QHash<QString, QString> labelsAt(simdjson::dom::element object, std::string_view key)
{
    QHash<QString, QString> labels;
    simdjson::dom::object members;
    if (object[key].get(members) == simdjson::SUCCESS) {
        for (const auto member : members) {
            std::string_view value;
            if (member.value.get(value) == simdjson::SUCCESS) {
                labels.insert(textOf(member.key), textOf(value));
            }
        }
    }
    return labels;
}

Result<Envelope> openEnvelope(const QByteArray &body)
{
    Envelope envelope;
    envelope.parser = std::make_unique<simdjson::dom::parser>();
    const auto root = parse(*envelope.parser, body);
    if (!root) {
        return tl::unexpected(root.error());
    }
    const QString status = textAt(*root, "status");
    if (status == QLatin1String("error")) {
        Error error{ErrorCode::Server,
                    ErrorLayer::Http,
                    0,
                    textAt(*root, "errorType"),
                    textAt(*root, "error"),
                    {},
                    {}};
        error.code = codeOfType(error.reason).value_or(ErrorCode::Server);
        return tl::unexpected(error);
    }
    if (status != QLatin1String("success") || (*root)["data"].get(envelope.data) != simdjson::SUCCESS) {
        return malformed(QStringLiteral("not an answer of the Prometheus API, begins with: ") +
                         excerpt(body));
    }
    envelope.warnings = textsAt(*root, "warnings");
    envelope.infos = textsAt(*root, "infos");
    return envelope;
}

void readError(const http::Response &response, Error &error)
{
    simdjson::dom::parser parser;
    const auto root = parse(parser, response.body);
    if (!root) {
        return;
    }
    const QString type = textAt(*root, "errorType");
    if (!type.isEmpty()) {
        error.reason = type;
        error.detail = textAt(*root, "error");
        error.code = codeOfType(type).value_or(error.code);
    } else if (textAt(*root, "kind") == QLatin1String("Status")) {
        error.reason = textAt(*root, "reason");
        error.detail = textAt(*root, "message");
    }
}

bool isAboutQuery(const Error &error)
{
    return error.layer == ErrorLayer::Http && codeOfType(error.reason).has_value();
}

} // namespace signalbox::prometheus
