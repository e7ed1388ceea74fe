// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/answer.h"
#include "backends/api/clusterapi.h"
#include "backends/deployment/calls.h"

#include <QMap>

#include <functional>

namespace signalbox::deployment::testing
{

/// A server with a few objects that really applies patches, with locks and `test` operations, and lets a test
/// stand between: before each call, and in place of its answer.
class ScriptedCluster final : public ClusterApi
{
public:
    ScriptedCluster() { m_description.id = ClusterId(QStringLiteral("c")); }
    [[nodiscard]] const ClusterDescription &description() const override { return m_description; }
    void open(const QVector<ResourceKind> &) override {}
    void close() override {}
    void watch(ResourceKind) override {}
    void unwatch(ResourceKind) override {}
    void setNamespaces(const QStringList &) override {}
    void retryNow() override {}
    void approvePlugin(const QString &, bool) override {}
    [[nodiscard]] QFuture<Result<Access>> review(AccessQuery) override
    {
        return reply<Access>(Access::Allowed);
    }

    [[nodiscard]] QFuture<Result<QByteArray>> get(QString path) override
    {
        log << QStringLiteral("GET ") + path;
        if (failReads) {
            return reply<QByteArray>(
                failure(ErrorCode::Unreachable, ErrorLayer::Connection, QStringLiteral("down")));
        }
        if (!objects.contains(path)) {
            return reply<QByteArray>(refuse(ErrorCode::NotFound, 404));
        }
        return reply<QByteArray>(toText(objects.value(path)));
    }

    [[nodiscard]] QFuture<Result<CallAnswer>> call(ApiCall call, bool dryRun) override
    {
        log << QString::fromLatin1(call.method) + (dryRun ? QStringLiteral("? ") : QStringLiteral(" ")) +
                   call.path + QLatin1Char(' ') + QString::fromUtf8(call.body);
        if (before) {
            before(call);
        }
        auto result = apply(call, dryRun);
        if (insteadOfAnswer) {
            const auto other = insteadOfAnswer(call);
            if (other) {
                return reply<CallAnswer>(tl::unexpected(*other));
            }
        }
        return reply<CallAnswer>(std::move(result));
    }

    void bump(const QString &path)
    {
        objects[path]["metadata"]["resourceVersion"] = std::to_string(++m_version);
    }

    QMap<QString, Json> objects;
    QStringList log;
    QStringList warnings;
    bool statusSubresource = true;
    bool failReads = false;
    std::function<void(const ApiCall &)> before;
    std::function<std::optional<Error>(const ApiCall &)>
        insteadOfAnswer; ///< the call is applied all the same

private:
    template <typename T> static QFuture<Result<T>> reply(Result<T> value)
    {
        Answer<T> answer;
        answer.give(std::move(value));
        return answer.future();
    }
    static tl::unexpected<Error> refuse(ErrorCode code, int status)
    {
        return tl::unexpected(Error{code, ErrorLayer::Http, status, {}, {}, {}, {}});
    }
    Result<CallAnswer> apply(const ApiCall &call, bool dryRun)
    {
        const QString path = objectOf(call);
        if (!objects.contains(path) || (isStatusCall(call) && !statusSubresource)) {
            return refuse(ErrorCode::NotFound, 404);
        }
        Json object = objects.value(path);
        Json body = Json::parse(call.body.constData(), nullptr, false);
        if (call.contentType.startsWith("application/json-patch")) {
            if (!failingTests(call, object).isEmpty()) {
                return refuse(ErrorCode::Invalid, 422);
            }
            for (const Json &operation : body) {
                if (operation["op"] != "test") {
                    object[Json::json_pointer(operation["path"].get<std::string>())] = operation["value"];
                }
            }
        } else {
            const Json lock = valueAt(body, {"metadata", "resourceVersion"});
            if (lock.is_string() && lock != object["metadata"]["resourceVersion"]) {
                return refuse(ErrorCode::Conflict, 409);
            }
            object.merge_patch(body);
        }
        if (!dryRun) {
            objects[path] = object;
            bump(path);
        }
        return CallAnswer{200, toText(objects.value(path)), warnings, {}};
    }
    ClusterDescription m_description;
    int m_version = 1000;
};

} // namespace signalbox::deployment::testing
