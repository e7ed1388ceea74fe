// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/deployment/document.h"

#include <QCryptographicHash>

#include <limits>

namespace signalbox::deployment
{

Result<Json> parseObject(const QByteArray &text, const QString &subject)
{
    Json document = Json::parse(text.cbegin(), text.cend(), nullptr, false);
    if (document.is_discarded() || !document.is_object()) {
        return failure(ErrorCode::Protocol, ErrorLayer::Protocol,
                       QStringLiteral("the answer is not a JSON object"), subject);
    }
    return document;
}

QByteArray toText(const Json &document)
{
    return QByteArray::fromStdString(document.dump(-1, ' ', false, Json::error_handler_t::replace));
}

const Json &valueAt(const Json &document, Path path)
{
    static const Json absent;
    const Json *value = &document;
    for (const char *key : path) {
        if (!value->is_object()) {
            return absent;
        }
        const auto found = value->find(key);
        if (found == value->end()) {
            return absent;
        }
        value = &*found;
    }
    return *value;
}

QString textAt(const Json &document, Path path)
{
    const auto *text = valueAt(document, path).get_ptr<const Json::string_t *>();
    return text ? QString::fromStdString(*text) : QString();
}

bool flagAt(const Json &document, Path path)
{
    const auto *flag = valueAt(document, path).get_ptr<const Json::boolean_t *>();
    return flag && *flag;
}

std::optional<int> numberAt(const Json &document, Path path)
{
    const Json &value = valueAt(document, path);
    if (!value.is_number_integer()) {
        return std::nullopt;
    }
    const auto number = value.get<std::int64_t>();
    if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max()) {
        return std::nullopt;
    }
    return static_cast<int>(number);
}

QString annotation(const Json &document, const char *key)
{
    return textAt(document, {"metadata", "annotations", key});
}

QString label(const Json &document, const char *key)
{
    return textAt(document, {"metadata", "labels", key});
}

QString digestOf(const Json &value)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(toText(value), QCryptographicHash::Sha256).toHex().left(16));
}

QString controllerUid(const Json &document)
{
    const Json &owners = valueAt(document, {"metadata", "ownerReferences"});
    if (!owners.is_array()) {
        return {};
    }
    for (const Json &owner : owners) {
        if (flagAt(owner, {"controller"})) {
            return textAt(owner, {"uid"});
        }
    }
    return {};
}

QString resourceVersionOf(const QByteArray &objectText)
{
    const auto document = parseObject(objectText, {});
    return document ? textAt(*document, {"metadata", "resourceVersion"}) : QString();
}

} // namespace signalbox::deployment
