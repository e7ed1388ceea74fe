// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "centreworld.h"
#include "pseudotranslator.h"
#include "samplereleases.h"
#include "widgets/panels/releasepanel.h"
#include "widgets/style/fonts.h"
#include "widgets/style/theme.h"
#include "widgets/track/trackview.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace signalbox;

/// Renders the centre's widgets in each language and theme. With SIGNALBOX_RENDER_DIR set, the pictures stay
/// there for people to look at.
class CentreRenderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void everyLook_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("mode");
        for (const char *language : {"en", "zh_TW", "zh_CN"}) {
            for (const ThemeChoice mode :
                 {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast}) {
                QTest::addRow("%s-%d", language, static_cast<int>(mode))
                    << QString::fromLatin1(language) << static_cast<int>(mode);
            }
        }
    }

    void everyLook()
    {
        QFETCH(QString, language);
        QFETCH(int, mode);
        const QLocale locale(language);
        QLocale::setDefault(locale);
        Fonts::apply(*qApp, locale);
        m_theme->setMode(static_cast<ThemeChoice>(mode));
        PseudoTranslator translator;
        if (language != QStringLiteral("en")) {
            QCoreApplication::installTranslator(&translator);
        }
        renderTracks();
        renderPages();
        QCoreApplication::removeTranslator(&translator);
    }

    void cleanupTestCase() { m_theme.reset(); }

private:
    void renderTracks()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        for (const Release &release :
             {samples::canaryAtGate(), samples::canaryBaking(), samples::canaryAborted(), samples::steady(),
              samples::blueGreenWaiting(), samples::blueGreenSwitched(), samples::rollingDeployment(),
              samples::longCanary(40, 21), samples::longCanary(400, 200)}) {
            auto *view = new TrackView(&window);
            view->setNow(samples::now());
            view->setRelease(release);
            view->setMeasuredShare(11);
            column->addWidget(view);
        }
        save(window, QSize(800, window.sizeHint().height()), QStringLiteral("tracks"));
    }

    void renderPages()
    {
        CentreWorld world;
        ReleasePanel panel({world.fleet(), world.metrics(), world.activity()});
        panel.setZone(TimeZoneChoice::Utc);
        panel.setNow(world.now());
        panel.setAutoFillBackground(true);
        panel.resize(890, 900);
        panel.show();
        world.show(world.canary());
        panel.showRelease(world.canary());
        QTRY_COMPARE(world.metrics().panels().size(), 5);
        QTRY_VERIFY(!world.metrics().panels().first().canary.isEmpty());
        QTest::qWait(300); // the comparison of services is coalesced
        for (const auto page :
             {ReleasePanel::Page::Canary, ReleasePanel::Page::Timeline, ReleasePanel::Page::Pods}) {
            panel.showPage(page);
            QCoreApplication::processEvents();
            save(panel, panel.size(), QStringLiteral("page%1").arg(static_cast<int>(page)));
        }
        world.show(world.blueGreen());
        panel.showRelease(world.blueGreen());
        panel.showPage(ReleasePanel::Page::BlueGreen);
        QCoreApplication::processEvents();
        save(panel, panel.size(), QStringLiteral("page-bluegreen"));
    }

    void save(QWidget &window, const QSize &size, const QString &name)
    {
        // Nested layouts settle one level at a time.
        for (int i = 0; i < 4; ++i) {
            QCoreApplication::processEvents();
        }
        window.resize(size);
        const QImage image = window.grab().toImage();
        QVERIFY(!image.isNull());
        int different = 0;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3) {
                different += image.pixel(x, y) != image.pixel(0, 0) ? 1 : 0;
            }
        }
        QVERIFY2(different > 200, "the picture is blank");
        const QString folder = qEnvironmentVariable("SIGNALBOX_RENDER_DIR", m_folder.path());
        QVERIFY(QDir().mkpath(folder));
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(image.save(QStringLiteral("%1/%2-%3.png").arg(folder, name, tag)));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(CentreRenderTest)
#include "centrerender_test.moc"
