// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pseudotranslator.h"
#include "sampledecisions.h"
#include "widgets/dialogs/decisiondialog.h"
#include "widgets/dialogs/decisionforms.h"
#include "widgets/panels/checklisttab.h"
#include "widgets/panels/decisionspanel.h"
#include "widgets/style/fonts.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace signalbox;

/// Renders the go/no-go page, the decision cards and a dialog in each language and theme. With
/// SIGNALBOX_RENDER_DIR set, the pictures stay there for people to look at; with SIGNALBOX_TRANSLATIONS, a
/// folder of .qm files, they speak the language.
class DecisionRenderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void everyLook_data();
    void everyLook();
    void cleanupTestCase() { m_theme.reset(); }

private:
    void save(QWidget &window, const QSize &size, const QString &name);

    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
};

void DecisionRenderTest::everyLook_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("mode");
    for (const char *language : {"en", "zh_TW", "zh_CN"}) {
        for (const ThemeChoice mode : {ThemeChoice::Light, ThemeChoice::Dark}) {
            QTest::addRow("%s-%d", language, static_cast<int>(mode))
                << QString::fromLatin1(language) << static_cast<int>(mode);
        }
    }
}

void DecisionRenderTest::everyLook()
{
    QFETCH(QString, language);
    QFETCH(int, mode);
    const QLocale locale(language);
    QLocale::setDefault(locale);
    Fonts::apply(*qApp, locale);
    m_theme->setMode(static_cast<ThemeChoice>(mode));
    QTranslator translator;
    PseudoTranslator pseudo;
    const QString folder = qEnvironmentVariable("SIGNALBOX_TRANSLATIONS");
    if (!folder.isEmpty() && translator.load(QStringLiteral("%1/signalbox_%2.qm").arg(folder, language))) {
        QCoreApplication::installTranslator(&translator);
    } else if (language != QStringLiteral("en")) {
        QCoreApplication::installTranslator(&pseudo);
    }
    const DecisionView view = samples::decisionView();
    ChecklistTab tab;
    tab.setZone(TimeZoneChoice::Utc);
    tab.setNow(view.readAt);
    tab.setView(view);
    tab.setAutoFillBackground(true);
    tab.show();
    save(tab, {830, 700}, QStringLiteral("checklist"));
    DecisionsPanel panel;
    panel.setZone(TimeZoneChoice::Utc);
    panel.setNow(view.readAt);
    panel.setView(view);
    panel.show();
    save(panel, {330, std::max(900, panel.sizeHint().height())}, QStringLiteral("decisions"));
    const DecisionIntent intent{DecisionIntent::Kind::OpenGate, QStringLiteral("production"), {}};
    DecisionDialog dialog([&] { return decisionForm(intent, view, view.readAt, TimeZoneChoice::Utc); });
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    save(dialog, dialog.sizeHint(), QStringLiteral("dialog"));
    QCoreApplication::removeTranslator(&translator);
    QCoreApplication::removeTranslator(&pseudo);
}

void DecisionRenderTest::save(QWidget &window, const QSize &size, const QString &name)
{
    window.resize(size);
    // Nested layouts settle one level at a time.
    for (int round = 0; round < 4; ++round) {
        QCoreApplication::processEvents();
    }
    const QImage image = window.grab().toImage();
    QVERIFY(!image.isNull());
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3) {
            colours.insert(image.pixel(x, y));
        }
    }
    QVERIFY2(colours.size() > 20, "the picture is blank");
    const QString folder = qEnvironmentVariable("SIGNALBOX_RENDER_DIR", m_folder.path());
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(image.save(
        QStringLiteral("%1/%2-%3.png").arg(folder, name, QString::fromLatin1(QTest::currentDataTag()))));
}

QTEST_MAIN(DecisionRenderTest)
#include "decisionrender_test.moc"
