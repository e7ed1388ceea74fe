// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/connectionscontroller.h"
#include "app/window/releasecontroller.h"
#include "tests/gui/guiworld.h"
#include "tests/gui/textcensus.h"
#include "widgets/dialogs/actiondialog.h"
#include "widgets/dialogs/commandpalette.h"
#include "widgets/dialogs/settingsdialog.h"
#include "widgets/dialogs/targetdialog.h"

#include <QComboBox>
#include <QGlyphRun>
#include <QPushButton>
#include <QRawFont>
#include <QTest>
#include <QTextLayout>

using namespace signalbox;
using namespace signalbox::test;

/// Every window and dialog, in every language, switched while it is open; and a name for assistive tools on
/// everything that takes the focus.
class GuiLanguageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_world.reset(); }
    void windowSpeaksOneLanguage_data();
    void windowSpeaksOneLanguage();
    void dialogsSpeakOneLanguage_data();
    void dialogsSpeakOneLanguage();
    void settingsDialogSwitches();
    void everythingHasAName();

private:
    void dialogRows();
    [[nodiscard]] QDialog *open(const QString &name);
    [[nodiscard]] QDialog *found(const QString &name);
    /// Waits for texts that follow with the next update; names what stays.
    void verifyLanguage(const QWidget &root, const QString &language);
    static QStringList wrongFonts(const QWidget &root, const QString &family);

    std::unique_ptr<GuiWorld> m_world;
    LanguageCheck m_check;
};

namespace
{

const QStringList languageTour{QStringLiteral("en"), QStringLiteral("zh_TW"), QStringLiteral("zh_CN"),
                               QStringLiteral("en")};

} // namespace

void GuiLanguageTest::initTestCase()
{
    prepareApplication();
    QString problem = m_check.load();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_world = std::make_unique<GuiWorld>();
    problem = m_world->start(QStringLiteral("canary-healthy"));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(m_world->clickRelease(m_world->key(QStringLiteral("shop"), QStringLiteral("checkout"))));
    QTRY_VERIFY_WITH_TIMEOUT(m_world->button("promoteButton")->isEnabled(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->console().workspace()->desk().rollbackReadiness().ready(), patience);
}

void GuiLanguageTest::verifyLanguage(const QWidget &root, const QString &language)
{
    QStringList strays;
    const bool clean = QTest::qWaitFor(
        [&] {
            strays = m_check.strays(root, language);
            return strays.isEmpty();
        },
        5000);
    QVERIFY2(clean, qPrintable(language + QStringLiteral(": ") + strays.join(QStringLiteral("\n    "))));
    if (language == QLatin1String("en")) {
        return;
    }
    const QString family =
        language == QLatin1String("zh_TW") ? QStringLiteral("CJK TC") : QStringLiteral("CJK SC");
    const QStringList wrong = wrongFonts(root, family);
    QVERIFY2(wrong.isEmpty(),
             qPrintable(language + QStringLiteral(": ") + wrong.join(QStringLiteral("\n    "))));
}

/// Chinese glyphs that would come from another family than Noto Sans (Mono) `family`.
QStringList GuiLanguageTest::wrongFonts(const QWidget &root, const QString &family)
{
    QStringList wrong;
    QSet<QString> seen;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const QFont font = widget->font();
        if (!widget->isVisible() || seen.contains(font.key())) {
            continue;
        }
        seen.insert(font.key());
        QTextLayout layout(QStringLiteral("發佈回滾发布"), font);
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
        for (const QGlyphRun &run : layout.glyphRuns()) {
            const QString name = run.rawFont().familyName();
            if (!name.startsWith(QLatin1String("Noto Sans")) || !name.endsWith(family)) {
                wrong.append(QStringLiteral("%1 %2: %3 instead of %4")
                                 .arg(QString::fromLatin1(widget->metaObject()->className()),
                                      widget->objectName(), name, family));
            }
        }
    }
    return wrong;
}

void GuiLanguageTest::windowSpeaksOneLanguage_data()
{
    QTest::addColumn<int>("command");
    QTest::newRow("canary") << static_cast<int>(Command::CanaryTab);
    QTest::newRow("blue/green") << static_cast<int>(Command::BlueGreenTab);
    QTest::newRow("timeline") << static_cast<int>(Command::TimelineTab);
    QTest::newRow("checklist") << static_cast<int>(Command::ChecklistTab);
    QTest::newRow("plan") << static_cast<int>(Command::PlanTab);
    QTest::newRow("pods") << static_cast<int>(Command::PodsTab);
}

