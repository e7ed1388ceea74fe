// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/planchecklist.h"

#include <chrono>

namespace signalbox::probes
{

/// Parameters of a probe by models/domain/probeparameters. A plan is checked before it is locked, but what
/// runs may have come another way: everything is checked again, and problem() names the first one that is
/// missing, not listed or of the wrong shape. Nothing runs then.
class ProbeArguments final
{
public:
    explicit ProbeArguments(const ProbeSpec &spec);

    /// Empty: all is well.
    [[nodiscard]] const QString &problem() const { return m_problem; }

    [[nodiscard]] bool has(const char *name) const { return !list(name).isEmpty(); }
    /// With the fallback of the table; empty: absent and without one.
    [[nodiscard]] QStringList list(const char *name) const;
    [[nodiscard]] QString text(const char *name) const { return list(name).value(0); }
    [[nodiscard]] bool flag(const char *name) const;
    [[nodiscard]] int number(const char *name, int fallback = 0) const;
    [[nodiscard]] std::chrono::seconds duration(const char *name) const;

private:
    ProbeSpec m_spec;
    QString m_problem;
};

} // namespace signalbox::probes
