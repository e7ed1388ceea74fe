// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/secretstore.h"

#include <QPointer>
#include <qt6keychain/keychain.h>

namespace signalbox
{

namespace
{

QString service()
{
    return QStringLiteral("signalbox");
}

} // namespace

SecretStore::SecretStore(QObject *parent)
    : QObject(parent)
{
}

void SecretStore::read(const QString &key, QObject *context, std::function<void(const QString &)> found)
{
    if (m_session.contains(key)) {
        found(m_session.value(key));
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(service(), this);
    job->setKey(key);
    // Without this the library would fall back to an unencrypted settings file.
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, context, [job, found = std::move(found)] {
        found(job->error() == QKeychain::NoError ? job->textData() : QString());
    });
    job->start();
}

void SecretStore::write(const QString &key, const QString &secret)
{
    m_session.insert(key, secret);
    auto *job = new QKeychain::WritePasswordJob(service(), this);
    job->setKey(key);
    job->setInsecureFallback(false);
    job->setTextData(secret);
    connect(job, &QKeychain::Job::finished, this, [this, job] {
        m_problem.reset();
        if (job->error() != QKeychain::NoError) {
            m_problem = Error{ErrorCode::Storage, ErrorLayer::Credentials,          0, {},
                              job->errorString(), QStringLiteral("Secret Service"), {}};
        }
        Q_EMIT problemChanged();
    });
    job->start();
}

} // namespace signalbox
