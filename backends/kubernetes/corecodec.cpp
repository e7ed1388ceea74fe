// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/metacodec.h"
#include "backends/kubernetes/rowcodec.h"

namespace signalbox::kubernetes
{

namespace
{

/// An event's times and counts as its writers spread them.
struct EventFacts {
    QDateTime eventTime;
    QDateTime lastTimestamp;
    QDateTime seriesTime;
    int seriesCount = 0;
    QString component;
};

void readInvolved(JsonReader &reader, JsonValue value, EventRow &row)
{
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "kind") {
            row.involvedKind = reader.shared(field);
        } else if (key == "namespace") {
            row.involvedNamespace = reader.shared(field);
        } else if (key == "name") {
            row.involvedName = reader.shared(field);
        } else if (key == "uid") {
            row.involvedUid = reader.shared(field);
        }
    });
}

void readSeries(JsonReader &reader, JsonValue value, EventFacts &facts)
{
    reader.fields(value, [&](std::string_view key, JsonValue field) {
        if (key == "count") {
            facts.seriesCount = reader.number(field, 0);
        } else if (key == "lastObservedTime") {
            facts.seriesTime = reader.time(field);
        }
    });
}

void readEventField(JsonReader &reader, std::string_view key, JsonValue value, EventRow &row,
                    EventFacts &facts)
{
    if (key == "involvedObject") {
        readInvolved(reader, value, row);
    } else if (key == "type") {
        row.type = reader.shared(value);
    } else if (key == "reason") {
        row.reason = reader.shared(value);
    } else if (key == "message") {
        row.message = reader.text(value);
    } else if (key == "count") {
        row.count = std::max(1, reader.number(value, 1));
    } else if (key == "firstTimestamp") {
        row.first = reader.time(value);
    } else if (key == "lastTimestamp") {
        facts.lastTimestamp = reader.time(value);
    } else if (key == "eventTime") {
        facts.eventTime = reader.time(value);
    } else if (key == "series") {
        readSeries(reader, value, facts);
    } else if (key == "reportingComponent") {
        facts.component = reader.shared(value);
    } else if (key == "source") {
        reader.fields(value, [&](std::string_view name, JsonValue field) {
            if (name == "component") {
                row.source = reader.shared(field);
            }
        });
    }
}

QDateTime firstValid(std::initializer_list<QDateTime> times)
{
    for (const QDateTime &time : times) {
        if (time.isValid()) {
            return time;
        }
    }
    return {};
}

} // namespace

void readRow(JsonReader &reader, JsonValue object, NamespaceRow &row)
{
    reader.fields(object, [&](std::string_view key, JsonValue value) {
        if (key == "metadata") {
            readMeta(reader, value, row.meta, MetaScope::Full);
        } else if (key == "status") {
            reader.fields(value, [&](std::string_view name, JsonValue field) {
                if (name == "phase") {
                    row.phase = reader.shared(field);
                }
            });
        }
    });
}

void readRow(JsonReader &reader, JsonValue object, NodeRow &row)
{
    const auto readStatus = [&](std::string_view key, JsonValue field) {
        if (key == "conditions") {
            for (const ConditionRow &condition : readConditions(reader, field)) {
                row.ready = row.ready || (condition.type == QLatin1String("Ready") &&
                                          condition.status == QLatin1String("True"));
            }
        } else if (key == "nodeInfo") {
            reader.fields(field, [&](std::string_view name, JsonValue part) {
                if (name == "kubeletVersion") {
                    row.kubeletVersion = reader.shared(part);
                }
            });
        }
    };
    reader.fields(object, [&](std::string_view key, JsonValue value) {
        if (key == "metadata") {
            readMeta(reader, value, row.meta, MetaScope::Full);
        } else if (key == "spec") {
            reader.fields(value, [&](std::string_view name, JsonValue field) {
                if (name == "unschedulable") {
                    row.unschedulable = reader.boolean(field);
                }
            });
        } else if (key == "status") {
            reader.fields(value, readStatus);
        }
    });
}

void readRow(JsonReader &reader, JsonValue object, ServiceRow &row)
{
    reader.fields(object, [&](std::string_view key, JsonValue value) {
        if (key == "metadata") {
            readMeta(reader, value, row.meta, MetaScope::Full);
        } else if (key == "spec") {
            reader.fields(value, [&](std::string_view name, JsonValue field) {
                if (name == "selector") {
                    row.selector = reader.map(field);
                } else if (name == "type") {
                    row.type = reader.shared(field);
                }
            });
        }
    });
}

void readRow(JsonReader &reader, JsonValue object, EventRow &row)
{
    EventFacts facts;
    reader.fields(object, [&](std::string_view key, JsonValue value) {
        if (key == "metadata") {
            readMeta(reader, value, row.meta, MetaScope::Slim);
        } else {
            readEventField(reader, key, value, row, facts);
        }
    });
    if (facts.seriesCount > 0) {
        row.count = facts.seriesCount;
    }
    if (row.source.isEmpty()) {
        row.source = facts.component;
    }
    row.first = firstValid({row.first, facts.eventTime, row.meta.created});
    row.last = firstValid({facts.seriesTime, facts.lastTimestamp, facts.eventTime, row.meta.created});
}

} // namespace signalbox::kubernetes
