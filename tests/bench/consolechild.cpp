// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/children.h"
#include "tests/bench/consolesession.h"
#include "tests/bench/linechannel.h"

#include <QApplication>

namespace signalbox::bench
{

int runConsole(int argc, char **argv, const QStringList &arguments)
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    LineChannel channel;
    ConsoleSession session(application, {arguments.value(0), arguments.value(1), arguments.value(2).toInt(),
                                         arguments.value(3), arguments.value(4)});
    QObject::connect(&channel, &LineChannel::received, &session, &ConsoleSession::obey);
    QMetaObject::invokeMethod(&session, &ConsoleSession::load, Qt::QueuedConnection);
    return QApplication::exec();
}

} // namespace signalbox::bench
