// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

namespace signalbox::drill
{

/// What follows the deletion of an owner. Free of state; works on whatever names the owner's uid in its
/// metadata.ownerReferences.

/// Deletes the objects owned by `uid`, and theirs, to the last generation.
void removeDependents(ObjectStore &store, const QString &uid);
/// Lets them live on without the reference.
void orphanDependents(ObjectStore &store, const QString &uid);
/// Deletes everything in a namespace.
void emptyNamespace(ObjectStore &store, const QString &namespaceName);

} // namespace signalbox::drill
