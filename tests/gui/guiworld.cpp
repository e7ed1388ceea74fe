// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/guiworld.h"

#include "models/items/fleetmodel.h"
#include "widgets/controls/holdbutton.h"
#include "widgets/dialogs/actiondialog.h"
#include "widgets/panels/fleetpanel.h"
#include "widgets/panels/operationpanel.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTest>
#include <QTreeView>

namespace signalbox::test
{

namespace
{

QModelIndex rowOf(const QAbstractItemModel &model, const ReleaseKey &key)
{
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            const QVariant shown = index.data(static_cast<int>(FleetModel::Role::Key));
            if (shown.canConvert<ReleaseKey>() && shown.value<ReleaseKey>() == key) {
                return index;
            }
        }
    }
    return {};
}

} // namespace

void prepareApplication()
{
    QApplication::setApplicationName(QStringLiteral("signalbox"));
    QApplication::setStyle(QStringLiteral("Fusion"));
}

GuiWorld::~GuiWorld()
{
    // As at the end of the program: the console first, then what it talks to.
    m_console.reset();
}

QString GuiWorld::start(const QString &scenario, const QString &user)
{
    if (const QString problem = startDrill(scenario); !problem.isEmpty()) {
        return problem;
    }
    return startConsole(m_drill.kubeconfig(), m_drill.contextOf(user));
}

QString GuiWorld::startDrill(const QString &scenario)
{
    QStringList arguments{scenario, QStringLiteral("--speed"), QStringLiteral("60")};
    if (!m_plans) {
        arguments.append(QStringLiteral("--no-plans"));
    }
    const QString problem = m_drill.start(arguments);
    return problem.isEmpty() ? m_api.connectTo(m_drill.kubeconfig(), m_drill.context()) : problem;
}

QString GuiWorld::startConsole(const QString &kubeconfig, const QString &context)
{
    ConsoleOptions options;
    options.kubeconfig = kubeconfig;
    options.context = context;
    options.configDirectory = m_folder.path();
    options.safeMode = true;
    options.rehearsal = m_plans;
    return startConsole(std::move(options));
}

QString GuiWorld::startInstalledConsole(const QString &context)
{
    ConsoleOptions options;
    options.context = context;
    return startConsole(std::move(options));
}

QString GuiWorld::startConsole(ConsoleOptions options)
{
    m_context = options.context;
    options.prometheus = m_drill.prometheus();
    options.alertmanager = m_drill.alertmanager();
    m_console = std::make_unique<Console>(*qobject_cast<QApplication *>(QCoreApplication::instance()),
                                          std::move(options));
    m_console->settings().setLanguage(QStringLiteral("en"));
    m_console->start();
    return QTest::qWaitForWindowActive(m_console->window(), patience)
               ? QString()
               : QStringLiteral("the window did not become active");
}

ReleaseKey GuiWorld::key(const QString &namespaceName, const QString &name, ReleaseKind kind) const
{
    return {ClusterId(m_context), namespaceName, name, kind};
}

bool GuiWorld::clickRelease(const ReleaseKey &key)
{
    auto *list = window().findChild<QTreeView *>(QStringLiteral("fleetList"));
    if (!QTest::qWaitFor([&] { return rowOf(*list->model(), key).isValid(); }, patience)) {
        return false;
    }
    const QModelIndex index = rowOf(*list->model(), key);
    list->scrollTo(index);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
    return window().fleet().selected() == key;
}

QPushButton *GuiWorld::button(const char *objectName)
{
    return window().findChild<QPushButton *>(QString::fromLatin1(objectName));
}

QPushButton *GuiWorld::actionButton(ActionKind kind)
{
    return window().findChild<QPushButton *>(QStringLiteral("action%1").arg(static_cast<int>(kind)));
}

bool GuiWorld::click(QPushButton *button)
{
    if (!button ||
        !QTest::qWaitFor([button] { return button->isEnabled() && button->isVisible(); }, patience)) {
        return false;
    }
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

ActionDialog *GuiWorld::preparedPreview()
{
    ActionDialog *found = nullptr;
    const auto ready = [&] {
        found = window().findChild<ActionDialog *>();
        return found && found->isVisible() && confirmButton(*found)->isEnabled();
    };
    return QTest::qWaitFor(ready, patience) ? found : nullptr;
}

HoldButton *GuiWorld::confirmButton(ActionDialog &dialog)
{
    return dialog.findChild<HoldButton *>(QStringLiteral("confirmButton"));
}

QString GuiWorld::operationText()
{
    const auto *panel = window().findChild<OperationPanel *>();
    return panel && panel->isVisible() ? textsOf(*panel) : QString();
}

bool GuiWorld::operationSays(const QString &text)
{
    return QTest::qWaitFor([&] { return operationText().contains(text); }, patience);
}

QString GuiWorld::textsOf(const QWidget &root)
{
    QStringList lines;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible()) {
            continue;
        }
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            lines.append(label->text());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            lines.append(button->text());
        }
        lines.append(widget->toolTip());
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

Json GuiWorld::rollout(const QString &namespaceName, const QString &name)
{
    return m_api
        .get(QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/%1/rollouts/%2").arg(namespaceName, name))
        .body;
}

int GuiWorld::canaryWeight(const QString &namespaceName, const Json &rollout)
{
    const Json canary = rollout.at("spec").at("strategy").at("canary");
    const std::string service = canary.at("canaryService").get<std::string>();
    const std::string name = canary.at("trafficRouting").at("istio").at("virtualService").at("name");
    const Json route =
        m_api
            .get(QStringLiteral("/apis/networking.istio.io/v1/namespaces/%1/virtualservices/%2")
                     .arg(namespaceName, QString::fromStdString(name)))
            .body;
    for (const Json &destination : route.at("spec").at("http").at(0).at("route")) {
        if (destination.at("destination").at("host").get<std::string>().rfind(service, 0) == 0) {
            return destination.value("weight", 0);
        }
    }
    return -1;
}

} // namespace signalbox::test
