// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/templatehash.h"

#include <cstdint>

namespace signalbox::drill
{

Json bareTemplate(Json podTemplate)
{
    if (!podTemplate.is_object())
        return podTemplate;
    const auto metadata = podTemplate.find("metadata");
    if (metadata == podTemplate.end() || !metadata->is_object())
        return podTemplate;
    const auto labels = metadata->find("labels");
    if (labels != metadata->end() && labels->is_object()) {
        labels->erase("pod-template-hash");
        labels->erase("rollouts-pod-template-hash");
    }
    // Clients send an explicit null creationTimestamp; it says nothing.
    const auto created = metadata->find("creationTimestamp");
    if (created != metadata->end() && created->is_null())
        metadata->erase(created);
    return podTemplate;
}

QString templateHash(const Json &podTemplate, int collision)
{
    std::string bytes = bareTemplate(podTemplate).dump(-1, ' ', false, Json::error_handler_t::replace);
    if (collision > 0)
        bytes += '#' + std::to_string(collision);
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    static constexpr char alphabet[] = "bcdfghjklmnpqrstvwxz2456789";
    QString out;
    for (int i = 0; i < 10; ++i) {
        out += QLatin1Char(alphabet[hash % (sizeof alphabet - 1)]);
        hash /= (sizeof alphabet - 1);
    }
    return out;
}

} // namespace signalbox::drill
