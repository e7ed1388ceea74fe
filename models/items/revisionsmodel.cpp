// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/revisionsmodel.h"

#include <algorithm>
#include <array>

namespace signalbox
{

namespace
{

constexpr int columnTotal = 8;

QString imageOf(const Revision &revision)
{
    return revision.images.isEmpty() ? QString() : revision.images.first().image;
}

QString digestOf(const Revision &revision)
{
    const QString image = imageOf(revision);
    const qsizetype at = image.indexOf(QLatin1Char('@'));
    return at < 0 ? QString() : image.mid(at + 1);
}

/// Roles are field terms and stay in Latin letters in every language; the view decides on their look.
QString roleWords(const Revision &revision)
{
    constexpr std::array words{"stable", "canary", "active", "preview"};
    QStringList names;
    for (const RevisionRole role : revision.roles) {
        names.append(QLatin1String(words.at(static_cast<size_t>(role))));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

void RevisionsModel::setRelease(const std::optional<Release> &release)
{
    updateRows({}, m_rows, release ? release->revisions : QVector<Revision>(), [](const Revision &revision) {
        return revision.uid.isEmpty() ? revision.hash : revision.uid;
    });
}

QModelIndex RevisionsModel::indexOf(const QString &hash) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [&hash](const Revision &revision) { return revision.hash == hash; });
    return found == m_rows.cend() ? QModelIndex() : index(static_cast<int>(found - m_rows.cbegin()), 0);
}

int RevisionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RevisionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant RevisionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Revision &revision = m_rows.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(revision, column);
    case static_cast<int>(Role::Sort):
        return raw(revision, column);
    case static_cast<int>(Role::Hash):
        return revision.hash;
    case static_cast<int>(Role::Roles):
        return QVariant::fromValue(revision.roles);
    case static_cast<int>(Role::Health):
        return QVariant::fromValue(revision.health);
    case static_cast<int>(Role::Value):
        return QVariant::fromValue(revision);
    default:
        return {};
    }
}

QVariant RevisionsModel::text(const Revision &revision, Column column) const
{
    switch (column) {
    case Column::Number:
        return revision.number > 0 ? QString::number(revision.number) : QString();
    case Column::Ready:
        return QStringLiteral("%1/%2").arg(revision.ready).arg(revision.desired);
    case Column::Created:
        return revision.created.toString(Qt::ISODate);
    default:
        return raw(revision, column);
    }
}

QVariant RevisionsModel::raw(const Revision &revision, Column column) const
{
    switch (column) {
    case Column::Number:
        return revision.number;
    case Column::Version:
        return versionOf(revision);
    case Column::Image:
        return imageOf(revision);
    case Column::Digest:
        return digestOf(revision);
    case Column::Roles:
        return roleWords(revision);
    case Column::Ready:
        return revision.ready;
    case Column::Created:
        return revision.created;
    case Column::Health:
        return static_cast<int>(revision.health);
    }
    return {};
}

QVariant RevisionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnTotal) {
        return {};
    }
    const std::array names{tr("Revision"), tr("Version"), tr("Image"),   tr("Digest"),
                           tr("Roles"),    tr("Ready"),   tr("Created"), tr("Health")};
    return names.at(static_cast<size_t>(section));
}

} // namespace signalbox