void GuiLanguageTest::windowSpeaksOneLanguage()
{
    QFETCH(int, command);
    m_world->window().run(static_cast<Command>(command));
    for (const QString &language : languageTour) {
        m_world->console().settings().setLanguage(language);
        verifyLanguage(m_world->window(), language);
        if (QTest::currentTestFailed()) {
            break;
        }
    }
    m_world->console().settings().setLanguage(QStringLiteral("en"));
}

void GuiLanguageTest::dialogRows()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"settings", "connections", "palette", "promote", "rollback", "image", "revision"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void GuiLanguageTest::dialogsSpeakOneLanguage_data()
{
    dialogRows();
}

QDialog *GuiLanguageTest::found(const QString &name)
{
    if (name == QLatin1String("settings") || name == QLatin1String("connections")) {
        return m_world->window().connections().dialog();
    }
    if (name == QLatin1String("palette")) {
        return &m_world->window().palettePopup();
    }
    if (name == QLatin1String("image") || name == QLatin1String("revision")) {
        return m_world->window().findChild<TargetDialog *>();
    }
    return m_world->preparedPreview();
}

QDialog *GuiLanguageTest::open(const QString &name)
{
    MainWindow &window = m_world->window();
    if (name == QLatin1String("settings")) {
        window.run(Command::Settings);
    } else if (name == QLatin1String("connections")) {
        window.connections().showConnections(m_world->drill().context());
    } else if (name == QLatin1String("palette")) {
        window.run(Command::Palette);
    } else if (name == QLatin1String("promote")) {
        window.run(Command::Promote);
    } else if (name == QLatin1String("rollback")) {
        window.run(Command::RollBack);
    } else {
        window.release().requestAction(name == QLatin1String("image") ? ActionKind::SetImage
                                                                      : ActionKind::Undo);
    }
    const QPointer<QDialog> dialog = found(name);
    return dialog && QTest::qWaitFor([dialog] { return dialog && dialog->isVisible(); }, patience)
               ? dialog.data()
               : nullptr;
}

void GuiLanguageTest::dialogsSpeakOneLanguage()
{
    QFETCH(QString, name);
    const QPointer<QDialog> dialog = open(name);
    QVERIFY(dialog);
    for (const QString &language : languageTour) {
        m_world->console().settings().setLanguage(language);
        verifyLanguage(*dialog, language);
        if (QTest::currentTestFailed()) {
            break;
        }
    }
    m_world->console().settings().setLanguage(QStringLiteral("en"));
    dialog->reject();
    // Gone, not only hidden: all but the palette are made anew each time.
    QTRY_VERIFY_WITH_TIMEOUT(!dialog || dialog == &m_world->window().palettePopup(), patience);
}

void GuiLanguageTest::settingsDialogSwitches()
{
    const QPointer<QDialog> dialog = open(QStringLiteral("settings"));
    QVERIFY(dialog);
    auto *box = dialog->findChild<QComboBox *>(QStringLiteral("languageBox"));
    QVERIFY(box);
    QCOMPARE(box->currentIndex(), 0);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(m_world->console().settings().language(), QStringLiteral("zh_TW"));
    verifyLanguage(m_world->window(), QStringLiteral("zh_TW"));
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(m_world->console().settings().language(), QStringLiteral("en"));
    dialog->reject();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patience);
}

void GuiLanguageTest::everythingHasAName()
{
    for (const Command command :
         {Command::CanaryTab, Command::BlueGreenTab, Command::TimelineTab, Command::PodsTab}) {
        m_world->window().run(command);
        const QStringList nameless = namelessFocusables(m_world->window());
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
    }
    for (const char *name :
         {"settings", "connections", "palette", "promote", "rollback", "image", "revision"}) {
        const QPointer<QDialog> dialog = open(QString::fromLatin1(name));
        QVERIFY2(dialog, name);
        const QStringList nameless = namelessFocusables(*dialog);
        dialog->reject();
        QVERIFY2(nameless.isEmpty(), qPrintable(QString::fromLatin1(name) + QStringLiteral(": ") +
                                                nameless.join(QStringLiteral(", "))));
        // Gone, not only hidden: all but the palette are made anew each time.
        QTRY_VERIFY_WITH_TIMEOUT(!dialog || dialog == &m_world->window().palettePopup(), patience);
    }
}

QTEST_MAIN(GuiLanguageTest)
#include "guilanguage_test.moc"
