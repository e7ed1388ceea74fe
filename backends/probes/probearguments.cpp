// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/probearguments.h"

#include "models/domain/planquantity.h"
#include "models/domain/probeparameters.h"

#include <algorithm>

namespace signalbox::probes
{

namespace
{

bool fits(const ProbeParameter &parameter, const QStringList &values)
{
    if (values.isEmpty() || (values.size() > 1 && !parameter.many)) {
        return false;
    }
    return std::all_of(values.begin(), values.end(),
                       [&parameter](const QString &value) { return fitsParameter(parameter, value); });
}

QString problemOf(const ProbeSpec &spec)
{
    const QVector<ProbeParameter> &known = probeParameters(spec.kind);
    for (const ProbeParameter &parameter : known) {
        const auto given = spec.parameters.constFind(parameter.name);
        const bool isGiven = given != spec.parameters.cend();
        if (isGiven ? !fits(parameter, *given) : parameter.required) {
            return parameter.name;
        }
    }
    for (auto given = spec.parameters.cbegin(); given != spec.parameters.cend(); ++given) {
        const bool listed =
            std::any_of(known.begin(), known.end(),
                        [&given](const ProbeParameter &parameter) { return parameter.name == given.key(); });
        if (!listed) {
            return given.key();
        }
    }
    return {};
}

} // namespace

ProbeArguments::ProbeArguments(const ProbeSpec &spec)
    : m_spec(spec)
    , m_problem(problemOf(spec))
{
}

QStringList ProbeArguments::list(const char *name) const
{
    return parameterValues(m_spec, QLatin1String(name));
}

bool ProbeArguments::flag(const char *name) const
{
    return text(name) == QLatin1String("true");
}

int ProbeArguments::number(const char *name, int fallback) const
{
    return has(name) ? text(name).toInt() : fallback;
}

std::chrono::seconds ProbeArguments::duration(const char *name) const
{
    return parsePlanDuration(text(name)).value_or(std::chrono::seconds(0));
}

} // namespace signalbox::probes
