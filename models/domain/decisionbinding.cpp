// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/decisionbinding.h"

#include <QCryptographicHash>

#include <algorithm>

namespace signalbox
{

namespace
{

bool inForce(const RoleGrant &grant, const QDateTime &now)
{
    return (!grant.from.isValid() || now >= grant.from) && (!grant.until.isValid() || now < grant.until);
}

/// With a digest the tag says nothing more: "web:1.2@sha256:…" and "web@sha256:…" run the same bytes.
QString artefactOf(const QString &image)
{
    const qsizetype digest = image.lastIndexOf(QLatin1Char('@'));
    if (digest < 0) {
        return image;
    }
    const qsizetype slash = image.lastIndexOf(QLatin1Char('/'), digest);
    const qsizetype colon = image.lastIndexOf(QLatin1Char(':'), digest);
    return image.left(colon > slash ? colon : digest) + image.mid(digest);
}

} // namespace

RunRef runOf(const Release &release)
{
    return {release.uid, release.currentHash};
}

QByteArray artefactHash(const Revision &revision)
{
    QStringList lines;
    for (const auto &each : revision.images) {
        lines.append(each.container + QLatin1Char('=') + artefactOf(each.image));
    }
    std::sort(lines.begin(), lines.end());
    // Neither names nor images can hold a line end, so no two lists write the same text.
    return QCryptographicHash::hash(lines.join(QLatin1Char('\n')).toUtf8(), QCryptographicHash::Sha256);
}

const RoleGrant *grantOf(const QVector<RoleGrant> &grants, const QString &person, const QString &role,
                         const QDateTime &now)
{
    const RoleGrant *deputy = nullptr;
    for (const auto &grant : grants) {
        if (person.isEmpty() || grant.person != person || grant.role != role || !inForce(grant, now)) {
            continue;
        }
        if (grant.deputyFor.isEmpty()) {
            return &grant;
        }
        if (deputy == nullptr) {
            deputy = &grant;
        }
    }
    return deputy;
}

bool holdsAnyRole(const QVector<RoleGrant> &grants, const QString &person, const QDateTime &now)
{
    return !person.isEmpty() && std::any_of(grants.cbegin(), grants.cend(), [&](const auto &grant) {
        return grant.person == person && inForce(grant, now);
    });
}

} // namespace signalbox
