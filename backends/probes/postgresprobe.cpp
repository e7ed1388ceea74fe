// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/postgresprobe.h"

#include "backends/api/whenfinished.h"
#include "backends/probes/findings.h"

#include <QRandomGenerator>

namespace signalbox::probes
{

namespace
{

/// Streaming, hidden (the role may not see the state), all, worst delay in seconds.
constexpr const char *ReplicationQuery =
    "SELECT pg_catalog.count(*) FILTER (WHERE state = 'streaming'), "
    "pg_catalog.count(*) FILTER (WHERE state IS NULL), pg_catalog.count(*), "
    "coalesce(pg_catalog.max(extract(epoch FROM replay_lag)), 0) FROM pg_catalog.pg_stat_replication";

enum Authentication : quint32 {
    Ok = 0,
    Cleartext = 3,
    Md5 = 5,
    Sasl = 10,
    SaslContinue = 11,
    SaslFinal = 12
};

QByteArray newNonce()
{
    QByteArray bytes(18, '\0');
    for (char &byte : bytes) {
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    }
    return bytes.toBase64();
}

} // namespace

void PostgresProbe::run()
{
    const QString credential = arguments().text("credential");
    if (!wantsReplication() || credential.isEmpty()) {
        dial();
    } else if (!mayCarrySecret(arguments().text("host"),
                               arguments().text("tls") != QLatin1String("disable"))) {
        finish(unknown("secret-needs-tls", {arguments().text("host")}));
    } else {
        whenFinished(this, reach().secret(credential),
                     [this](const Result<QString> &secret) { onSecret(secret); });
    }
}

void PostgresProbe::onSecret(const Result<QString> &secret)
{
    if (!secret || secret->isEmpty()) {
        finish(unknown("secret-missing", {arguments().text("credential")}));
        return;
    }
    m_password = secret->toUtf8();
    dial();
}

void PostgresProbe::dial()
{
    connectTo(arguments().text("host"), arguments().number("port"), false);
}

void PostgresProbe::onConnected()
{
    if (arguments().text("tls") != QLatin1String("disable") && !socket().isEncrypted()) {
        m_stage = Stage::TlsAnswer;
        socket().write(postgres::tlsRequest());
        return;
    }
    m_stage = Stage::Login;
    socket().write(postgres::startup(arguments().text("user"), arguments().text("database")));
}

void PostgresProbe::onBytes()
{
    if (m_stage == Stage::TlsAnswer) {
        onTlsAnswer();
        return;
    }
    postgres::Message message;
    while (!isFinished()) {
        switch (postgres::read(socket(), message)) {
        case postgres::ReadState::Incomplete:
            return;
        case postgres::ReadState::Nonsense:
            unexpected();
            return;
        case postgres::ReadState::Read:
            onMessage(message);
        }
    }
}

void PostgresProbe::onTlsAnswer()
{
    const QByteArray answer = socket().read(1);
    if (answer == "N") {
        finish(failed("postgres-no-tls", {endpoint()}));
    } else if (answer != "S" || socket().bytesAvailable() > 0) {
        unexpected(); // bytes before the handshake would be read as if they had come encrypted
    } else {
        m_stage = Stage::Login;
        beginTls();
    }
}

void PostgresProbe::onMessage(const postgres::Message &message)
{
    switch (message.type) {
    case 'R':
        onAuthentication(message.body);
        break;
    case 'E':
        onError(postgres::readError(message.body));
        break;
    case 'D': {
        const auto row = postgres::readRow(message.body);
        m_row = row.value_or(QVector<QByteArray>());
        break;
    }
    case 'Z':
        onReadyForQuery();
        break;
    case 'S': // parameters, keys, notices, versions and the frame of an answer
    case 'K':
    case 'N':
    case 'v':
    case 'T':
    case 'C':
        break;
    default:
        unexpected();
    }
}

void PostgresProbe::onAuthentication(const QByteArray &body)
{
    const auto method = postgres::readNumber(body, 0);
    if (!method) {
        unexpected();
    } else if (!wantsReplication()) {
        // Whoever asks for a password takes connections.
        finish(passed("postgres-accepting", {endpoint()}));
        socket().write(postgres::message('X', {}));
        socket().disconnectFromHost();
    } else {
        answerAuthentication(*method, body.mid(4));
    }
}

void PostgresProbe::answerAuthentication(quint32 method, const QByteArray &data)
{
    if (method == Ok) {
        if (m_scram && !m_serverProved) {
            unexpected(); // it never showed that it knows the password
        }
    } else if (m_password.isEmpty()) {
        finish(unknown("postgres-auth-refused", {endpoint()}));
    } else if (method == Cleartext && mayCarrySecret(host(), socket().isEncrypted())) {
        socket().write(postgres::message('p', m_password + '\0'));
    } else if (method == Md5 && data.size() == 4) {
        const QByteArray user = arguments().text("user").toUtf8();
        socket().write(postgres::message('p', postgres::md5Password(m_password, user, data)));
    } else if (method == Sasl) {
        beginScram(data);
    } else if (method == SaslContinue && m_scram) {
        const auto answer = m_scram->finalMessage(data);
        answer ? void(socket().write(postgres::message('p', *answer))) : unexpected();
    } else if (method == SaslFinal && m_scram) {
        m_serverProved = m_scram->verify(data);
        if (!m_serverProved) {
            unexpected();
        }
    } else {
        finish(unknown("postgres-auth-unsupported", {endpoint(), QString::number(method)}));
    }
}

void PostgresProbe::beginScram(const QByteArray &mechanisms)
{
    const QByteArray ours = "SCRAM-SHA-256";
    if (!mechanisms.split('\0').contains(ours)) {
        finish(unknown("postgres-auth-unsupported",
                       {endpoint(), QString::fromLatin1(mechanisms.split('\0').first())}));
        return;
    }
    m_scram.emplace(m_password, newNonce());
    socket().write(postgres::saslStart(ours, m_scram->firstMessage()));
}

void PostgresProbe::onError(const postgres::ServerError &error)
{
    const bool aboutWho =
        error.state.startsWith(QLatin1String("28")) || error.state == QLatin1String("3D000");
    if (error.state == QLatin1String("57P03")) {
        const bool starting = error.text.contains(QLatin1String("starting up"));
        finish(starting ? failed("postgres-starting", {endpoint()})
                        : failed("postgres-rejecting", {endpoint(), error.text}));
    } else if (error.state == QLatin1String("53300")) {
        finish(failed("postgres-full", {endpoint()}));
    } else if (aboutWho) {
        finish(wantsReplication() ? unknown("postgres-auth-refused", {endpoint()})
                                  : passed("postgres-accepting", {endpoint()}));
    } else if (m_stage == Stage::Query) {
        finish(unknown("postgres-query-refused", {endpoint(), error.state, error.text}));
    } else {
        finish(failed("postgres-error", {endpoint(), error.state, error.text}));
    }
}

void PostgresProbe::onReadyForQuery()
{
    if (m_stage == Stage::Query) {
        finish(judgeReplication());
        socket().disconnectFromHost();
        return;
    }
    m_stage = Stage::Query;
    socket().write(postgres::message('Q', QByteArray(ReplicationQuery) + '\0'));
}

ProbeFinding PostgresProbe::judgeReplication() const
{
    bool read = m_row.size() == 4;
    const auto number = [this, &read](qsizetype column) {
        bool fine = false;
        const double value = m_row.value(column).toDouble(&fine);
        read = read && fine;
        return value;
    };
    const double streaming = number(0);
    const double hidden = number(1);
    const double all = number(2);
    const double lag = number(3);
    if (!read) {
        return failed("postgres-unexpected", {endpoint()});
    }
    const int least = arguments().number("replicas", 1);
    const QString count = QString::number(streaming, 'f', 0);
    if (hidden > 0) {
        return unknown("postgres-replicas-hidden", {endpoint(), QString::number(all, 'f', 0)});
    }
    if (streaming < least) {
        return failed("postgres-replicas-too-few", {endpoint(), count, QString::number(least)});
    }
    const auto limit = arguments().duration("lag").count();
    if (limit > 0 && lag > static_cast<double>(limit)) {
        return failed("postgres-lag", {endpoint(), QString::number(lag, 'f', 1), QString::number(limit)});
    }
    return passed("postgres-replicating", {endpoint(), count});
}

bool PostgresProbe::wantsReplication() const
{
    return arguments().text("check") == QLatin1String("replication");
}

void PostgresProbe::unexpected()
{
    finish(failed("postgres-unexpected", {endpoint()}));
}

} // namespace signalbox::probes
