// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/measuredchild.h"
#include "tests/bench/row.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace signalbox::bench
{

/// What the measurements share: where the programs are, a scratch folder, and one server that all figures
/// about `big` come from.
class Surroundings
{
public:
    Surroundings();

    /// Programs of the same build tree, by their path in it.
    [[nodiscard]] QString program(const QString &pathInBuild) const;
    [[nodiscard]] QString scratch(const QString &name) const { return m_folder.filePath(name); }
    /// This program again, as one of its children.
    [[nodiscard]] static MeasuredChild::Command child(const QString &name, const QStringList &arguments);
    /// Environment of every program with a window: no display, nothing of the user's own.
    [[nodiscard]] QMap<QString, QString> windowEnvironment() const;

    struct Server {
        MeasuredChild process;
        QString kubeconfig;
        QString context;
        int pods = 0;
        QString markerUid;
        int round = 0; ///< of the last burst

        explicit Server(const MeasuredChild::Command &command)
            : process(command)
        {
        }
    };
    /// Starts it on first use. Null if it cannot be had; serverProblem() says why.
    [[nodiscard]] Server *server();
    [[nodiscard]] const QString &serverProblem() const { return m_serverProblem; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Server> m_server;
    QString m_serverProblem;
};

} // namespace signalbox::bench
