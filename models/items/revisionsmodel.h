// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"
#include "models/items/rowmodel.h"

namespace signalbox
{

/// Revisions of one release, newest first. Rows are known by hash.
class RevisionsModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Column { Number, Version, Image, Digest, Roles, Ready, Created, Health };
    Q_ENUM(Column)
    enum class Role {
        Sort = Qt::UserRole + 1,
        Hash,
        Roles,  ///< QVector<RevisionRole>
        Health, ///< RevisionHealth
        Value,  ///< Revision
    };
    Q_ENUM(Role)

    using TableModel::TableModel;
    /// Takes the revisions of a snapshot; none empties the model.
    void setRelease(const std::optional<Release> &release);
    [[nodiscard]] QModelIndex indexOf(const QString &hash) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant text(const Revision &revision, Column column) const;
    [[nodiscard]] QVariant raw(const Revision &revision, Column column) const;

    QVector<Revision> m_rows;
};

} // namespace signalbox
