// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/junitreport.h"

#include "backends/probes/findings.h"
#include "backends/probes/reportfile.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace signalbox::probes
{

namespace
{

struct Report {
    QSet<QString> digests;
    QSet<QString> executed;
    QStringList bad; ///< names of tests that did not pass
    int cases = 0;
    int failures = 0;
    int errors = 0;
    int skipped = 0;
    int flaky = 0;
    int announcedCases = 0;    ///< by the outermost element
    int announcedFailures = 0; ///< the most that any suite says of itself
};

/// Reads the elements one after the other, without recursion, so that depth costs nothing.
class Reading
{
public:
    explicit Reading(const QByteArray &xml)
        : m_reader(xml)
    {
    }

    /// Null if it is no such report.
    std::optional<Report> read();
    [[nodiscard]] bool isUnsafe() const { return m_unsafe; }

private:
    void onStart();
    void onEnd();
    void onOutcome(const QString &element);
    void onProperty();
    [[nodiscard]] int count(const char *attribute) const;

    QXmlStreamReader m_reader;
    Report m_report;
    QString m_case; ///< "class.name" of the open test
    bool m_inCase = false;
    bool m_passed = false;
    bool m_ran = false;
    bool m_seenRoot = false;
    bool m_unsafe = false;
};

std::optional<Report> Reading::read()
{
    while (!m_reader.atEnd() && !m_unsafe) {
        switch (m_reader.readNext()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            m_unsafe = true; // no test report needs one, and bombs are made of them
            break;
        case QXmlStreamReader::StartElement:
            onStart();
            break;
        case QXmlStreamReader::EndElement:
            onEnd();
            break;
        default:
            break;
        }
    }
    if (m_unsafe || m_reader.hasError() || !m_seenRoot) {
        return std::nullopt;
    }
    return m_report;
}

void Reading::onStart()
{
    const QString element = m_reader.name().toString();
    const bool isSuite = element == QLatin1String("testsuite") || element == QLatin1String("testsuites");
    if (!m_seenRoot) {
        m_seenRoot = isSuite;
        m_report.announcedCases = count("tests");
        if (!isSuite) {
            m_reader.raiseError(QStringLiteral("not a JUnit report"));
            return;
        }
    }
    if (isSuite) {
        m_report.announcedFailures =
            std::max(m_report.announcedFailures, count("failures") + count("errors"));
    } else if (element == QLatin1String("testcase")) {
        const auto attributes = m_reader.attributes();
        m_case = attributes.value(QLatin1String("classname")).toString() + QLatin1Char('.') +
                 attributes.value(QLatin1String("name")).toString();
        m_inCase = m_passed = m_ran = true;
        ++m_report.cases;
        const auto result = attributes.value(QLatin1String("result"));
        const bool idle = attributes.value(QLatin1String("status")) == QLatin1String("notrun");
        if (idle || result == QLatin1String("skipped") || result == QLatin1String("suppressed")) {
            onOutcome(QStringLiteral("skipped"));
        }
    } else if (element == QLatin1String("property") && !m_inCase) {
        onProperty();
    } else {
        onOutcome(element);
    }
}

void Reading::onOutcome(const QString &element)
{
    if (element == QLatin1String("failure")) {
        ++m_report.failures;
    } else if (element == QLatin1String("error")) {
        ++m_report.errors;
    } else if (element == QLatin1String("skipped") || element == QLatin1String("disabled")) {
        ++m_report.skipped;
        m_ran = false;
    } else if (element.startsWith(QLatin1String("flaky")) || element.startsWith(QLatin1String("rerun"))) {
        ++m_report.flaky;
    } else {
        return; // output, properties of one test and what later versions add
    }
    if (m_passed || !m_inCase) {
        m_report.bad << (m_inCase ? m_case : QStringLiteral("–"));
    }
    m_passed = false;
}

void Reading::onProperty()
{
    const auto attributes = m_reader.attributes();
    const QString name = attributes.value(QLatin1String("name")).toString();
    if (name.contains(QLatin1String("digest"), Qt::CaseInsensitive) ||
        name.contains(QLatin1String("image"), Qt::CaseInsensitive)) {
        m_report.digests.unite(digestsIn(attributes.value(QLatin1String("value")).toString()));
    }
}

void Reading::onEnd()
{
    if (m_reader.name() == QLatin1String("testcase")) {
        if (m_ran) {
            m_report.executed.insert(m_case);
        }
        m_inCase = false;
    }
}

int Reading::count(const char *attribute) const
{
    return std::max(0, m_reader.attributes().value(QLatin1String(attribute)).toInt());
}

QSet<QString> namesIn(const QByteArray &manifest)
{
    QSet<QString> names;
    for (const QByteArray &line : manifest.split('\n')) {
        const QString name = QString::fromUtf8(line).trimmed();
        if (!name.isEmpty() && !name.startsWith(QLatin1Char('#'))) {
            names.insert(name);
        }
    }
    return names;
}

QString sortedList(const QSet<QString> &names)
{
    QStringList list(names.begin(), names.end());
    list.sort();
    return shortList(list);
}

ProbeFinding judge(const Report &report)
{
    const int announced = report.announcedFailures;
    if (!report.bad.isEmpty() || announced > report.failures + report.errors) {
        return failed("junit-not-passed", {QString::number(report.failures), QString::number(report.errors),
                                           QString::number(report.skipped), QString::number(report.flaky),
                                           shortList(report.bad)});
    }
    if (report.cases == 0) {
        return unknown("junit-empty");
    }
    if (report.announcedCases > report.cases) {
        return unknown("junit-incomplete",
                       {QString::number(report.cases), QString::number(report.announcedCases)});
    }
    return passed("junit-passed", {QString::number(report.cases)});
}

} // namespace

ProbeFinding judgeJunit(const QByteArray &xml, const QSet<QString> &wanted,
                        const std::optional<QByteArray> &manifest)
{
    Reading reading(xml);
    const auto report = reading.read();
    if (!report) {
        return unknown(reading.isUnsafe() ? "report-unsafe" : "report-malformed");
    }
    if (const auto elsewhere = boundElsewhere(report->digests, wanted)) {
        return *elsewhere;
    }
    const ProbeFinding finding = judge(*report);
    if (finding.result != CheckResult::Pass || !manifest) {
        return finding;
    }
    const QSet<QString> listed = namesIn(*manifest);
    if (const auto left = listed - report->executed; !left.isEmpty()) {
        return failed("junit-not-executed", {QString::number(left.size()), sortedList(left)});
    }
    if (const auto more = report->executed - listed; !more.isEmpty()) {
        return failed("junit-unlisted", {QString::number(more.size()), sortedList(more)});
    }
    return finding;
}

} // namespace signalbox::probes
