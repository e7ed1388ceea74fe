// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QComboBox;

namespace signalbox
{

/// Fills a box with metric profiles; its data is the id, empty for "none named". Announces nothing.
/// @param known ids, the first one holds where none is named; @param fallback what holds instead of the first
/// one, empty if that does; @param chosen is offered even if nobody knows it
void fillProfiles(QComboBox &box, const QStringList &known, const QString &fallback, const QString &chosen);

} // namespace signalbox
