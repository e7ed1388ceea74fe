// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/kubernetes/kubeconfigloader.h"

#include <QTemporaryDir>

#include <memory>

namespace signalbox::test
{

/// A folder of kubeconfig files, for tests of what is read from them. What it is asked for lies in a new
/// folder after renew().
class KubeconfigFolder
{
public:
    /// True if there is an empty folder.
    [[nodiscard]] bool renew();
    /// Path of the file written.
    QString write(const QString &name, const QByteArray &content);
    /// KUBECONFIG names these files; there is nothing elsewhere.
    [[nodiscard]] kubernetes::KubeconfigSources list(const QStringList &files) const;
    [[nodiscard]] kubernetes::KubeconfigSet loadText(const QByteArray &content);

protected:
    std::unique_ptr<QTemporaryDir> m_dir;
};

/// One cluster, user and context of the same name.
[[nodiscard]] QByteArray simpleConfig(const QByteArray &name, const QByteArray &server,
                                      const QByteArray &user = "token: t");
/// The first problem of a kind; null if there is none.
[[nodiscard]] const kubernetes::ConfigProblem *findProblem(const QVector<kubernetes::ConfigProblem> &problems,
                                                           kubernetes::ConfigProblem::Kind kind);

} // namespace signalbox::test
