// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/auditrequest.h"
#include "backends/api/clock.h"
#include "backends/ledger/auditcheck.h"

#include <QTextStream>

#include <memory>

namespace signalbox
{

/// signalboxctl audit: checks, exports and seals the records of a ledger. Blocks.
class AuditCommand final
{
public:
    /// @param data folder of the console's own ledger @param out answers @param err problems
    AuditCommand(AuditRequest request, QString data, const Clock &clock, QTextStream &out, QTextStream &err);
    /// @param keychainKey what the keychain holds as PEM, or nothing
    /// @return exit code: 0 done or intact, 1 broken or impossible
    [[nodiscard]] int run(const QByteArray &keychainKey);
    /// Whether run() can use the key in the keychain.
    [[nodiscard]] bool wantsKeychain() const;

private:
    [[nodiscard]] std::unique_ptr<AuditSource> source() const;
    [[nodiscard]] Result<AuditTrust> trust() const;
    [[nodiscard]] Result<AuditKey> key() const;
    [[nodiscard]] Result<int> verify();
    [[nodiscard]] Result<int> exportRecords();
    [[nodiscard]] Result<int> seal();
    [[nodiscard]] Result<int> showKey();
    [[nodiscard]] Result<int> makeKey();
    void print(const AuditReport &report, QTextStream &to) const;

    AuditRequest m_request;
    QString m_data;
    const Clock &m_clock;
    QTextStream &m_out;
    QTextStream &m_err;
    QByteArray m_keychainKey;
};

} // namespace signalbox
