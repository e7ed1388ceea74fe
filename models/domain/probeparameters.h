// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/planchecklist.h"

#include <limits>
#include <optional>

namespace signalbox
{

/// How the text of a parameter has to look.
enum class ParameterShape {
    Text,
    Integer,
    Flag,        ///< true or false
    Choice,      ///< one of `choices`
    Duration,    ///< parsePlanDuration
    Promql,      ///< with the placeholders of MetricScope
    Expectation, ///< parseExpectation
    Subject,     ///< User:name, Group:name or ServiceAccount:namespace:name
    Matcher,     ///< name=value, name!=value, name=~value, name!~value; values without quotes
    Url,         ///< http or https, without user and password
    Header,      ///< Name: value; never Authorization, Cookie or the like
    EntryName,   ///< of a keychain entry: letters, digits, dot, dash and underscore; never a secret
};

struct ProbeParameter {
    QString name;
    ParameterShape shape = ParameterShape::Text;
    bool required = false;
    bool many = false; ///< a list; a single value counts as a list of one
    QString fallback;  ///< value when absent; empty: none
    QStringList choices;
    int minimum = 0; ///< Integer
    int maximum = std::numeric_limits<int>::max();
};

/// Every kind, in the order of the enumeration.
[[nodiscard]] const QVector<ProbeKind> &probeKinds();
/// The word plans use: kubernetes-nodes, promql …
[[nodiscard]] QString probeKindName(ProbeKind kind);
[[nodiscard]] std::optional<ProbeKind> probeKindFromName(const QString &name);

/// What a probe of a kind may be told. A ProbeSpec of a parsed plan holds every required one, none that is
/// not listed, and each in its shape. `credential` is always the name of a keychain entry, never the secret.
[[nodiscard]] const QVector<ProbeParameter> &probeParameters(ProbeKind kind);
/// Whether a value has the shape of the parameter.
[[nodiscard]] bool fitsParameter(const ProbeParameter &parameter, const QString &value);

/// Values of a parameter, its fallback when absent.
[[nodiscard]] QStringList parameterValues(const ProbeSpec &probe, const QString &name);
/// The first of them; empty: absent and without fallback.
[[nodiscard]] QString parameterValue(const ProbeSpec &probe, const QString &name);

/// What a number has to be: "== 1", ">= 0.95".
struct Expectation {
    enum class Comparator { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };
    Comparator comparator = Comparator::Equal;
    double value = 0;
    /// NaN meets nothing.
    [[nodiscard]] bool met(double number) const;
    bool operator==(const Expectation &) const = default;
};
[[nodiscard]] std::optional<Expectation> parseExpectation(const QString &text);

} // namespace signalbox
