// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/auditcommand.h"

#include "app/cli/audittext.h"
#include "backends/ledger/auditexport.h"
#include "backends/ledger/auditkeyfile.h"
#include "backends/ledger/postgresauditsource.h"
#include "backends/ledger/sqliteauditsource.h"
#include "widgets/style/safetext.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

#include <cstdio>

namespace signalbox
{
namespace
{

PostgresPlace placeOf(const QString &address)
{
    const QUrl url(address);
    const QUrlQuery query(url);
    PostgresPlace place;
    place.host = url.host();
    // A Unix socket: postgresql://USER@/DATABASE?host=FOLDER
    if (place.host.isEmpty()) {
        place.host = query.queryItemValue(QStringLiteral("host"), QUrl::FullyDecoded);
        place.sslMode = QStringLiteral("disable");
    }
    place.port = url.port(place.port);
    place.database = url.path().mid(1);
    place.user = url.userName();
    const QString sslMode = query.queryItemValue(QStringLiteral("sslmode"));
    if (!sslMode.isEmpty()) {
        place.sslMode = sslMode;
    }
    return place;
}

} // namespace

AuditCommand::AuditCommand(AuditRequest request, QString data, const Clock &clock, QTextStream &out,
                           QTextStream &err)
    : m_request(std::move(request))
    , m_data(std::move(data))
    , m_clock(clock)
    , m_out(out)
    , m_err(err)
{
}

bool AuditCommand::wantsKeychain() const
{
    return m_request.key.isEmpty() && m_request.newKey.isEmpty() && m_request.publicKey.isEmpty();
}

int AuditCommand::run(const QByteArray &keychainKey)
{
    m_keychainKey = keychainKey;
    const auto answer = [this] {
        switch (m_request.command) {
        case AuditRequest::Command::Verify:
            return verify();
        case AuditRequest::Command::Export:
            return exportRecords();
        case AuditRequest::Command::Seal:
            return seal();
        case AuditRequest::Command::Key:
            break;
        }
        return m_request.newKey.isEmpty() ? showKey() : makeKey();
    }();
    if (!answer) {
        const Error &error = answer.error();
        m_err << "signalboxctl: " << safeText(error.detail, 1000);
        if (!error.subject.isEmpty()) {
            m_err << ": " << safeText(error.subject, 4096);
        }
        m_err << '\n';
    }
    m_out.flush();
    m_err.flush();
    return answer.value_or(1);
}

std::unique_ptr<AuditSource> AuditCommand::source() const
{
    if (!m_request.team.isEmpty()) {
        return std::make_unique<PostgresAuditSource>(placeOf(m_request.team));
    }
    return std::make_unique<SqliteAuditSource>(m_request.directory.isEmpty() ? m_data : m_request.directory);
}

Result<AuditKey> AuditCommand::key() const
{
    if (!m_request.key.isEmpty()) {
        return readKeyFile(m_request.key);
    }
    if (m_keychainKey.isEmpty()) {
        return failure(ErrorCode::BadConfiguration, ErrorLayer::Credentials,
                       QStringLiteral("there is no key in the keychain: name a file with --key"));
    }
    return AuditKey::fromPem(m_keychainKey);
}

Result<AuditTrust> AuditCommand::trust() const
{
    AuditTrust trust;
    if (!m_request.checkpoints.isEmpty()) {
        const auto kept = readCheckpoints(m_request.checkpoints);
        if (!kept) {
            return tl::unexpected(kept.error());
        }
        trust.checkpoints = *kept;
    }
    if (!m_request.publicKey.isEmpty()) {
        const auto known = readPublicKeyFile(m_request.publicKey);
        if (!known) {
            return tl::unexpected(known.error());
        }
        trust.keys = *known;
    } else if (!m_request.key.isEmpty() || !m_keychainKey.isEmpty()) {
        const auto own = key();
        if (!own) {
            return tl::unexpected(own.error());
        }
        trust.keys = {own->publicKey()};
    }
    return trust;
}

void AuditCommand::print(const AuditReport &report, QTextStream &to) const
{
    if (m_request.json) {
        to << QString::fromUtf8(QJsonDocument(toJson(report)).toJson(QJsonDocument::Indented));
        return;
    }
    for (const QString &line : auditLines(report)) {
        to << line << '\n';
    }
}

Result<int> AuditCommand::verify()
{
    // A missing file reads as one without checkpoints, which would verify less than was asked for.
    if (!m_request.checkpoints.isEmpty() && !QFileInfo::exists(m_request.checkpoints)) {
        return failure(ErrorCode::Storage, ErrorLayer::Storage, QStringLiteral("there is no such file"),
                       m_request.checkpoints);
    }
    const auto against = trust();
    if (!against) {
        return tl::unexpected(against.error());
    }
    auto report = Result<AuditReport>(AuditReport());
    if (m_request.exportFile.isEmpty()) {
        report = checkAudit(*source(), *against);
    } else {
        QFile file(m_request.exportFile);
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(ErrorCode::Storage, ErrorLayer::Storage, file.errorString(), m_request.exportFile);
        }
        report = checkExport(file, *against);
    }
    if (!report) {
        return tl::unexpected(report.error());
    }
    print(*report, m_out);
    // Who names checkpoints or a key expects to find some: their absence is not an answer.
    const bool anchorsExpected = !m_request.checkpoints.isEmpty() || !m_request.publicKey.isEmpty();
    return report->isBroken() || (anchorsExpected && report->verdict == AuditVerdict::Unanchored) ? 1 : 0;
}

