// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "centreworld.h"
#include "pseudotranslator.h"
#include "widgets/panels/bluegreentab.h"
#include "widgets/panels/canarytab.h"
#include "widgets/panels/podstab.h"
#include "widgets/panels/releasepanel.h"
#include "widgets/panels/servicesdelegate.h"
#include "widgets/style/format.h"
#include "widgets/track/trackview.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCoreApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace signalbox;

namespace
{

/// Object or class names of everything that takes the focus and has no name for assistive tools.
QStringList namelessFocusables(const QWidget &root)
{
    QStringList nameless;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const bool isInner = qstrcmp(widget->metaObject()->className(), "QWidget") == 0 ||
                             widget->objectName().startsWith(QStringLiteral("qt_")) ||
                             qobject_cast<const QAbstractButton *>(widget->parentWidget()) != nullptr;
        if (widget->focusPolicy() == Qt::NoFocus || isInner) {
            continue;
        }
        QAccessibleInterface *interface =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (interface == nullptr || interface->text(QAccessible::Name).isEmpty()) {
            nameless << QStringLiteral("%1 (%2)").arg(QString::fromLatin1(widget->metaObject()->className()),
                                                      widget->objectName());
        }
    }
    return nameless;
}

/// Texts of all visible labels and tabs.
QStringList shownTexts(const QWidget &root)
{
    QStringList texts;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (!label->text().isEmpty() && label->isVisible()) {
            texts << label->text();
        }
    }
    if (const auto *tabs = root.findChild<QTabWidget *>()) {
        for (int i = 0; i < tabs->count(); ++i) {
            texts << tabs->tabText(i);
        }
    }
    return texts;
}

void settle()
{
    for (int i = 0; i < 4; ++i) {
        QCoreApplication::processEvents();
    }
}

} // namespace

class CentreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingFocusableHasAName()
    {
        CentreWorld world;
        ReleasePanel panel({world.fleet(), world.metrics(), world.activity()});
        panel.setNow(world.now());
        panel.resize(900, 900);
        panel.show();
        world.show(world.canary());
        panel.showRelease(world.canary());
        QTRY_COMPARE(world.metrics().panels().size(), 5);
        for (int page = 0; page <= static_cast<int>(ReleasePanel::Page::Pods); ++page) {
            panel.showPage(static_cast<ReleasePanel::Page>(page));
            settle();
            QCOMPARE(namelessFocusables(panel).join(QLatin1Char(' ')), QString());
        }
    }

    void allLabelsArePlainText()
    {
        CentreWorld world;
        ReleasePanel panel({world.fleet(), world.metrics(), world.activity()});
        panel.show();
        const auto labels = panel.findChildren<QLabel *>();
        QVERIFY(labels.size() > 10);
        for (const QLabel *label : labels) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }

    void languageSwitchesWhileRunning()
    {
        CentreWorld world;
        ReleasePanel panel({world.fleet(), world.metrics(), world.activity()});
        panel.setNow(world.now());
        panel.resize(900, 900);
        panel.show();
        world.show(world.canary());
        panel.showRelease(world.canary());
        QTRY_VERIFY(!world.metrics().panels().isEmpty() && world.metrics().panels().first().canaryNow.value);
        QTRY_COMPARE(panel.findChild<QTableView *>(QStringLiteral("services"))->model()->rowCount(), 3);
        settle();
        const QStringList english = shownTexts(panel);
        QVERIFY(english.contains(QStringLiteral("Canary")));
        const QString trackName = panel.findChild<TrackView *>()->accessibleName();

        PseudoTranslator translator;
        QCoreApplication::installTranslator(&translator);
        settle();
        const QStringList other = shownTexts(panel);
        QVERIFY(other.contains(PseudoTranslator::pseudo(QStringLiteral("Canary"))));
        QVERIFY(panel.findChild<TrackView *>()->accessibleName() != trackName);
        // What is left in Latin letters must be external: names, versions, metric titles, clock and zone.
        static const QStringList external = {
            QStringLiteral("cart"),        QStringLiteral("7.0 → 8.0"),     QStringLiteral("HTTP error rate"),
            QStringLiteral("Latency p95"), QStringLiteral("Login success"), QStringLiteral("Queue length"),
            QStringLiteral("Memory")};
        for (const QString &text : english) {
            const bool hasLetters =
                std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetter(); });
            if (hasLetters && !external.contains(text)) {
                QVERIFY2(!other.contains(text), qPrintable(text));
            }
        }
        QCoreApplication::removeTranslator(&translator);
        settle();
        QCOMPARE(shownTexts(panel), english);
    }

    void showsWhatTheStoresHold()
    {
        CentreWorld world;
        ReleasePanel panel({world.fleet(), world.metrics(), world.activity()});
        panel.setNow(world.now());
        panel.show();
        world.show(world.canary());
        panel.showRelease(world.canary());
        const auto *track = panel.findChild<TrackView *>();
        QCOMPARE(track->content().kind, TrackKind::Canary);
        QVERIFY(track->content().freshLabel.contains(QStringLiteral("8.0")));
        world.api().remove<RolloutRow>({QStringLiteral("u-cart")});
        QTRY_VERIFY(world.fleet().release(world.canary()) == nullptr);
        QTRY_VERIFY(track->content().stations.isEmpty());
    }

    void blueGreenOpensItsOwnPage()
    {
        CentreWorld world;
        ReleasePanel panel({world.fleet(), world.metrics(), world.activity()});
        panel.show();
        panel.showRelease(world.blueGreen());
        QVERIFY(panel.findChild<BlueGreenTab *>()->isVisible());
        panel.showRelease(world.canary());
        QVERIFY(panel.findChild<CanaryTab *>()->isVisible());
    }

    void podsAreWatchedOnlyWhileShown()
    {
        CentreWorld world;
        ReleasePanel panel({world.fleet(), world.metrics(), world.activity()});
        panel.show();
        panel.showRelease(world.canary());
        QVERIFY(!world.api().watched.contains(ResourceKind::Pod));
        panel.showPage(ReleasePanel::Page::Pods);
        QTRY_VERIFY(world.api().watched.contains(ResourceKind::Pod));
        auto *table = panel.findChild<PodsTab *>()->findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 5);
        panel.showPage(ReleasePanel::Page::Timeline);
        QTRY_VERIFY(!world.api().watched.contains(ResourceKind::Pod));
    }

    void servicesAreComparedAndNamed()
    {
        CentreWorld world;
        ReleasePanel panel({world.fleet(), world.metrics(), world.activity()});
        panel.setNow(world.now());
        panel.show();
        world.show(world.canary());
        panel.showRelease(world.canary());
        auto *table = panel.findChild<QTableView *>(QStringLiteral("services"));
        QTRY_COMPARE(table->model()->rowCount(), 3);
        const auto *delegate = static_cast<const ServicesDelegate *>(table->itemDelegate());
        const auto verdict = [&] { return delegate->look(table->model()->index(0, 8)).text; };
        QTRY_COMPARE(verdict(), QStringLiteral("worse than blue"));
        QCOMPARE(delegate->look(table->model()->index(0, 0)).text, QStringLiteral("cart"));
        QCOMPARE(delegate->look(table->model()->index(1, 3)).text, dashText()); // not asked
    }

    void enterOnARowAsksForAPreview()
    {
        CentreWorld world;
        ReleasePanel panel({world.fleet(), world.metrics(), world.activity()});
        panel.setNow(world.now());
        panel.show();
        panel.showRelease(world.canary());
        QSignalSpy undo(&panel, &ReleasePanel::undoRequested);
        auto *revisions = panel.findChild<QTableView *>(QStringLiteral("revisions"));
        QCOMPARE(revisions->model()->rowCount(), 3);
        revisions->setCurrentIndex(revisions->model()->index(0, 1));
        QTest::keyClick(revisions, Qt::Key_Return);
        QCOMPARE(undo.count(), 0); // the wanted version itself
        revisions->setCurrentIndex(revisions->model()->index(2, 1));
        QTest::keyClick(revisions, Qt::Key_Return);
        QCOMPARE(undo.count(), 1);
        QCOMPARE(undo.first().at(0).value<ReleaseKey>(), world.canary());
        QCOMPARE(undo.first().at(1).toString(), QStringLiteral("older"));
    }

    void withoutAReleaseItSaysSo()
    {
        CentreWorld world;
        ReleasePanel panel({world.fleet(), world.metrics(), world.activity()});
        panel.show();
        panel.showRelease(std::nullopt);
        QVERIFY(shownTexts(panel).contains(QStringLiteral("No release selected")));
    }
};

QTEST_MAIN(CentreTest)
#include "centre_test.moc"
