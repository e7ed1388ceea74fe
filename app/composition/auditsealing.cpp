// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/auditsealing.h"

#include "app/settings/auditkeys.h"
#include "backends/ledger/auditkeyfile.h"
#include "backends/ledger/sqliteauditsource.h"

namespace signalbox
{

AuditSealing::AuditSealing(const QString &data, AuditPreferences preferences, SecretStore &secrets,
                           const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_preferences(std::move(preferences))
    , m_secrets(secrets)
    , m_keeper([data] { return std::make_unique<SqliteAuditSource>(data); }, m_preferences.checkpoints, clock)
{
    connect(&m_keeper, &AuditKeeper::failed, this, [this](const Error &error) { setProblem(error); });
    connect(&m_keeper, &AuditKeeper::wasSealed, this, [this] { setProblem(std::nullopt); });
}

void AuditSealing::noteWork()
{
    if (m_asked) {
        m_keeper.look();
        return;
    }
    m_asked = true;
    if (!m_preferences.keyFile.isEmpty()) {
        takeKey(readKeyFile(m_preferences.keyFile));
        return;
    }
    m_secrets.read(auditKeyName(), this, [this](const QString &pem) {
        if (!pem.isEmpty()) { // without a key nobody asked for checkpoints
            takeKey(AuditKey::fromPem(pem.toLatin1()));
        }
    });
}

void AuditSealing::takeKey(const Result<AuditKey> &key)
{
    if (key) {
        m_keeper.setKey(*key);
    } else {
        setProblem(key.error());
    }
}

void AuditSealing::setProblem(const std::optional<Error> &problem)
{
    if (m_problem != problem) {
        m_problem = problem;
        Q_EMIT problemChanged();
    }
}

} // namespace signalbox
