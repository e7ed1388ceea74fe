// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/probefinding.h"

#include <QByteArray>
#include <QSet>

#include <optional>

namespace signalbox::probes
{

/// What a JUnit XML report proves about an artefact. Only a test that ran and passed at its first attempt has
/// passed: failed, broken, skipped and flaky ones have not. With a manifest, the tests that ran have to be
/// the ones that are listed. The report names its artefact in a property of a suite whose name speaks of a
/// digest or an image. Pure.
/// @param wanted digests @param manifest "class.name", one per line
[[nodiscard]] ProbeFinding judgeJunit(const QByteArray &xml, const QSet<QString> &wanted,
                                      const std::optional<QByteArray> &manifest);

} // namespace signalbox::probes
