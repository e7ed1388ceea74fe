// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/strategicmerge.h"

#include "backends/drill/jsontext.h"
#include "backends/drill/refusals.h"

#include <algorithm>
#include <string_view>

namespace signalbox::drill
{

namespace
{

struct MergeKey {
    std::string_view list;
    std::string_view key; ///< empty: a list of plain values, merged as a set
};

// Field names are unambiguous in the types the drill serves, but for "ports" (see mergeKeyOf).
constexpr MergeKey mergeKeys[] = {
    {"containers", "name"},
    {"initContainers", "name"},
    {"ephemeralContainers", "name"},
    {"env", "name"},
    {"volumes", "name"},
    {"volumeMounts", "mountPath"},
    {"volumeDevices", "devicePath"},
    {"conditions", "type"},
    {"imagePullSecrets", "name"},
    {"hostAliases", "ip"},
    {"ownerReferences", "uid"},
    {"topologySpreadConstraints", "topologyKey"},
    {"addresses", "type"},
    {"secrets", "name"},
    {"podIPs", "ip"},
    {"resourceClaims", "name"},
    {"schedulingGates", "name"},
    {"finalizers", ""},
};

constexpr std::string_view kSetElementOrder = "$setElementOrder/";
constexpr std::string_view kDeletePrimitives = "$deleteFromPrimitiveList/";

/// Null: the list is replaced whole.
const MergeKey *mergeKeyOf(const std::string &list, const Json &items)
{
    static constexpr MergeKey containerPorts{"ports", "containerPort"};
    static constexpr MergeKey servicePorts{"ports", "port"};
    if (list == "ports") {
        const bool ofContainer = std::any_of(items.begin(), items.end(), [](const Json &item) {
            return item.is_object() && item.contains("containerPort");
        });
        return ofContainer ? &containerPorts : &servicePorts;
    }
    const auto found = std::find_if(std::begin(mergeKeys), std::end(mergeKeys),
                                    [&](const MergeKey &entry) { return entry.list == list; });
    return found == std::end(mergeKeys) ? nullptr : found;
}

Result<Json> mergeObjects(const Json &document, const Json &patch);

const Json &keyOf(const Json &item, std::string_view key)
{
    return member(item, std::string(key).c_str());
}

Json::iterator itemWith(Json &items, std::string_view key, const Json &value)
{
    return std::find_if(items.begin(), items.end(),
                        [&](const Json &item) { return (key.empty() ? item : keyOf(item, key)) == value; });
}

std::string directiveOf(const Json &item)
{
    return stdText(item, {"$patch"});
}

Result<Done> mergeItem(Json &items, const MergeKey &mergeKey, const Json &item)
{
    if (!item.is_object())
        return badRequest(
            QStringLiteral("an item of %1 is not an object")
                .arg(QString::fromUtf8(mergeKey.list.data(), static_cast<qsizetype>(mergeKey.list.size()))));
    const Json &key = keyOf(item, mergeKey.key);
    if (key.is_null())
        return badRequest(
            QStringLiteral("map: %1 does not contain declared merge key: %2")
                .arg(QString::fromUtf8(dumped(item)), QString::fromStdString(std::string(mergeKey.key))));
    const auto existing = itemWith(items, mergeKey.key, key);
    if (directiveOf(item) == "delete") {
        if (existing != items.end())
            items.erase(existing);
        return Done{};
    }
    Result<Json> merged = mergeObjects(existing == items.end() ? Json::object() : *existing, item);
    if (!merged)
        return tl::unexpected(merged.error());
    if (existing == items.end())
        items.push_back(std::move(*merged));
    else
        *existing = std::move(*merged);
    return Done{};
}

Result<Json> mergeLists(const Json &document, const Json &patch, const MergeKey &mergeKey)
{
    const bool replaces = std::any_of(patch.begin(), patch.end(),
                                      [](const Json &item) { return directiveOf(item) == "replace"; });
    Json result = document.is_array() && !replaces ? document : Json::array();
    for (const Json &item : patch) {
        if (mergeKey.key.empty()) {
            if (std::find(result.begin(), result.end(), item) == result.end())
                result.push_back(item);
            continue;
        }
        if (directiveOf(item) == "replace" && item.size() == 1)
            continue;
        const Result<Done> merged = mergeItem(result, mergeKey, item);
        if (!merged)
            return tl::unexpected(merged.error());
    }
    return result;
}

/// Items named in `order` come in that order; the others keep their places among each other, after them.
Json ordered(const Json &items, const Json &order, std::string_view key)
{
    const auto rank = [&](const Json &item) {
        const Json &value = key.empty() ? item : keyOf(item, key);
        for (std::size_t i = 0; i < order.size(); ++i) {
            const Json &wanted = order[i].is_object() ? keyOf(order[i], key) : order[i];
            if (wanted == value)
                return i;
        }
        return order.size();
    };
    std::vector<Json> sorted(items.begin(), items.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const Json &left, const Json &right) { return rank(left) < rank(right); });
    return Json(sorted);
}

void applyRetainKeys(Json &result, const Json &patch)
{
    const Json &retained = member(patch, "$retainKeys");
    if (!retained.is_array())
        return;
    for (auto it = result.begin(); it != result.end();) {
        const bool keep = std::find(retained.begin(), retained.end(), Json(it.key())) != retained.end();
        it = keep ? std::next(it) : result.erase(it);
    }
}

/// The directives that name a list: "$setElementOrder/containers", "$deleteFromPrimitiveList/finalizers".
void applyListDirective(Json &result, const std::string &name, const Json &value)
{
    if (!value.is_array())
        return;
    const bool orders = name.starts_with(kSetElementOrder);
    const std::string list = name.substr(orders ? kSetElementOrder.size() : kDeletePrimitives.size());
    if (!member(result, list.c_str()).is_array())
        return;
    Json &items = result[list];
    if (orders) {
        const MergeKey *mergeKey = mergeKeyOf(list, items);
        items = ordered(items, value, mergeKey ? mergeKey->key : std::string_view());
        return;
    }
    for (const Json &gone : value) {
        const auto found = itemWith(items, {}, gone);
        if (found != items.end())
            items.erase(found);
    }
}

Result<Done> mergeField(Json &result, const std::string &name, const Json &value)
{
    if (value.is_null()) {
        result.erase(name);
        return Done{};
    }
    const Json &before = member(result, name.c_str());
    Result<Json> merged = value;
    if (value.is_object()) {
        merged = mergeObjects(before.is_object() ? before : Json::object(), value);
    } else if (value.is_array()) {
        const MergeKey *mergeKey = mergeKeyOf(name, value);
        const bool plain =
            mergeKey && !mergeKey->key.empty() &&
            std::any_of(value.begin(), value.end(), [](const Json &item) { return !item.is_object(); });
        // ServiceAccount secrets and the like are objects; a plain value under such a name is another type's
        // list.
        if (mergeKey && !plain)
            merged = mergeLists(before, value, *mergeKey);
    }
    if (!merged)
        return tl::unexpected(merged.error());
    result[name] = std::move(*merged);
    return Done{};
}

Result<Json> mergeObjects(const Json &document, const Json &patch)
{
    const std::string directive = directiveOf(patch);
    if (directive == "delete")
        return Json::object();
    if (!directive.empty() && directive != "replace" && directive != "merge")
        return badRequest(
            QStringLiteral("unknown patch directive %1").arg(QString::fromStdString(directive)));
    Json result = directive == "replace" ? Json::object() : document;
    applyRetainKeys(result, patch);
    for (const auto &[name, value] : patch.items()) {
        if (name.starts_with('$'))
            continue;
        const Result<Done> merged = mergeField(result, name, value);
        if (!merged)
            return tl::unexpected(merged.error());
    }
    // Orders and deletions speak of the merged lists, so they come last.
    for (const auto &[name, value] : patch.items()) {
        if (name.starts_with(kSetElementOrder) || name.starts_with(kDeletePrimitives))
            applyListDirective(result, name, value);
    }
    return result;
}

} // namespace

Result<Json> strategicMerged(const Json &document, const Json &patch)
{
    return mergeObjects(document.is_object() ? document : Json::object(), patch);
}

} // namespace signalbox::drill
