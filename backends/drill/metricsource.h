// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/expression.h"
#include "models/domain/result.h"

#include <QDateTime>
#include <QString>

#include <functional>

namespace signalbox::drill
{

/// Where analysis runs measure.
class MetricSource
{
public:
    using Answer = std::function<void(const Result<MetricAnswer> &)>;
    virtual ~MetricSource() = default;
    /// Evaluates an expression at an instant; answers exactly once, later, on the caller's thread, or never
    /// after the source is destroyed.
    virtual void query(const QString &expression, const QDateTime &at, Answer answer) = 0;
};

} // namespace signalbox::drill
