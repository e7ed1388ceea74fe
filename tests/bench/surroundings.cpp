// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/surroundings.h"

#include <QCoreApplication>
#include <QDir>

namespace signalbox::bench
{

using namespace std::chrono_literals;

Surroundings::Surroundings()
    : m_folder(QDir::tempPath() + QStringLiteral("/signalbox-bench-XXXXXX"))
{
}

QString Surroundings::program(const QString &pathInBuild) const
{
    return QDir(QCoreApplication::applicationDirPath() + QStringLiteral("/../.."))
        .absoluteFilePath(pathInBuild);
}

MeasuredChild::Command Surroundings::child(const QString &name, const QStringList &arguments)
{
    MeasuredChild::Command command;
    command.program = QCoreApplication::applicationFilePath();
    command.arguments = QStringList{QStringLiteral("--child"), name} + arguments;
    return command;
}

QMap<QString, QString> Surroundings::windowEnvironment() const
{
    return {{QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen")},
            {QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("qt.qpa.*=false")},
            {QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")},
            {QStringLiteral("SIGNALBOX_CONFIG_DIR"), scratch(QStringLiteral("settings"))}};
}

Surroundings::Server *Surroundings::server()
{
    if (m_server || !m_serverProblem.isEmpty()) {
        return m_server.get();
    }
    const QString kubeconfig = scratch(QStringLiteral("kubeconfig"));
    auto server = std::make_unique<Server>(child(QStringLiteral("server"), {kubeconfig}));
    const auto ready = server->process.failure().isEmpty() ? server->process.expect("ready ", 120s)
                                                           : std::optional<QByteArray>();
    if (!ready) {
        m_serverProblem = QStringLiteral("server: ") + server->process.failure();
        return nullptr;
    }
    const QList<QByteArray> words = ready->split(' ');
    server->kubeconfig = kubeconfig;
    server->context = QString::fromUtf8(words.value(0));
    server->pods = words.value(1).toInt();
    server->markerUid = QString::fromUtf8(words.value(2));
    m_server = std::move(server);
    return m_server.get();
}

} // namespace signalbox::bench
