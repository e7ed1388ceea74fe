// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/redisprobe.h"

#include "backends/api/whenfinished.h"
#include "backends/probes/findings.h"

namespace signalbox::probes
{

namespace
{

/// An answer to PING or AUTH is one short line.
constexpr qsizetype LongestLine = 1024;

QByteArray command(const QVector<QByteArray> &words)
{
    QByteArray bytes = '*' + QByteArray::number(words.size()) + "\r\n";
    for (const QByteArray &word : words) {
        bytes += '$' + QByteArray::number(word.size()) + "\r\n" + word + "\r\n";
    }
    return bytes;
}

} // namespace

void RedisProbe::run()
{
    const QString host = arguments().text("host");
    const bool encrypted = arguments().flag("tls");
    const QString credential = arguments().text("credential");
    if (credential.isEmpty()) {
        connectTo(host, arguments().number("port"), encrypted);
    } else if (!mayCarrySecret(host, encrypted)) {
        finish(unknown("secret-needs-tls", {host}));
    } else {
        whenFinished(this, reach().secret(credential),
                     [this](const Result<QString> &secret) { onSecret(secret); });
    }
}

void RedisProbe::onSecret(const Result<QString> &secret)
{
    if (!secret || secret->isEmpty()) {
        finish(unknown("secret-missing", {arguments().text("credential")}));
        return;
    }
    m_password = secret->toUtf8();
    connectTo(arguments().text("host"), arguments().number("port"), arguments().flag("tls"));
}

void RedisProbe::onConnected()
{
    if (m_password.isEmpty()) {
        m_awaitsPong = true;
        socket().write(command({"PING"}));
    } else {
        socket().write(command({"AUTH", m_password}));
    }
}

void RedisProbe::onBytes()
{
    while (!isFinished() && socket().canReadLine()) {
        onLine(socket().readLine(LongestLine + 1));
    }
    if (!isFinished() && socket().bytesAvailable() > LongestLine) {
        finish(failed("redis-unexpected", {endpoint()}));
    }
}

void RedisProbe::onLine(const QByteArray &line)
{
    const QByteArray answer = line.endsWith("\r\n") ? line.chopped(2) : QByteArray();
    if (answer.startsWith('-')) {
        finish(refusal(answer));
    } else if (m_awaitsPong && answer == "+PONG") {
        finish(passed("redis-pong", {endpoint()}));
    } else if (!m_awaitsPong && answer == "+OK") {
        m_awaitsPong = true;
        socket().write(command({"PING"}));
    } else {
        finish(failed("redis-unexpected", {endpoint()}));
    }
}

ProbeFinding RedisProbe::refusal(const QByteArray &line) const
{
    const QByteArray word = line.mid(1).split(' ').first();
    if (word == "NOAUTH") {
        return unknown("redis-no-auth", {endpoint()});
    }
    if (word == "WRONGPASS" || word == "NOPERM" || (!m_password.isEmpty() && !m_awaitsPong)) {
        return unknown("redis-auth-refused", {endpoint()});
    }
    if (word == "LOADING") {
        return failed("redis-loading", {endpoint()});
    }
    return failed("redis-error", {endpoint(), QString::fromUtf8(word)});
}

} // namespace signalbox::probes
