// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace signalbox
{

constexpr int AnyArguments = -1;

struct ProbeCode {
    QString code;
    int arguments = 0; ///< how many ProbeFinding::args there are; AnyArguments: a list
};

/// Every code a ProbeFinding can have, with what its arguments are beside it in the source file. Codes are
/// kept in ledgers: they are added to, and never change their meaning.
[[nodiscard]] const QVector<ProbeCode> &probeCodes();
/// Whether a finding has a known code with as many arguments as belong to it.
[[nodiscard]] bool isProbeFinding(const QString &code, const QStringList &args);

} // namespace signalbox
