// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

#include <QByteArray>
#include <QHash>

namespace signalbox::drill
{

/// Serialised objects, kept beside the store so that listing 10,000 pods is a concatenation. An object's
/// bytes go when a newer version takes its place.
class ObjectBytes final : public QObject
{
    Q_OBJECT

public:
    explicit ObjectBytes(ObjectStore &store, QObject *parent = nullptr);

    /// The members but kind and apiVersion, without the braces: typed list items carry neither.
    [[nodiscard]] QByteArray inner(const std::shared_ptr<const Json> &object);
    /// The value of its metadata.
    [[nodiscard]] QByteArray metadata(const std::shared_ptr<const Json> &object);
    /// The whole object, as `type`.
    [[nodiscard]] QByteArray whole(const ResourceType &type, const std::shared_ptr<const Json> &object);

private:
    struct Entry {
        std::shared_ptr<const Json> object; ///< keeps the address taken
        QByteArray bytes;
        qsizetype metadataAt = 0; ///< where its value begins in `bytes`
        qsizetype metadataSize = 0;
    };
    const Entry &entryOf(const std::shared_ptr<const Json> &object);
    void forgetUnused();

    QHash<const Json *, Entry> m_entries;
    qsizetype m_nextSweep = 4096;
};

} // namespace signalbox::drill
