// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/jsontext.h"
#include "backends/drill/patch.h"

#include <QTest>

namespace signalbox::drill
{

class DrillPatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void applies_data();
    void applies();
    void refuses_data();
    void refuses();
    void contentTypes_data();
    void contentTypes();
};

void DrillPatchTest::applies_data()
{
    QTest::addColumn<PatchKind>("kind");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, PatchKind kind, const char *document, const char *patch,
                        const char *expected) {
        QTest::newRow(name) << kind << QByteArray(document) << QByteArray(patch) << QByteArray(expected);
    };
    const auto strategic = PatchKind::StrategicMergePatch;
    row("json: replace and test", PatchKind::JsonPatch,
        R"({"spec":{"template":1},"metadata":{"resourceVersion":"5"}})",
        R"([{"op":"test","path":"/metadata/resourceVersion","value":"5"},{"op":"replace","path":"/spec/template","value":2}])",
        R"({"spec":{"template":2},"metadata":{"resourceVersion":"5"}})");
    row("json: escaped pointer", PatchKind::JsonPatch, R"({"a":{"x/y~z":1}})",
        R"([{"op":"remove","path":"/a/x~1y~0z"}])", R"({"a":{}})");
    row("json: add to array end", PatchKind::JsonPatch, R"({"a":[1]})",
        R"([{"op":"add","path":"/a/-","value":2}])", R"({"a":[1,2]})");
    row("merge: null deletes, arrays replaced", PatchKind::MergePatch, R"({"a":{"b":1,"c":2},"l":[1,2]})",
        R"({"a":{"b":null},"l":[3]})", R"({"a":{"c":2},"l":[3]})");
    row("strategic: containers by name", strategic,
        R"({"containers":[{"name":"web","image":"r/web:1","env":[{"name":"A","value":"1"}]},{"name":"side","image":"s"}]})",
        R"({"containers":[{"name":"web","image":"r/web:2","env":[{"name":"B","value":"2"}]}]})",
        R"({"containers":[{"name":"web","image":"r/web:2","env":[{"name":"A","value":"1"},{"name":"B","value":"2"}]},{"name":"side","image":"s"}]})");
    row("strategic: a new container is appended", strategic, R"({"containers":[{"name":"web"}]})",
        R"({"containers":[{"name":"log","image":"l"}]})",
        R"({"containers":[{"name":"web"},{"name":"log","image":"l"}]})");
    row("strategic: delete an item", strategic, R"({"containers":[{"name":"web"},{"name":"side"}]})",
        R"({"containers":[{"name":"side","$patch":"delete"}]})", R"({"containers":[{"name":"web"}]})");
    row("strategic: replace a list", strategic, R"({"containers":[{"name":"web"},{"name":"side"}]})",
        R"({"containers":[{"name":"only"},{"$patch":"replace"}]})", R"({"containers":[{"name":"only"}]})");
    row("strategic: replace an object", strategic,
        R"({"strategy":{"type":"RollingUpdate","rollingUpdate":{}}})",
        R"({"strategy":{"$patch":"replace","type":"Recreate"}})", R"({"strategy":{"type":"Recreate"}})");
    row("strategic: retain keys", strategic,
        R"({"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1}}})",
        R"({"strategy":{"$retainKeys":["type"],"type":"Recreate"}})", R"({"strategy":{"type":"Recreate"}})");
    row("strategic: element order", strategic, R"({"containers":[{"name":"a"},{"name":"b"},{"name":"c"}]})",
        R"({"$setElementOrder/containers":[{"name":"c"},{"name":"a"}]})",
        R"({"containers":[{"name":"c"},{"name":"a"},{"name":"b"}]})");
    row("strategic: primitives as a set", strategic, R"({"finalizers":["a","b"]})",
        R"({"$deleteFromPrimitiveList/finalizers":["a"],"finalizers":["c"]})", R"({"finalizers":["b","c"]})");
    row("strategic: container ports", strategic,
        R"({"ports":[{"containerPort":80,"name":"http"},{"containerPort":81}]})",
        R"({"ports":[{"containerPort":80,"name":"web"}]})",
        R"({"ports":[{"containerPort":80,"name":"web"},{"containerPort":81}]})");
    row("strategic: service ports", strategic, R"({"ports":[{"port":80,"name":"http"}]})",
        R"({"ports":[{"port":81}]})", R"({"ports":[{"port":80,"name":"http"},{"port":81}]})");
    row("strategic: volumes and mounts", strategic,
        R"({"volumes":[{"name":"v","emptyDir":{}}],"volumeMounts":[{"mountPath":"/a","name":"v"}]})",
        R"({"volumes":[{"name":"w"}],"volumeMounts":[{"mountPath":"/a","readOnly":true}]})",
        R"({"volumes":[{"name":"v","emptyDir":{}},{"name":"w"}],"volumeMounts":[{"mountPath":"/a","name":"v","readOnly":true}]})");
    row("strategic: conditions by type", strategic, R"({"conditions":[{"type":"Ready","status":"True"}]})",
        R"({"conditions":[{"type":"Ready","status":"False"}]})",
        R"({"conditions":[{"type":"Ready","status":"False"}]})");
    row("strategic: other lists are replaced", strategic, R"({"args":["a","b"]})", R"({"args":["c"]})",
        R"({"args":["c"]})");
    row("strategic: null deletes", strategic, R"({"spec":{"paused":true,"replicas":1}})",
        R"({"spec":{"paused":null}})", R"({"spec":{"replicas":1}})");
}