Result<int> AuditCommand::exportRecords()
{
    const auto against = trust();
    if (!against) {
        return tl::unexpected(against.error());
    }
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly)) {
        return failure(ErrorCode::Storage, ErrorLayer::Storage, output.errorString());
    }
    const auto report = writeExport(*source(), *against, m_request.from, m_request.to, output);
    if (!report) {
        return tl::unexpected(report.error());
    }
    if (!output.flush()) {
        return failure(ErrorCode::Storage, ErrorLayer::Storage, output.errorString());
    }
    if (report->isBroken()) {
        print(*report, m_err);
    }
    return report->isBroken() ? 1 : 0;
}

Result<int> AuditCommand::seal()
{
    const auto signing = key();
    const auto against = signing ? trust() : Result<AuditTrust>(tl::unexpected(signing.error()));
    if (!against) {
        return tl::unexpected(against.error());
    }
    const auto records = source();
    const auto checkpoint = sealed(*records, against->checkpoints, *signing, m_clock.nowUtc());
    if (!checkpoint) {
        if (checkpoint.error().code != ErrorCode::Refused) {
            return tl::unexpected(checkpoint.error());
        }
        m_err << "not sealed: " << checkpoint.error().detail << " at " << checkpoint.error().subject << '\n';
        return 1;
    }
    const auto kept = m_request.checkpoints.isEmpty() ? records->keep(*checkpoint)
                                                      : appendCheckpoint(m_request.checkpoints, *checkpoint);
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    m_out << QString::fromUtf8(QJsonDocument(toJson(*checkpoint)).toJson(QJsonDocument::Compact)) << '\n';
    return 0;
}

Result<int> AuditCommand::showKey()
{
    const auto halves = [this]() -> Result<QVector<AuditPublicKey>> {
        if (!m_request.publicKey.isEmpty()) {
            return readPublicKeyFile(m_request.publicKey);
        }
        const auto pair = key();
        return pair ? Result<QVector<AuditPublicKey>>({pair->publicKey()}) : tl::unexpected(pair.error());
    }();
    if (!halves) {
        return tl::unexpected(halves.error());
    }
    for (const AuditPublicKey &each : *halves) {
        m_out << QString::fromLatin1(each.pem());
        m_err << "key " << each.id() << '\n';
    }
    return 0;
}

Result<int> AuditCommand::makeKey()
{
    const auto made = createKeyFile(m_request.newKey);
    if (!made) {
        return tl::unexpected(made.error());
    }
    m_out << QString::fromLatin1(made->publicKey().pem());
    m_err << "key " << made->publicKey().id() << '\n';
    return 0;
}

} // namespace signalbox
