// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/settings/secretstore.h"
#include "backends/ledger/auditkeeper.h"

namespace signalbox
{

/// Where the key for checkpoints is, and where they go beside the ledger. Paths only, never a secret.
struct AuditPreferences {
    QString keyFile;     ///< empty: the system keychain
    QString checkpoints; ///< file on another disk or share; empty: the ledger only
};

/// Has the console's ledger sealed, if there is a key. The key is asked for when there is something to seal,
/// not before, so that a locked keychain does not ask at every start. GUI thread.
class AuditSealing final : public QObject
{
    Q_OBJECT

public:
    /// @param data folder of the ledger @param secrets, clock outlive this
    AuditSealing(const QString &data, AuditPreferences preferences, SecretStore &secrets, const Clock &clock,
                 QObject *parent = nullptr);

    /// Something was written to the ledger.
    void noteWork();
    [[nodiscard]] AuditKeeper &keeper() { return m_keeper; }
    /// Why the ledger could not be sealed; none: it was, or there is no key.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

Q_SIGNALS:
    void problemChanged();

private:
    void takeKey(const Result<AuditKey> &key);
    void setProblem(const std::optional<Error> &problem);

    AuditPreferences m_preferences;
    SecretStore &m_secrets;
    AuditKeeper m_keeper;
    bool m_asked = false;
    std::optional<Error> m_problem;
};

} // namespace signalbox
