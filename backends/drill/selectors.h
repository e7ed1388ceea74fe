// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/objectstore.h"

#include <QSet>

namespace signalbox::drill
{

/// A parsed labelSelector: "a=b,c!=d,e in (f,g),h notin (i),j,!k".
class LabelSelector
{
public:
    [[nodiscard]] static Result<LabelSelector> parse(const QString &selector);
    [[nodiscard]] bool matches(const Json &object) const;
    [[nodiscard]] bool isEmpty() const { return m_requirements.isEmpty(); }

private:
    enum class Operator { In, NotIn, Exists, Absent, Greater, Less };
    struct Requirement {
        std::string key;
        Operator op = Operator::Exists;
        QVector<std::string> values;
    };
    static Result<Requirement> parseRequirement(const QString &term);
    static bool satisfied(const Requirement &requirement, const Json &labels);

    QVector<Requirement> m_requirements;
};

/// A parsed fieldSelector: "metadata.name=a,status.phase!=Running". Only fields a real server indexes for the
/// type are accepted.
class FieldSelector
{
public:
    [[nodiscard]] static Result<FieldSelector> parse(const QString &selector, const ResourceType &type);
    [[nodiscard]] bool matches(const Json &object) const;
    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }

private:
    struct Term {
        QStringList path;
        QString value;
        bool equal = true;
    };
    QVector<Term> m_terms;
};

/// Both selectors of one request.
struct Selection {
    LabelSelector labels;
    FieldSelector fields;
    [[nodiscard]] bool matches(const Json &object) const
    {
        return labels.matches(object) && fields.matches(object);
    }
    [[nodiscard]] bool isEmpty() const { return labels.isEmpty() && fields.isEmpty(); }
};

} // namespace signalbox::drill
