// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <utility>

namespace signalbox
{

/// A string that names one kind of thing and cannot be mixed up with another kind's name.
/// There is no default value on purpose; use std::optional for "none".
template <typename Tag> class Id
{
public:
    explicit Id(QString value) : m_value(std::move(value)) {}
    [[nodiscard]] const QString &value() const { return m_value; }
    bool operator==(const Id &) const = default;
    bool operator<(const Id &other) const { return m_value < other.m_value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    QString m_value;
};

/// Name of a kubeconfig context; one connection each.
using ClusterId = Id<struct ClusterTag>;

} // namespace signalbox
