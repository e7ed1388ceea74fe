// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ledgerrecord.h"
#include "models/domain/operation.h"

namespace signalbox
{

/// Whether the answer means that somebody tried what they have no right to.
[[nodiscard]] bool isDenial(const Error &error);
/// The first denial among the steps of an operation; none: it met none.
[[nodiscard]] std::optional<Error> denialIn(const OperationStatus &status);

/// An attempt that was denied, one of the four classes that are always recorded (S3-SEC-07). Result "denied";
/// the parameters hold the status and the server's own code, never its text.
/// @param operation empty: it was denied while it was prepared
[[nodiscard]] LedgerRecord deniedRecord(const ActionRequest &request, const Error &error,
                                        const QString &actor, const QString &operation, const QDateTime &now);

} // namespace signalbox
