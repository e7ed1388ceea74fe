// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/metacodec.h"
#include "backends/kubernetes/rowcodec.h"

namespace signalbox::kubernetes
{

namespace
{

/// A destination before it is known how many there are: that decides what an absent weight means.
struct Draft {
    RouteDestination destination;
    bool hasWeight = false;
};

Draft readIstioDestination(JsonReader &reader, JsonValue value)
{
    Draft draft;
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "weight") {
            draft.destination.weight = reader.number(field, 0);
            draft.hasWeight = !reader.isNull(field);
        } else if (key == "destination") {
            reader.fields(field, [&](std::string_view name, JsonValue part) {
                if (name == "host") {
                    draft.destination.host = reader.text(part);
                } else if (name == "subset") {
                    draft.destination.subset = reader.text(part);
                }
            });
        }
    });
    return draft;
}

/// {"uri":{"prefix":"/"}} and {"path":{"type":"PathPrefix","value":"/"}} match everything.
bool isCatchAll(JsonReader &reader, JsonValue value)
{
    bool catchAll = true;
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "uri") {
            reader.fields(field, [&](std::string_view how, JsonValue part) {
                catchAll = catchAll && how == "prefix" && reader.text(part) == QLatin1String("/");
            });
        } else if (key == "path") {
            reader.fields(field, [&](std::string_view name, JsonValue part) {
                const QString text = reader.text(part);
                catchAll = catchAll && (name == "type" ? text == QLatin1String("PathPrefix")
                                                       : text == QLatin1String("/"));
            });
        } else if (key != "name" && !reader.isNull(field)) {
            catchAll = false;
        }
    });
    return catchAll;
}

bool readMatches(JsonReader &reader, JsonValue value)
{
    bool narrow = false;
    bool catchAll = false;
    reader.elements(value, [&](JsonValue element) {
        const bool all = isCatchAll(reader, element);
        narrow = narrow || !all;
        catchAll = catchAll || all;
    });
    return narrow && !catchAll; // alternatives: one that takes everything makes the rule general
}

RouteRule readIstioRule(JsonReader &reader, JsonValue value)
{
    RouteRule rule;
    QVector<Draft> drafts;
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "name") {
            rule.name = reader.text(field);
        } else if (key == "match") {
            rule.hasMatch = readMatches(reader, field);
        } else if (key == "route") {
            reader.elements(field,
                            [&](JsonValue part) { drafts.append(readIstioDestination(reader, part)); });
        }
    });
    for (Draft &draft : drafts) {
        // Istio gives everything to a single destination without a weight.
        if (!draft.hasWeight && drafts.size() == 1) {
            draft.destination.weight = 100;
        }
        rule.destinations.append(draft.destination);
    }
    return rule;
}

RouteRule readGatewayRule(JsonReader &reader, JsonValue value)
{
    RouteRule rule;
    const auto readBackend = [&](JsonValue element) {
        RouteDestination destination;
        destination.weight = 1; // the API's default
        reader.fields(element, [&](std::string_view key, JsonValue field) {
            if (key == "name") {
                destination.host = reader.text(field);
            } else if (key == "weight") {
                destination.weight = reader.number(field, 1);
            }
        });
        rule.destinations.append(std::move(destination));
    };
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "name") {
            rule.name = reader.text(field);
        } else if (key == "matches") {
            rule.hasMatch = readMatches(reader, field);
        } else if (key == "backendRefs") {
            reader.elements(field, readBackend);
        }
    });
    return rule;
}

} // namespace

void readRow(JsonReader &reader, JsonValue object, RouteRow &row)
{
    const auto readSpec = [&](std::string_view key, JsonValue field) {
        if (key == "hosts" || key == "hostnames") {
            reader.elements(field, [&](JsonValue part) { row.hosts.append(reader.text(part)); });
        } else if (key == "http") {
            reader.elements(field, [&](JsonValue part) { row.rules.append(readIstioRule(reader, part)); });
        } else if (key == "rules") {
            reader.elements(field, [&](JsonValue part) { row.rules.append(readGatewayRule(reader, part)); });
        }
    };
    reader.fields(object, [&](std::string_view key, JsonValue value) {
        if (key == "metadata") {
            readMeta(reader, value, row.meta, MetaScope::Full);
        } else if (key == "spec") {
            reader.fields(value, readSpec);
        }
    });
}

} // namespace signalbox::kubernetes
