// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/metricsapi.h"
#include "models/plan/planparser.h"
#include "models/stores/planquerychecker.h"

#include <QJsonObject>
#include <QObject>
#include <QTextStream>

#include <optional>

namespace signalbox
{

struct PlanCheckRequest {
    QStringList files;
    bool json = false;
};

/// signalboxctl plan check: reads plan files and says what is wrong with them. Needs no cluster; a metrics
/// server, if given, is asked about the queries.
class PlanCheck final : public QObject
{
    Q_OBJECT

public:
    /// @param metrics null: queries stay unchecked @param out answers @param err problems
    PlanCheck(PlanCheckRequest request, MetricsApi *metrics, QTextStream &out, QTextStream &err,
              QObject *parent = nullptr);
    /// Begins; ends with finished().
    void start();

Q_SIGNALS:
    /// @param code 0 every plan is fine, 1 there are problems
    void finished(int code);

private:
    struct File {
        QString name;
        ParsedPlan parsed;
        std::optional<Error> unreadable;
        std::optional<PlanQueryCheck> queries;
    };
    void nextFile();
    void askServer();
    void markDuplicates();
    void end();
    void printLines(const File &file);
    [[nodiscard]] static bool isFine(const File &file);
    [[nodiscard]] static QJsonObject toJson(const File &file);

    PlanCheckRequest m_request;
    MetricsApi *m_metrics;
    QTextStream &m_out;
    QTextStream &m_err;
    QVector<File> m_files;
};

} // namespace signalbox
