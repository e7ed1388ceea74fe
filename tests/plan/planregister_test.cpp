// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/planparser.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace signalbox;

namespace
{

QString source(const char *path)
{
    return qEnvironmentVariable("SIGNALBOX_SOURCE_DIR") + QString::fromLatin1(path);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString joined(QStringList ids)
{
    ids.sort();
    return ids.join(QLatin1Char(' '));
}

} // namespace

/// The plans that come with the program answer the requirements register.
class PlanRegisterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void plansAreFine();
    void noInventedIds();
    void carried_data();
    void carried();
    void nothingIsLeftOut();

private:
    [[nodiscard]] QStringList missing(const QString &prefix, const QString &sort) const;

    QStringList m_register;
    QHash<QString, ParsedPlan> m_plans; ///< by file name
};

void PlanRegisterTest::initTestCase()
{
    const QJsonArray rows = QJsonDocument::fromJson(contents(source("/tests/data/register.json"))).array();
    for (const QJsonValue &row : rows) {
        m_register.append(row[u"id"].toString());
    }
    QVERIFY(m_register.size() > 500);
    const QDir folder(source("/resources/plans"));
    for (const QString &name : folder.entryList({QStringLiteral("*.yaml")}, QDir::Files)) {
        m_plans.insert(name, parsePlan(contents(folder.filePath(name)), name));
    }
    QVERIFY(m_plans.contains(QStringLiteral("hwayo.yaml")));
    QVERIFY(m_plans.contains(QStringLiteral("mediation.yaml")));
}

void PlanRegisterTest::plansAreFine()
{
    for (auto it = m_plans.cbegin(); it != m_plans.cend(); ++it) {
        for (const PlanProblem &each : it->problems) {
            qWarning().noquote() << it.key() << each.line << each.column << each.path
                                 << planProblemName(each.code) << each.args;
        }
        QVERIFY2(it->plan && it->problems.isEmpty(), qPrintable(it.key()));
    }
}

/// A misspelt id would look like an answer and be none.
void PlanRegisterTest::noInventedIds()
{
    for (auto it = m_plans.cbegin(); it != m_plans.cend(); ++it) {
        for (const PlanPlace &place : it->places) {
            for (const QString &id : place.requirements) {
                QVERIFY2(m_register.contains(id),
                         qPrintable(QStringLiteral("%1:%2: %3").arg(it.key()).arg(place.line).arg(id)));
            }
        }
    }
}

QStringList PlanRegisterTest::missing(const QString &prefix, const QString &sort) const
{
    QSet<QString> answered;
    for (const ParsedPlan &parsed : m_plans) {
        for (const PlanPlace &place : parsed.places) {
            if (sort.isEmpty() || place.sort == sort) {
                answered += QSet<QString>(place.requirements.cbegin(), place.requirements.cend());
            }
        }
    }
    QStringList left;
    for (const QString &id : m_register) {
        if (id.startsWith(prefix) && !answered.contains(id)) {
            left.append(id);
        }
    }
    return left;
}

void PlanRegisterTest::carried_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("sort"); // of the item that has to carry it; empty: any
    QTest::addColumn<int>("rows");     // of the register
    const auto row = [](const char *prefix, const char *sort, int rows) {
        QTest::newRow(prefix) << QString::fromLatin1(prefix) << QString::fromLatin1(sort) << rows;
    };
    row("S1-PRE-", "checkItem", 30);
    row("S1-DUR-", "checkItem", 19);
    row("S1-POST-", "checkItem", 32);
    row("S1-ENV-", "", 10);
    row("S1-SEC-", "", 9);
    row("S1-CMP-", "", 7);
    row("S3-GNG-", "", 6);
}

void PlanRegisterTest::carried()
{
    QFETCH(QString, prefix);
    QFETCH(QString, sort);
    QFETCH(int, rows);
    const auto known = m_register.filter(QRegularExpression(QStringLiteral("^") + prefix));
    QCOMPARE(known.size(), rows);
    QCOMPARE(joined(missing(prefix, sort)), QString());
}

/// Every other row of the two systems is at least a note.
void PlanRegisterTest::nothingIsLeftOut()
{
    QCOMPARE(joined(missing(QStringLiteral("S1-"), {})), QString());
    QCOMPARE(joined(missing(QStringLiteral("S3-"), {})), QString());
}

QTEST_GUILESS_MAIN(PlanRegisterTest)
#include "planregister_test.moc"
