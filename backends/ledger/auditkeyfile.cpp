// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/ledger/auditkeyfile.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace signalbox
{
namespace
{

constexpr qint64 longestFile = 16 * 1024;

tl::unexpected<Error> problem(const QString &path, const QString &why)
{
    return failure(ErrorCode::BadConfiguration, ErrorLayer::Credentials, why, path);
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return problem(path, file.errorString());
    }
    return file.read(longestFile);
}

tl::expected<AuditKey, Error> about(const QString &path, Result<AuditKey> key)
{
    if (!key) {
        key.error().subject = path;
    }
    return key;
}

} // namespace

Result<AuditKey> createKeyFile(const QString &path)
{
    auto key = AuditKey::generate();
    if (!key) {
        return key;
    }
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return problem(path, QString::fromLocal8Bit(std::strerror(errno)));
    }
    QFile file;
    const QByteArray pem = key->pem();
    const bool opened = file.open(descriptor, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle);
    const bool written = opened && file.write(pem) == pem.size() && file.flush() && ::fsync(descriptor) == 0;
    if (!written) {
        const auto failed = problem(path, file.errorString());
        QFile::remove(path); // half a key is none
        return failed;
    }
    return key;
}

Result<AuditKey> readKeyFile(const QString &path)
{
    struct stat about_ = {};
    if (::stat(QFile::encodeName(path).constData(), &about_) != 0) {
        return problem(path, QString::fromLocal8Bit(std::strerror(errno)));
    }
    if ((about_.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return problem(path, QStringLiteral("others may read this key: chmod 600 first"));
    }
    const auto pem = contentOf(path);
    return pem ? about(path, AuditKey::fromPem(*pem)) : tl::unexpected(pem.error());
}

Result<QVector<AuditPublicKey>> readPublicKeyFile(const QString &path)
{
    const auto content = contentOf(path);
    if (!content) {
        return tl::unexpected(content.error());
    }
    const QByteArray end("-----END PUBLIC KEY-----");
    QVector<AuditPublicKey> keys;
    QByteArray rest = content->trimmed();
    do {
        const qsizetype length = rest.indexOf(end);
        const auto key = AuditPublicKey::fromPem(length < 0 ? rest : rest.left(length + end.size()) + '\n');
        if (!key) {
            return problem(path, key.error().detail);
        }
        keys.append(*key);
        rest = rest.mid(length + end.size()).trimmed();
    } while (!rest.isEmpty());
    return keys;
}

} // namespace signalbox
