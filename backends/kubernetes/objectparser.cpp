// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/objectparser.h"

#include "backends/kubernetes/statusreader.h"

namespace signalbox::kubernetes
{

namespace
{

WatchEventType typeNamed(std::string_view name)
{
    return name == "ADDED"      ? WatchEventType::Added
           : name == "MODIFIED" ? WatchEventType::Modified
           : name == "DELETED"  ? WatchEventType::Deleted
           : name == "BOOKMARK" ? WatchEventType::Bookmark
           : name == "ERROR"    ? WatchEventType::Error
                                : WatchEventType::Unknown;
}

} // namespace

std::string ObjectParser::sanitised(std::string_view text)
{
    const QByteArray clean = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toUtf8();
    std::string result;
    result.reserve(static_cast<size_t>(clean.size()) + simdjson::SIMDJSON_PADDING);
    result.assign(clean.constData(), static_cast<size_t>(clean.size()));
    return result;
}

/// Servers write the type first; a document may be read only once, so any other order costs a second pass.
WatchEventType ObjectParser::typeOf(std::string_view padded)
{
    constexpr std::string_view usual = R"({"type":")";
    if (padded.substr(0, usual.size()) == usual) {
        const std::string_view rest = padded.substr(usual.size(), 12);
        const size_t end = rest.find('"');
        return typeNamed(rest.substr(0, end == std::string_view::npos ? 0 : end));
    }
    QString type;
    document(padded, [&](JsonValue root) {
        m_reader.fields(root, [&](std::string_view key, JsonValue value) {
            if (key == "type") {
                type = m_reader.text(value);
            }
        });
    });
    return typeNamed(type.toStdString());
}

QString ObjectParser::readResourceVersion(JsonValue object)
{
    QString version;
    m_reader.fields(object, [&](std::string_view key, JsonValue value) {
        if (key == "metadata") {
            m_reader.fields(value, [&](std::string_view name, JsonValue field) {
                if (name == "resourceVersion") {
                    version = m_reader.text(field);
                }
            });
        }
    });
    return version;
}

Error ObjectParser::readStatus(JsonValue object)
{
    Error error{ErrorCode::Server, ErrorLayer::Http, 0, {}, {}, {}, {}};
    m_reader.fields(object, [&](std::string_view key, JsonValue value) {
        if (key == "code") {
            error.httpStatus = m_reader.number(value, 0);
        } else if (key == "reason") {
            error.reason = m_reader.text(value);
        } else if (key == "message") {
            error.detail = m_reader.text(value);
        }
    });
    error.code = codeOfStatus(error.httpStatus, error.reason);
    return error;
}

ListMeta ObjectParser::listMeta(std::string_view padded)
{
    ListMeta meta;
    document(padded, [&](JsonValue root) {
        m_reader.fields(root, [&](std::string_view key, JsonValue value) {
            if (key == "resourceVersion") {
                meta.resourceVersion = m_reader.text(value);
            } else if (key == "continue") {
                meta.continueToken = m_reader.text(value);
            } else if (key == "remainingItemCount") {
                meta.remaining = m_reader.integer(value).value_or(0);
            }
        });
    });
    return meta;
}

} // namespace signalbox::kubernetes
