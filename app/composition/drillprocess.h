// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QHash>
#include <QObject>
#include <QProcess>
#include <QStringList>

namespace signalbox
{

/// Starts signalbox-drill beside the console and reads the one line it prints when it is ready. The drill
/// ends when this object is destroyed, and by itself when the console dies (its standard input closes).
class DrillProcess final : public QObject
{
    Q_OBJECT

public:
    struct Ready {
        QString kubeconfig;
        QString alertmanager;
        QStringList contexts;               ///< to open at start, one per cluster
        QHash<QString, QString> prometheus; ///< URL by context
    };

    explicit DrillProcess(QObject *parent = nullptr);
    ~DrillProcess() override;

    /// @param arguments scenario and options of signalbox-drill
    void start(const QStringList &arguments);

Q_SIGNALS:
    void ready(const signalbox::DrillProcess::Ready &drill);
    void failed(const signalbox::Error &error);

private:
    void readLine();
    void fail(const QString &detail);

    QProcess m_process;
    QByteArray m_output;
    bool m_answered = false;
};

} // namespace signalbox
