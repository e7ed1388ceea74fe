// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/accesscontrol.h"
#include "backends/drill/certificateauthority.h"
#include "backends/drill/drilluser.h"
#include "backends/drill/httpmessage.h"

#include <optional>

namespace signalbox::drill
{

/// Who sends a request: by bearer token, or by a client certificate this run has issued.
class Authenticator
{
public:
    /// Gives the person a fresh token and a client certificate.
    [[nodiscard]] Result<Done> admit(const Identity &identity, const CertificateAuthority &authority);
    [[nodiscard]] QVector<DrillUser> users() const { return m_users; }

    /// nullopt: nobody we know. A wrong token is not made good by a right certificate.
    [[nodiscard]] std::optional<Identity> identify(const HttpRequest &request) const;
    /// The identity the request asks to act as, if it has Impersonate headers.
    [[nodiscard]] static std::optional<Identity> impersonated(const HttpRequest &request);

private:
    QVector<DrillUser> m_users;
    QHash<QByteArray, Identity> m_byTokenDigest;
    QHash<QByteArray, Identity> m_byCertificateDigest;
};

} // namespace signalbox::drill
