// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/probefinding.h"

#include <QByteArray>
#include <QSet>

namespace signalbox::probes
{

/// What a SARIF 2.1.0 report proves about an artefact: results at or above a level, also suppressed ones,
/// because whoever writes the file cannot waive for the console; results that a person has to review count
/// whatever their level. Every run has to name the artefact in one of its properties that speaks of a digest,
/// and to have succeeded. Pure.
/// @param wanted digests @param level note, warning or error
[[nodiscard]] ProbeFinding judgeSarif(const QByteArray &json, const QSet<QString> &wanted,
                                      const QString &level);

} // namespace signalbox::probes
