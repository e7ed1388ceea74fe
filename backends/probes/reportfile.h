// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/probefinding.h"
#include "models/domain/result.h"
#include "models/domain/rows.h"

#include <QSet>

#include <optional>

namespace signalbox::probes
{

/// Reads a report or a manifest: a regular file, below `folder` if its name is relative, of limited size.
/// NotFound, TooLarge or Storage otherwise. Blocks.
[[nodiscard]] Result<QByteArray> readReportFile(const QString &name, const QString &folder);
[[nodiscard]] ProbeFinding reportUnreadable(const Error &error, const QString &name);

/// Digests ("sha256:…") of the images of a release that come from a repository. Empty if it has none.
[[nodiscard]] QSet<QString> digestsOf(const QVector<ContainerImage> &images, const QString &repository);
[[nodiscard]] bool hasImageOf(const QVector<ContainerImage> &images, const QString &repository);
/// The digests in a text.
[[nodiscard]] QSet<QString> digestsIn(const QString &text);

/// Null if a report is about the wanted artefact, and nothing else; else why it says nothing about it.
[[nodiscard]] std::optional<ProbeFinding> boundElsewhere(const QSet<QString> &found,
                                                         const QSet<QString> &wanted);

} // namespace signalbox::probes
