// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/reportfile.h"

#include "backends/probes/findings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace signalbox::probes
{

namespace
{

constexpr qint64 LargestFile = qint64(16) * 1024 * 1024;

/// "registry:5000/shop/cart:1.2@sha256:…" without tag and digest.
QString repositoryOf(const QString &image)
{
    const QString named = image.section(QLatin1Char('@'), 0, 0);
    const qsizetype colon = named.lastIndexOf(QLatin1Char(':'));
    return colon > named.lastIndexOf(QLatin1Char('/')) ? named.left(colon) : named;
}

QString shortDigest(const QSet<QString> &digests)
{
    QStringList all(digests.begin(), digests.end());
    all.sort();
    for (QString &digest : all) {
        digest.truncate(19); // the algorithm and twelve digits, as people quote them
    }
    return shortList(all, 2);
}

} // namespace

Result<QByteArray> readReportFile(const QString &name, const QString &folder)
{
    const auto missing = [&name](const char *why) {
        return failure(ErrorCode::NotFound, ErrorLayer::Storage, QLatin1String(why), name);
    };
    QString path = QDir::cleanPath(name);
    if (QDir::isRelativePath(path)) {
        if (folder.isEmpty() || path == QLatin1String("..") || path.startsWith(QLatin1String("../"))) {
            return missing("not below the folder of reports");
        }
        path = QDir(folder).filePath(path);
    }
    const QFileInfo info(path);
    if (!info.isFile()) { // a pipe would block, a device would never end
        return missing("no such file");
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Storage, ErrorLayer::Storage, file.errorString(), name);
    }
    const QByteArray content = file.read(LargestFile + 1);
    if (content.size() > LargestFile) {
        return failure(ErrorCode::TooLarge, ErrorLayer::Storage, QStringLiteral("too large"), name);
    }
    return content;
}

ProbeFinding reportUnreadable(const Error &error, const QString &name)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return unknown("report-missing", {name});
    case ErrorCode::TooLarge:
        return unknown("report-too-large", {name});
    default:
        return unknown("report-unreadable", {name, error.detail});
    }
}

QSet<QString> digestsOf(const QVector<ContainerImage> &images, const QString &repository)
{
    QSet<QString> digests;
    for (const ContainerImage &image : images) {
        if (repositoryOf(image.image) == repository) {
            digests.unite(digestsIn(image.image));
        }
    }
    return digests;
}

bool hasImageOf(const QVector<ContainerImage> &images, const QString &repository)
{
    return std::any_of(images.begin(), images.end(), [&repository](const ContainerImage &image) {
        return repositoryOf(image.image) == repository;
    });
}

QSet<QString> digestsIn(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("\\bsha256:[0-9a-f]{64}\\b"));
    QSet<QString> digests;
    for (auto found = shape.globalMatch(text); found.hasNext();) {
        digests.insert(found.next().captured());
    }
    return digests;
}

std::optional<ProbeFinding> boundElsewhere(const QSet<QString> &found, const QSet<QString> &wanted)
{
    if (found.isEmpty()) {
        return unknown("report-unbound");
    }
    if (!wanted.contains(found)) {
        return unknown("report-other-artefact", {shortDigest(found), shortDigest(wanted)});
    }
    return std::nullopt;
}

} // namespace signalbox::probes
