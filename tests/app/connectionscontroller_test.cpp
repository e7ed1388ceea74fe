// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/settings.h"
#include "app/window/connectionscontroller.h"
#include "widgets/dialogs/settingsdialog.h"
#include "widgets/panels/topbar.h"

#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;

class ConnectionsControllerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A dialog that closed dies a turn later; opened again in that turn, it has to be a new one.
    void reopenedInTheTurnItClosed()
    {
        const QTemporaryDir folder;
        QFile kubeconfig(folder.filePath(QStringLiteral("kubeconfig")));
        QVERIFY(kubeconfig.open(QIODevice::WriteOnly));
        kubeconfig.write("apiVersion: v1\nkind: Config\n");
        kubeconfig.close();
        Settings settings(folder.filePath(QStringLiteral("signalbox.ini")));
        Workspace workspace(settings, {kubeconfig.fileName(), {}, {}, {}, folder.path(), {}});
        QWidget window;
        TopBar bar(&window);
        ConnectionsController controller(workspace, settings, bar, window);
        controller.showSettings();
        const QPointer<SettingsDialog> first = controller.dialog();
        QVERIFY(first && first->isVisible());
        controller.showSettings();
        QCOMPARE(controller.dialog(), first.data()); // open: the same one
        first->close();
        controller.showSettings();
        const QPointer<SettingsDialog> second = controller.dialog();
        QVERIFY(second && second != first);
        QTRY_VERIFY(!first);
        QVERIFY(second);
        QVERIFY(second->isVisible());
        second->reject();
        QVERIFY(!controller.dialog());
        QTRY_VERIFY(!second);
    }
};

QTEST_MAIN(ConnectionsControllerTest)
#include "connectionscontroller_test.moc"
