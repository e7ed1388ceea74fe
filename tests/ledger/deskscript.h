// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/decisioncommand.h"

#include <QVector>

namespace signalbox::test
{

/// One thing somebody does at a desk.
struct DeskStep {
    QString person;
    DecisionCommand command;
};

/// A vote, a poll or a checklist run from its beginning to its end. Made from the same arguments it is the
/// same to the last bit, so that it can be sent again.
/// @param name vote, poll or checklist
/// @param run also the beginning of every id
[[nodiscard]] QVector<DeskStep> deskScript(const QString &name, const QString &run, const QDateTime &now);

} // namespace signalbox::test
