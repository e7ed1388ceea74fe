// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/jsontext.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace signalbox::drill
{

/// One run of kubectl.
struct KubectlRun {
    int code = -1; ///< -1: it did not end by itself
    QString out;
    QString err;
    qint64 milliseconds = 0;
    [[nodiscard]] QByteArray story() const { return (out + QStringLiteral("\n--- stderr\n") + err).toUtf8(); }
};

inline QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// Each line with single spaces only: columns are padded to what happens to be in them.
inline QString simplifiedLines(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(QLatin1Char('\n')))
        lines.append(line.simplified());
    return lines.join(QLatin1Char('\n'));
}

/// The kubectl of this machine as a client nobody here wrote, with a home of its own.
class Kubectl
{
public:
    static constexpr int patience = 20'000; ///< ms

    /// @return false: there is none
    bool find()
    {
        m_binary = QStandardPaths::findExecutable(QStringLiteral("kubectl"));
        if (m_binary.isEmpty())
            return false;
        QProcess version;
        version.start(m_binary, words("version --client -o json"));
        if (!version.waitForFinished(patience))
            return false;
        m_minor = text(parsed(version.readAllStandardOutput()), {"clientVersion", "minor"}).left(2).toInt();
        return m_minor > 0;
    }
    /// Of its own version 1.x
    [[nodiscard]] int minor() const { return m_minor; }
    [[nodiscard]] QString path(const QString &name) const { return m_home.filePath(name); }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }

    std::unique_ptr<QProcess> start(const QString &kubeconfig, const QStringList &arguments)
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_home.path());
        environment.insert(QStringLiteral("KUBECONFIG"), kubeconfig);
        for (const char *name :
             {"HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"})
            environment.remove(QString::fromLatin1(name));
        process->setProcessEnvironment(environment);
        process->start(m_binary, arguments);
        return process;
    }

    /// Runs it to its end; the event loop goes on meanwhile.
    KubectlRun run(const QString &kubeconfig, const QStringList &arguments, const QByteArray &input = {},
                   int within = patience)
    {
        QElapsedTimer timer;
        timer.start();
        const auto process = start(kubeconfig, arguments);
        process->write(input);
        process->closeWriteChannel();
        KubectlRun result;
        if (!QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, within)) {
            process->kill();
            process->waitForFinished(1000);
            result.err = QStringLiteral("(timed out)");
        } else if (process->exitStatus() == QProcess::NormalExit) {
            result.code = process->exitCode();
        }
        result.milliseconds = timer.elapsed();
        result.out = QString::fromUtf8(process->readAllStandardOutput());
        result.err += QString::fromUtf8(process->readAllStandardError());
        return result;
    }

private:
    QString m_binary;
    int m_minor = 0;
    QTemporaryDir m_home;
};

} // namespace signalbox::drill
