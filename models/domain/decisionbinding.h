// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"

#include <QByteArray>
#include <QLatin1String>

namespace signalbox
{

/// Which attempt to release a decision is about: one version of one object. Two desks make the same id
/// without asking each other, because the uid is the cluster's and not the desk's name for it.
struct RunRef {
    QString objectUid;
    QString revisionHash; ///< pod template hash of the wanted version
    [[nodiscard]] QString id() const { return objectUid + QLatin1Char('/') + revisionHash; }
    bool operator==(const RunRef &) const = default;
};
[[nodiscard]] RunRef runOf(const Release &release);

/// What an approval, a verdict and evidence rest on. Any change voids them (INV-07).
struct Binding {
    QString planId;
    QByteArray planHash;
    QByteArray artefactHash; ///< SHA-256 over the sorted images, digests where known
    bool operator==(const Binding &) const = default;
};
[[nodiscard]] QByteArray artefactHash(const Revision &revision);

/// Somebody who acts. On a team ledger the database's login role is who it is, whatever is claimed here.
struct Actor {
    QString id;
    QString session;         ///< one per program start
    bool automation = false; ///< automation credentials cannot approve (INV-24)
    bool operator==(const Actor &) const = default;
};

/// That a person holds a role, from the ledger or the plan.
struct RoleGrant {
    QString person;
    QString role;
    QString deputyFor; ///< person stood in for; empty: own right
    QDateTime from;    ///< UTC; invalid: no limit
    QDateTime until;
    bool operator==(const RoleGrant &) const = default;
};
/// The grant under which a person holds a role at that time, own right before deputy. Null if none.
/// It counts from `from` on and no longer at `until`.
[[nodiscard]] const RoleGrant *grantOf(const QVector<RoleGrant> &grants, const QString &person,
                                       const QString &role, const QDateTime &now);
[[nodiscard]] bool holdsAnyRole(const QVector<RoleGrant> &grants, const QString &person,
                                const QDateTime &now);

/// Roles the rules themselves name. Others are the plan's own.
namespace roles
{
inline constexpr QLatin1String reviewer{"reviewer"};
inline constexpr QLatin1String admin{"admin"};
inline constexpr QLatin1String oncall{"oncall"};
inline constexpr QLatin1String incidentCommander{"incident-commander"};
} // namespace roles

} // namespace signalbox
