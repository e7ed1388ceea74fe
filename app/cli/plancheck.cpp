// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/plancheck.h"

#include "models/plan/planyaml.h"
#include "widgets/style/errortext.h"
#include "widgets/style/planproblemtext.h"
#include "widgets/style/safetext.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

namespace signalbox
{
namespace
{

Result<QByteArray> contents(const QString &name)
{
    QFile file(name);
    if (QFileInfo(name).isDir() || !file.open(QIODevice::ReadOnly)) {
        const QString why = QFileInfo(name).isDir() ? QStringLiteral("is a folder") : file.errorString();
        return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration, why, name);
    }
    // One byte over the limit is enough for the parser to refuse it; a device never ends.
    return file.read(PlanLimits::bytes + 1);
}

QJsonObject toJson(const PlanProblem &problem)
{
    return {{QStringLiteral("line"), problem.line},
            {QStringLiteral("column"), problem.column},
            {QStringLiteral("path"), problem.path},
            {QStringLiteral("code"), planProblemName(problem.code)},
            {QStringLiteral("args"), QJsonArray::fromStringList(problem.args)},
            {QStringLiteral("expected"), problem.expected},
            {QStringLiteral("message"), planProblemText(problem)}};
}

} // namespace

PlanCheck::PlanCheck(PlanCheckRequest request, MetricsApi *metrics, QTextStream &out, QTextStream &err,
                     QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_metrics(metrics)
    , m_out(out)
    , m_err(err)
{
}

void PlanCheck::start()
{
    QTimer::singleShot(0, this, &PlanCheck::nextFile);
}

void PlanCheck::nextFile()
{
    if (m_files.size() == m_request.files.size()) {
        markDuplicates();
        end();
        return;
    }
    File file;
    file.name = m_request.files.at(m_files.size());
    const Result<QByteArray> bytes = contents(file.name);
    if (bytes) {
        file.parsed = parsePlan(*bytes, file.name);
    } else {
        file.unreadable = bytes.error();
    }
    m_files.append(file);
    askServer();
}

void PlanCheck::askServer()
{
    const File &file = m_files.last();
    if (m_metrics == nullptr || file.parsed.queries.isEmpty()) {
        QTimer::singleShot(0, this, &PlanCheck::nextFile);
        return;
    }
    auto *checker = new PlanQueryChecker(file.parsed.queries, file.name, *m_metrics, this);
    connect(checker, &PlanQueryChecker::finished, this, [this, checker](const PlanQueryCheck &check) {
        checker->deleteLater();
        m_files.last().queries = check;
        m_files.last().parsed.problems += check.problems;
        nextFile();
    });
    checker->start();
}

/// Two files with one id would hide each other wherever both are installed.
void PlanCheck::markDuplicates()
{
    QHash<QString, QString> seen;
    for (File &file : m_files) {
        if (!file.parsed.plan) {
            continue;
        }
        const QString id = file.parsed.plan->id;
        const auto other = seen.constFind(id);
        if (other != seen.cend()) {
            file.parsed.problems.append(
                {file.name, 0, 0, QStringLiteral("id"), PlanProblemCode::DuplicatePlan, {id, *other}, {}});
        } else {
            seen.insert(id, file.name);
        }
    }
}

bool PlanCheck::isFine(const File &file)
{
    // A server that was asked and could not answer leaves the question open: that is not fine.
    return file.parsed.plan && file.parsed.problems.isEmpty() &&
           (!file.queries || file.queries->isComplete());
}

void PlanCheck::printLines(const File &file)
{
    if (file.unreadable) {
        m_err << safeText(file.name, 4096) << ": " << safeText(file.unreadable->detail) << '\n';
        return;
    }
    for (const PlanProblem &problem : file.parsed.problems) {
        m_err << safeText(problem.file, 4096) << ':';
        if (problem.line > 0) {
            m_err << problem.line << ':' << problem.column << ':';
        }
        m_err << ' ' << (problem.path.isEmpty() ? QString() : safeText(problem.path) + QStringLiteral(": "))
              << planProblemText(problem) << '\n';
    }
    if (file.queries && file.queries->stopped) {
        m_err << safeText(file.name, 4096) << ": " << errorText(*file.queries->stopped) << '\n';
    }
    if (isFine(file)) {
        m_out << safeText(file.name, 4096) << ": " << file.parsed.plan->id << ' '
              << safeText(file.parsed.plan->planVersion) << ": "
              << (file.queries
                      ? QStringLiteral("fine, %1 queries checked").arg(file.queries->checked)
                      : QStringLiteral("fine, %1 queries not checked (name a server with --prometheus)")
                            .arg(file.parsed.queries.size()))
              << '\n';
    }
}

QJsonObject PlanCheck::toJson(const File &file)
{
    QJsonArray problems;
    for (const PlanProblem &problem : file.parsed.problems) {
        problems.append(signalbox::toJson(problem));
    }
    QJsonObject object{{QStringLiteral("file"), file.name},
                       {QStringLiteral("ok"), isFine(file)},
                       {QStringLiteral("problems"), problems},
                       {QStringLiteral("queries"), static_cast<int>(file.parsed.queries.size())},
                       {QStringLiteral("queriesChecked"), file.queries && file.queries->isComplete()}};
    if (file.unreadable) {
        object.insert(QStringLiteral("error"), file.unreadable->detail);
    } else if (file.queries && file.queries->stopped) {
        object.insert(QStringLiteral("error"), errorText(*file.queries->stopped));
    }
    if (file.parsed.plan) {
        object.insert(QStringLiteral("id"), file.parsed.plan->id);
        object.insert(QStringLiteral("version"), file.parsed.plan->planVersion);
        object.insert(QStringLiteral("sha256"), QString::fromLatin1(file.parsed.plan->hash.toHex()));
    }
    return object;
}

void PlanCheck::end()
{
    bool fine = true;
    QJsonArray all;
    for (const File &file : std::as_const(m_files)) {
        fine = fine && isFine(file);
        if (m_request.json) {
            all.append(toJson(file));
        } else {
            printLines(file);
        }
    }
    if (m_request.json) {
        m_out << QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Indented));
    }
    m_out.flush();
    m_err.flush();
    Q_EMIT finished(fine ? 0 : 1);
}

} // namespace signalbox
