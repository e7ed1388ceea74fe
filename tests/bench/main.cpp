// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/children.h"
#include "tests/bench/measurements.h"
#include "tests/bench/report.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace
{

using namespace signalbox::bench;

struct Measurement {
    const char *name;
    Rows (*measure)(Surroundings &);
};

constexpr Measurement measurements[] = {{"start", measureStart},         {"list", measureList},
                                        {"console", measureConsole},     {"idle", measureIdle},
                                        {"checklist", measureChecklist}, {"audit", measureAudit}};

int runChild(int argc, char **argv)
{
    QStringList arguments;
    for (int index = 3; index < argc; ++index) {
        arguments.append(QString::fromLocal8Bit(argv[index]));
    }
    const QByteArray name = argc > 2 ? QByteArray(argv[2]) : QByteArray();
    if (name == "server") {
        return serveCluster(argc, argv, arguments);
    }
    if (name == "list") {
        return listPods(argc, argv, arguments);
    }
    if (name == "console") {
        return runConsole(argc, argv, arguments);
    }
    if (name == "idle") {
        return idleConsole(argc, argv, arguments);
    }
    if (name == "checklist") {
        return refreshChecklist(argc, argv, arguments);
    }
    std::fprintf(stderr, "signalbox-bench: unknown child\n");
    return 2;
}

/// @return what went wrong, or empty
QString writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
    return written ? QString() : file.errorString();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::strcmp(argv[1], "--child") == 0) {
        return runChild(argc, argv);
    }
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures the console beside references taken in the same run."));
    parser.addHelpOption();
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("also write the rows as JSON"),
                                  QStringLiteral("FILE"));
    const QCommandLineOption only(
        QStringLiteral("only"),
        QStringLiteral("measure only these: start, list, console, idle, checklist, audit"),
        QStringLiteral("NAME,…"));
    parser.addOptions({json, only});
    parser.process(application);
    const QStringList wanted = parser.value(only).split(QLatin1Char(','), Qt::SkipEmptyParts);
    Surroundings around;
    Rows rows;
    for (const Measurement &measurement : measurements) {
        if (wanted.isEmpty() || wanted.contains(QLatin1String(measurement.name))) {
            std::fprintf(stderr, "bench: %s …\n", measurement.name);
            rows.append(measurement.measure(around));
        }
    }
    const QByteArray table = tableText(rows);
    std::fwrite(table.constData(), 1, static_cast<size_t>(table.size()), stdout);
    if (parser.isSet(json)) {
        if (const QString problem = writeFile(parser.value(json), jsonText(rows)); !problem.isEmpty()) {
            std::fprintf(stderr, "signalbox-bench: %s: %s\n", qPrintable(parser.value(json)),
                         qPrintable(problem));
            return 1;
        }
    }
    const bool complete =
        std::all_of(rows.cbegin(), rows.cend(), [](const Row &row) { return row.isMeasured(); });
    return complete && !rows.isEmpty() ? 0 : 1;
}
