// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/goduration.h"
#include "backends/kubernetes/statusreader.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::kubernetes;

class GoDurationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durations_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("seconds"); // -1: none
        QTest::newRow("number") << QByteArray("30") << 30;
        QTest::newRow("seconds") << QByteArray("30s") << 30;
        QTest::newRow("minutes") << QByteArray("5m") << 300;
        QTest::newRow("mixed") << QByteArray("1h30m5s") << 5405;
        QTest::newRow("fraction") << QByteArray("1.5h") << 5400;
        QTest::newRow("milliseconds round up") << QByteArray("1500ms") << 2;
        QTest::newRow("microseconds") << QByteArray("2000000\u00b5s") << 2;
        QTest::newRow("zero") << QByteArray("0") << 0;
        QTest::newRow("negative") << QByteArray("-5s") << -1;
        QTest::newRow("word") << QByteArray("soon") << -1;
        QTest::newRow("unknown unit") << QByteArray("3d") << -1;
        QTest::newRow("bare tail") << QByteArray("1h30") << -1;
        QTest::newRow("empty") << QByteArray("") << -1;
        QTest::newRow("absurd") << QByteArray("99999999999h") << -1;
        QTest::newRow("dots") << QByteArray("..s") << -1;
    }
    void durations()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, seconds);
        const auto parsed =
            parseGoDuration(std::string_view(text.constData(), static_cast<size_t>(text.size())));
        QCOMPARE(parsed.has_value(), seconds >= 0);
        if (parsed) {
            QCOMPARE(static_cast<int>(parsed->count()), seconds);
        }
    }

    void warnings_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("none") << QByteArray() << QStringList();
        QTest::newRow("one") << QByteArray("299 - \"unknown field \\\"spec.x\\\"\"")
                             << QStringList{QStringLiteral("unknown field \"spec.x\"")};
        QTest::newRow("two with commas inside") << QByteArray(R"(299 - "a, b", 299 - "c")")
                                                << QStringList{QStringLiteral("a, b"), QStringLiteral("c")};
        QTest::newRow("with a date") << QByteArray(R"(299 - "a" "Wed, 21 Oct 2026 07:28:00 GMT", 299 - "b")")
                                     << QStringList{QStringLiteral("a"), QStringLiteral("b")};
        QTest::newRow("unfinished") << QByteArray("299 - \"a") << QStringList();
    }
    void warnings()
    {
        QFETCH(QByteArray, header);
        QTEST(parseWarnings(header), "texts");
    }

    void statusBodies()
    {
        http::Response response;
        response.headers = {{"Content-Type", "application/json"}};
        response.body =
            R"({"kind":"Status","reason":"Invalid","message":"nope","details":{"retryAfterSeconds":2,"causes":[{"field":"spec.replicas","message":"too few"}]},"code":422})";
        Error error{ErrorCode::Invalid, ErrorLayer::Http, 422, {}, {}, {}, {}};
        readStatusBody(response, error);
        QCOMPARE(error.reason, QStringLiteral("Invalid"));
        QCOMPARE(error.detail, QStringLiteral("nope (spec.replicas: too few)"));
        QCOMPARE(error.retryAfter, std::optional<std::chrono::milliseconds>(2000));
        QVERIFY(error.subject.isEmpty());
        for (const QByteArray &body :
             {QByteArray("<html>"), QByteArray("[]"), QByteArray(R"({"kind":"Pod","message":7})")}) {
            response.body = body;
            Error untouched{ErrorCode::Server, ErrorLayer::Http, 500, {}, {}, {}, {}};
            readStatusBody(response, untouched);
            QVERIFY(untouched.reason.isEmpty());
            QVERIFY(untouched.detail.isEmpty());
        }
    }

    void statusNamesTheObject_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("details");
        QTest::addColumn<QString>("subject");
        const QString server = QStringLiteral("127.0.0.1:6443");
        QTest::newRow("right missing")
            << ErrorCode::Forbidden << QByteArray(R"({"name":"web","group":"argoproj.io","kind":"rollouts"})")
            << QStringLiteral("rollouts.argoproj.io/web");
        QTest::newRow("core object") << ErrorCode::NotFound << QByteArray(R"({"name":"web-1","kind":"pods"})")
                                     << QStringLiteral("pods/web-1");
        QTest::newRow("whole list") << ErrorCode::Forbidden << QByteArray(R"({"kind":"nodes"})")
                                    << QStringLiteral("nodes");
        QTest::newRow("no resource") << ErrorCode::Forbidden << QByteArray("{}") << server;
        QTest::newRow("server trouble")
            << ErrorCode::Server << QByteArray(R"({"name":"web-1","kind":"pods"})") << server;
    }
    void statusNamesTheObject()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QByteArray, details);
        http::Response response;
        response.headers = {{"Content-Type", "application/json"}};
        response.body = R"({"kind":"Status","reason":"X","message":"m","details":)" + details + "}";
        Error error{code, ErrorLayer::Http, 0, {}, {}, QStringLiteral("127.0.0.1:6443"), {}};
        readStatusBody(response, error);
        QTEST(error.subject, "subject");
    }
};

QTEST_GUILESS_MAIN(GoDurationTest)

#include "goduration_test.moc"
