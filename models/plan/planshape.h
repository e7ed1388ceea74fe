// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace signalbox
{

/// A key of an object of a plan.
struct PlanKey {
    QString name;
    bool required = false;
    QStringList words; ///< the words its value may be; empty: any
};

/// The keys an object of a plan may have: the same as `properties` and `required` of the definition with the
/// same name in resources/schema, where the file as a whole is "plan".
struct PlanShape {
    QString name;
    QVector<PlanKey> keys;
    [[nodiscard]] const PlanKey *key(const QString &keyName) const;
};

[[nodiscard]] const PlanShape &planShape(const QString &name);
[[nodiscard]] QStringList planShapeNames();

} // namespace signalbox
