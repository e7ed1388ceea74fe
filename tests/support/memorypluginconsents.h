// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/pluginconsents.h"

#include <QSet>

namespace signalbox::test
{

/// Approvals for as long as the test runs.
class MemoryPluginConsents final : public kubernetes::PluginConsents
{
public:
    [[nodiscard]] bool isApproved(const QString &subject) const override
    {
        return m_approved.contains(subject);
    }
    void approve(const QString &subject) override { m_approved.insert(subject); }

private:
    QSet<QString> m_approved;
};

} // namespace signalbox::test