void DrillPatchTest::applies()
{
    QFETCH(PatchKind, kind);
    QFETCH(QByteArray, document);
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, expected);
    const auto result = patched(kind, ResourceType(), parsed(document), parsed(patch));
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QCOMPARE(dumped(*result), dumped(parsed(expected)));
}

void DrillPatchTest::refuses_data()
{
    QTest::addColumn<PatchKind>("kind");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<int>("status");
    const auto json = PatchKind::JsonPatch;
    QTest::newRow("failing test") << json << QByteArray(R"([{"op":"test","path":"/a","value":2}])") << 422;
    QTest::newRow("missing path") << json << QByteArray(R"([{"op":"replace","path":"/zzz","value":2}])")
                                  << 422;
    QTest::newRow("test on a missing path")
        << json << QByteArray(R"([{"op":"test","path":"/zzz","value":2}])") << 422;
    QTest::newRow("index out of range")
        << json << QByteArray(R"([{"op":"add","path":"/l/9","value":2}])") << 422;
    QTest::newRow("no array") << json << QByteArray(R"({"op":"add"})") << 400;
    QTest::newRow("no op") << json << QByteArray(R"([{"path":"/a"}])") << 400;
    QTest::newRow("unknown op") << json << QByteArray(R"([{"op":"mutate","path":"/a"}])") << 400;
    QTest::newRow("bad pointer") << json << QByteArray(R"([{"op":"remove","path":"a"}])") << 400;
    QTest::newRow("merge: no object") << PatchKind::MergePatch << QByteArray("[1]") << 400;
    QTest::newRow("strategic: no merge key")
        << PatchKind::StrategicMergePatch << QByteArray(R"({"containers":[{"image":"x"}]})") << 400;
    QTest::newRow("strategic: unknown directive")
        << PatchKind::StrategicMergePatch << QByteArray(R"({"s":{"$patch":"explode"}})") << 400;
}

void DrillPatchTest::refuses()
{
    QFETCH(PatchKind, kind);
    QFETCH(QByteArray, patch);
    QFETCH(int, status);
    const auto result =
        patched(kind, ResourceType(), parsed(R"({"a":1,"l":[1],"s":{},"containers":[{"name":"web"}]})"),
                parsed(patch));
    QVERIFY(!result);
    QCOMPARE(result.error().httpStatus, status);
}

void DrillPatchTest::contentTypes_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<bool>("custom");
    QTest::addColumn<int>("status"); // 0: accepted
    QTest::newRow("json") << QByteArray("application/json-patch+json") << true << 0;
    QTest::newRow("merge with charset")
        << QByteArray("application/merge-patch+json; charset=utf-8") << true << 0;
    QTest::newRow("strategic on a built-in")
        << QByteArray("application/strategic-merge-patch+json") << false << 0;
    QTest::newRow("strategic on a custom")
        << QByteArray("application/strategic-merge-patch+json") << true << 415;
    QTest::newRow("apply") << QByteArray("application/apply-patch+yaml") << false << 415;
    QTest::newRow("none") << QByteArray() << false << 415;
}

void DrillPatchTest::contentTypes()
{
    QFETCH(QByteArray, contentType);
    QFETCH(bool, custom);
    QFETCH(int, status);
    ResourceType type;
    type.custom = custom;
    const auto kind = patchKindOf(contentType, type);
    QCOMPARE(kind ? 0 : kind.error().httpStatus, status);
}

} // namespace signalbox::drill

QTEST_GUILESS_MAIN(signalbox::drill::DrillPatchTest)
#include "drillpatch_test.moc"
