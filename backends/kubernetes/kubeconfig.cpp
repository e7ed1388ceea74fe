// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/kubeconfig.h"

namespace signalbox::kubernetes
{

Error toError(const ConfigProblem &problem)
{
    QString where = problem.file;
    if (problem.line > 0) {
        where += QStringLiteral(":%1").arg(problem.line);
    }
    Error error;
    error.code = problem.kind == ConfigProblem::Kind::Unsupported ? ErrorCode::Unsupported
                                                                  : ErrorCode::BadConfiguration;
    error.layer = ErrorLayer::Configuration;
    error.detail = problem.field.isEmpty()
                       ? QStringLiteral("%1: %2").arg(where, problem.expected)
                       : QStringLiteral("%1: %2: %3").arg(where, problem.field, problem.expected);
    error.subject = problem.file;
    return error;
}

} // namespace signalbox::kubernetes
