// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/planproblem.h"

namespace signalbox
{

QString planProblemName(PlanProblemCode code)
{
    static const QStringList names{
        QStringLiteral("too-large"),
        QStringLiteral("not-utf8"),
        QStringLiteral("empty"),
        QStringLiteral("syntax"),
        QStringLiteral("several-documents"),
        QStringLiteral("anchor-refused"),
        QStringLiteral("tag-refused"),
        QStringLiteral("control-character"),
        QStringLiteral("too-deep"),
        QStringLiteral("too-many-values"),
        QStringLiteral("too-many-problems"),
        QStringLiteral("unknown-format"),
        QStringLiteral("duplicate-key"),
        QStringLiteral("unknown-key"),
        QStringLiteral("missing-key"),
        QStringLiteral("missing-one-of"),
        QStringLiteral("only-one-of"),
        QStringLiteral("wrong-type"),
        QStringLiteral("no-value"),
        QStringLiteral("incomplete-text"),
        QStringLiteral("bad-id"),
        QStringLiteral("duplicate-id"),
        QStringLiteral("reserved-id"),
        QStringLiteral("unknown-reference"),
        QStringLiteral("duplicate-reference"),
        QStringLiteral("cyclic-reference"),
        QStringLiteral("bad-requirement"),
        QStringLiteral("bad-duration"),
        QStringLiteral("empty-duration"),
        QStringLiteral("bad-threshold"),
        QStringLiteral("threshold-without-unit"),
        QStringLiteral("unit-mismatch"),
        QStringLiteral("bad-number"),
        QStringLiteral("out-of-range"),
        QStringLiteral("unknown-word"),
        QStringLiteral("unknown-probe-kind"),
        QStringLiteral("unknown-parameter"),
        QStringLiteral("missing-parameter"),
        QStringLiteral("bad-parameter"),
        QStringLiteral("unknown-placeholder"),
        QStringLiteral("ladder-order"),
        QStringLiteral("step-order"),
        QStringLiteral("empty-list"),
        QStringLiteral("nothing-looks"),
        QStringLiteral("not-for-kind"),
        QStringLiteral("needs-for-kind"),
        QStringLiteral("quorum-too-large"),
        QStringLiteral("bad-time-zone"),
        QStringLiteral("bad-time"),
        QStringLiteral("ends-before-start"),
        QStringLiteral("bad-recurrence"),
        QStringLiteral("query-refused"),
        QStringLiteral("duplicate-plan"),
    };
    return names.value(static_cast<int>(code));
}

} // namespace signalbox
