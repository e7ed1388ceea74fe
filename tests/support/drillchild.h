// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QProcess>
#include <QStringList>

namespace signalbox::test
{

/// A signalbox-drill of its own for a test: the program named by SIGNALBOX_DRILL. Ends with this object, and
/// with the test process if that dies first.
class DrillChild
{
public:
    ~DrillChild();

    /// Waits until the drill is ready. Empty, or why it is not.
    [[nodiscard]] QString start(const QStringList &arguments);
    /// Ends it at once, as a crash would.
    void kill();

    [[nodiscard]] const QString &kubeconfig() const { return m_kubeconfig; }
    [[nodiscard]] const QString &prometheus() const { return m_prometheus; }
    [[nodiscard]] const QString &alertmanager() const { return m_alertmanager; }
    /// Of the administrator in the first cluster.
    [[nodiscard]] const QString &context() const { return m_context; }
    /// Context of another user in the first cluster; empty: there is none.
    [[nodiscard]] QString contextOf(const QString &user) const;

private:
    QProcess m_process;
    QString m_kubeconfig;
    QString m_prometheus;
    QString m_alertmanager;
    QString m_context;
    QHash<QString, QString> m_contexts; ///< by user
};

} // namespace signalbox::test
