// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/probeparameters.h"
#include "models/plan/planshape.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

namespace signalbox
{
namespace
{

QStringList strings(const QJsonValue &value)
{
    QStringList all;
    for (const QJsonValue &each : value.toArray()) {
        all.append(each.toString());
    }
    return all;
}

/// The definition of one value of a parameter that may be a list.
QJsonObject single(const QJsonObject &property)
{
    const QJsonArray choice = property.value(QStringLiteral("anyOf")).toArray();
    return choice.isEmpty() ? property : choice.first().toObject();
}

} // namespace

/// The published schema and the reader know the same keys, the same required ones and the same words. That
/// the reader reads each of them is asserted by PlanObject whenever an object ends.
class PlanSchemaTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shapes_data();
    void shapes();
    void everyDefinitionHasAShape();
    void probes_data();
    void probes();
    void objectsAreClosed();

private:
    [[nodiscard]] QJsonObject definition(const QString &name) const;

    QJsonObject m_schema;
    QJsonObject m_definitions;
};

void PlanSchemaTest::initTestCase()
{
    QFile file(qEnvironmentVariable("SIGNALBOX_SOURCE_DIR") +
               QStringLiteral("/resources/schema/release-plan-1.schema.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_schema = QJsonDocument::fromJson(file.readAll()).object();
    m_definitions = m_schema.value(QStringLiteral("$defs")).toObject();
    QVERIFY(m_definitions.size() > 40);
}

QJsonObject PlanSchemaTest::definition(const QString &name) const
{
    return name == QLatin1String("plan") ? m_schema : m_definitions.value(name).toObject();
}

void PlanSchemaTest::shapes_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : planShapeNames()) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void PlanSchemaTest::shapes()
{
    QFETCH(QString, name);
    const PlanShape &shape = planShape(name);
    const QJsonObject properties = definition(name).value(QStringLiteral("properties")).toObject();
    QStringList keys;
    QStringList required;
    for (const PlanKey &key : shape.keys) {
        keys.append(key.name);
        if (key.required) {
            required.append(key.name);
        }
        const bool isKindOfProbe = name == QLatin1String("probe") && key.name == QLatin1String("kind");
        const QStringList words =
            strings(properties.value(key.name).toObject().value(QStringLiteral("enum")));
        QCOMPARE(isKindOfProbe ? QStringList() : words, key.words);
    }
    keys.sort();
    required.sort();
    QCOMPARE(keys, properties.keys());
    QStringList wanted = strings(definition(name).value(QStringLiteral("required")));
    wanted.sort();
    QCOMPARE(required, wanted);
}

void PlanSchemaTest::everyDefinitionHasAShape()
{
    const QStringList names = planShapeNames();
    for (auto it = m_definitions.begin(); it != m_definitions.end(); ++it) {
        const bool object = it->toObject().contains(QStringLiteral("properties"));
        const bool probe = it.key().startsWith(QLatin1String("probe-"));
        QVERIFY2(!object || probe || names.contains(it.key()), qPrintable(it.key()));
    }
}

void PlanSchemaTest::probes_data()
{
    QTest::addColumn<int>("kind");
    for (const ProbeKind kind : probeKinds()) {
        QTest::newRow(qPrintable(probeKindName(kind))) << static_cast<int>(kind);
    }
    const QJsonObject probe = definition(QStringLiteral("probe"));
    const QJsonObject property =
        probe.value(QStringLiteral("properties")).toObject().value(QStringLiteral("kind")).toObject();
    QCOMPARE(strings(property.value(QStringLiteral("enum"))).size(), probeKinds().size());
    QCOMPARE(probe.value(QStringLiteral("allOf")).toArray().size(), probeKinds().size());
}

void PlanSchemaTest::probes()
{
    QFETCH(int, kind);
    const auto probeKind = static_cast<ProbeKind>(kind);
    QVERIFY(probeKindFromName(probeKindName(probeKind)) == probeKind);
    const QJsonObject schema = definition(QStringLiteral("probe-") + probeKindName(probeKind));
    const QJsonObject properties = schema.value(QStringLiteral("properties")).toObject();
    QStringList names;
    QStringList required;
    for (const ProbeParameter &parameter : probeParameters(probeKind)) {
        names.append(parameter.name);
        if (parameter.required) {
            required.append(parameter.name);
        }
        const QJsonObject property = properties.value(parameter.name).toObject();
        QCOMPARE(property.contains(QStringLiteral("anyOf")), parameter.many);
        QCOMPARE(strings(single(property).value(QStringLiteral("enum"))), parameter.choices);
        const bool integer = single(property).value(QStringLiteral("type")) == QLatin1String("integer");
        QCOMPARE(integer, parameter.shape == ParameterShape::Integer);
        if (integer) {
            QCOMPARE(single(property).value(QStringLiteral("minimum")).toInt(), parameter.minimum);
        }
        QVERIFY(parameter.fallback.isEmpty() || fitsParameter(parameter, parameter.fallback));
    }
    names.sort();
    required.sort();
    QCOMPARE(names, properties.keys());
    QStringList wanted = strings(schema.value(QStringLiteral("required")));
    wanted.sort();
    QCOMPARE(required, wanted);
}

void PlanSchemaTest::objectsAreClosed()
{
    QVERIFY(m_schema.value(QStringLiteral("additionalProperties")).isBool());
    for (auto it = m_definitions.begin(); it != m_definitions.end(); ++it) {
        const QJsonObject object = it->toObject();
        if (object.contains(QStringLiteral("properties"))) {
            const QJsonValue more = object.value(QStringLiteral("additionalProperties"));
            QVERIFY2(more.isBool() && !more.toBool(), qPrintable(it.key()));
        }
    }
}

} // namespace signalbox

QTEST_GUILESS_MAIN(signalbox::PlanSchemaTest)
#include "planschema_test.moc"
