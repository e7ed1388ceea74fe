// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QVector>

namespace signalbox
{

/// A value of a YAML document with its place. Unlike yaml-cpp's own nodes it keeps keys that occur twice, and
/// nothing in it is shared, so its size is bounded by that of the text.
struct PlanNode {
    enum class Kind { Null, Scalar, List, Map };
    Kind kind = Kind::Null;
    int line = 0;   ///< from 1
    int column = 0; ///< from 1, in characters
    QString text;   ///< Scalar
    bool quoted = false;
    QVector<PlanNode> keys;  ///< Map, in the order of the file
    QVector<PlanNode> items; ///< List; Map: the values of `keys`
    /// @return null if there is none; the first if there are several
    [[nodiscard]] const PlanNode *value(const QString &key) const
    {
        for (qsizetype i = 0; i < keys.size(); ++i) {
            if (keys.at(i).text == key) {
                return &items.at(i);
            }
        }
        return nullptr;
    }
};

} // namespace signalbox
