// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/kubernetes/apiscript.h"

namespace signalbox::test
{

ApiScript::ApiScript(LoopbackServer::Identity identity)
    : server(identity)
{
    resourceLists.insert("/apis/apps/v1", R"({"kind":"APIResourceList","groupVersion":"apps/v1","resources":[
        {"name":"deployments","namespaced":true,"kind":"Deployment","verbs":["get","list","watch"]},
        {"name":"replicasets","namespaced":true,"kind":"ReplicaSet","verbs":["get","list","watch"]}]})");
    server.onRequest = [this](const Received &request) { onRequest(request); };
}

void ApiScript::onRequest(const Received &request)
{
    if (handle && handle(request)) {
        return;
    }
    const QByteArray path = request.path();
    if (path == "/version") {
        request.answer(200, R"({"major":"1","minor":"31","gitVersion":"v1.31.2"})");
    } else if (path == "/apis") {
        request.answer(200, groups);
    } else if (resourceLists.contains(path)) {
        request.answer(200, resourceLists.value(path));
    } else if (path.endsWith("selfsubjectreviews")) {
        request.answer(201, R"({"status":{"userInfo":{"username":"jane","groups":["dev"]}}})");
    } else if (request.query("watch") == "true") {
        request.begin(200);
    } else if (request.method == "GET") {
        request.answer(200, list("100", {}));
    } else {
        request.answer(404, R"({"kind":"Status","reason":"NotFound","code":404})");
    }
}

QVector<Received> ApiScript::watchesOf(const QByteArray &path) const
{
    QVector<Received> found;
    for (const Received &request : server.received()) {
        if (request.path() == path && request.query("watch") == "true") {
            found.append(request);
        }
    }
    return found;
}

QVector<Received> ApiScript::listsOf(const QByteArray &path) const
{
    QVector<Received> found;
    for (const Received &request : server.received()) {
        if (request.path() == path && request.query("watch").isEmpty()) {
            found.append(request);
        }
    }
    return found;
}

QByteArray ApiScript::list(const QByteArray &version, const QVector<QByteArray> &items,
                           const QByteArray &next)
{
    QByteArray text = R"({"kind":"List","metadata":{"resourceVersion":")" + version + "\",\"continue\":\"" +
                      next + "\"},\"items\":[";
    for (qsizetype i = 0; i < items.size(); ++i) {
        text += (i > 0 ? "," : "") + items.at(i);
    }
    return text + "]}";
}

QByteArray ApiScript::object(const QByteArray &name, const QByteArray &version, const QByteArray &rest)
{
    return "{\"metadata\":{\"uid\":\"uid-" + name + "\",\"name\":\"" + name +
           "\",\"namespace\":\"shop\",\"resourceVersion\":\"" + version + "\"}" +
           (rest.isEmpty() ? QByteArray() : "," + rest) + "}";
}

QByteArray ApiScript::line(const QByteArray &type, const QByteArray &object)
{
    return "{\"type\":\"" + type + "\",\"object\":" + object + "}\n";
}

} // namespace signalbox::test
