// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/connectionscontroller.h"
#include "tests/gui/guiworld.h"
#include "tests/gui/hostileapi.h"
#include "tests/http/testcertificates.h"
#include "widgets/controls/holdbutton.h"
#include "widgets/dialogs/actiondialog.h"
#include "widgets/dialogs/connectionspage.h"

#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QSettings>
#include <QTcpServer>
#include <QTest>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace signalbox;
using namespace signalbox::test;

namespace
{

const QByteArray token = "tok3n-of-the-kubeconfig";
const QByteArray basicPassword = "passw0rd-of-the-kubeconfig";
const QByteArray proxyPassword = "passw0rd-of-the-proxy";
const QByteArray addressPassword = "passw0rd-in-an-address";
const QByteArray headerToken = "tok3n-in-a-header";
const QByteArray metricsToken = "tok3n-typed-for-prometheus";

void toStderr(QtMsgType, const QMessageLogContext &where, const QString &text)
{
    std::fprintf(stderr, "%s: %s\n", where.category, qPrintable(text));
}

/// Sends the process's standard error to a file for as long as it lives, and the log with it: QtTest would
/// keep it to itself. Everything of ours is logged, and Qt's network layer too.
class CapturedLog
{
public:
    explicit CapturedLog(const QString &file)
        : m_before(dup(STDERR_FILENO))
    {
        const int target = open(QFile::encodeName(file).constData(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        std::fflush(stderr);
        dup2(target, STDERR_FILENO);
        close(target);
        m_handler = qInstallMessageHandler(toStderr);
        QLoggingCategory::setFilterRules(QStringLiteral("signalbox.*=true\nqt.network.*=true"));
    }
    ~CapturedLog()
    {
        QLoggingCategory::setFilterRules({});
        qInstallMessageHandler(m_handler);
        std::fflush(stderr);
        dup2(m_before, STDERR_FILENO);
        close(m_before);
    }
    CapturedLog(const CapturedLog &) = delete;
    CapturedLog &operator=(const CapturedLog &) = delete;

private:
    int m_before;
    QtMessageHandler m_handler = nullptr;
};

/// The secret, and the ways it could be dressed.
QVector<QByteArray> shapesOf(const QByteArray &secret)
{
    QVector<QByteArray> shapes{secret, secret.toBase64(QByteArray::OmitTrailingEquals), secret.toHex()};
    const QString text = QString::fromUtf8(secret);
    shapes.append(QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2));
    return shapes;
}

/// What the kubeconfig of a drill holds, tokens and keys.
QVector<QByteArray> secretsIn(const QString &kubeconfig)
{
    QFile file(kubeconfig);
    QVector<QByteArray> secrets;
    if (!file.open(QIODevice::ReadOnly)) {
        return secrets;
    }
    const Json document = Json::parse(file.readAll().toStdString());
    for (const Json &user : document.at("users")) {
        for (const char *field : {"token", "client-key-data"}) {
            const std::string value = user.at("user").value(field, "");
            if (!value.empty()) {
                secrets.append(QByteArray::fromStdString(value));
            }
        }
    }
    return secrets;
}

/// Settings encode what is not plain text; this is what they hold, in plain.
QByteArray decodedSettings(const QString &file)
{
    const QSettings settings(file, QSettings::IniFormat);
    QByteArray text;
    for (const QString &key : settings.allKeys()) {
        const QVariant value = settings.value(key);
        text += key.toUtf8() + '=' + value.toString().toUtf8() +
                QJsonDocument::fromVariant(value).toJson(QJsonDocument::Compact) + '\n';
    }
    return text;
}

/// The lines of a PEM key that are the key.
QVector<QByteArray> keyLines(const char *pem)
{
    QVector<QByteArray> lines;
    for (const QByteArray &line : QByteArray(pem).split('\n')) {
        if (!line.isEmpty() && !line.startsWith("-----")) {
            lines.append(line);
        }
    }
    return lines;
}

} // namespace

/// Drives the real console with recognisable secrets in every place that takes one, and then looks for them
/// in everything it has written.
class GuiSecretsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void noSecretIsWritten();

private:
    [[nodiscard]] QByteArray ownKubeconfig(const HostileApi &api) const;
    void typeMetricsSecrets(GuiWorld &world, const QString &context);
    void promote(GuiWorld &world);
    /// Content of every file below a folder, by path.
    [[nodiscard]] static QMap<QString, QByteArray> filesBelow(const QString &folder);
};

QByteArray GuiSecretsTest::ownKubeconfig(const HostileApi &api) const
{
    const QString server = const_cast<HostileApi &>(api).server().url().toString();
    const auto user = [](const char *text, const QByteArray &secret) {
        return QString::fromLatin1(text).arg(QString::fromLatin1(secret));
    };
    QTcpServer closed;
    closed.listen(QHostAddress::LocalHost);
    const QString proxy = QStringLiteral(", proxy-url: 'http://me:%1@127.0.0.1:%2'")
                              .arg(QString::fromLatin1(proxyPassword))
                              .arg(closed.serverPort());
    const QString pair = QStringLiteral("client-certificate-data: %1, client-key-data: %2")
                             .arg(QString::fromLatin1(QByteArray(ClientCertificatePem).toBase64()),
                                  QString::fromLatin1(QByteArray(ClientKeyPem).toBase64()));
    return kubeconfigText(
        {{QStringLiteral("with-token"), server, AuthorityPem, user("token: %1", token)},
         {QStringLiteral("with-password"), server, AuthorityPem,
          user("username: me, password: %1", basicPassword)},
         {QStringLiteral("with-key"), server, AuthorityPem, pair},
         {QStringLiteral("untrusted"), server, AnotherAuthorityPem, user("token: %1", token)},
         {QStringLiteral("behind-a-proxy"), server, AuthorityPem, user("token: %1", token), proxy}});
}

void GuiSecretsTest::typeMetricsSecrets(GuiWorld &world, const QString &context)
{
    world.window().connections().showConnections(context);
    ConnectionsPage &page = world.window().connections().dialog()->connections();
    const auto type = [&page](const char *field, const QString &text) {
        auto *edit = page.findChild<QLineEdit *>(QString::fromLatin1(field));
        edit->setText(text);
        Q_EMIT edit->editingFinished();
    };
    type("prometheusUrl",
         QStringLiteral("http://me:%1@127.0.0.1:9").arg(QString::fromLatin1(addressPassword)));
    auto *hint = page.findChild<QLabel *>(QStringLiteral("secretHint"));
    QVERIFY(hint->isVisibleTo(&page));
    QCOMPARE(page.findChild<QLineEdit *>(QStringLiteral("prometheusUrl"))->text(),
             QStringLiteral("http://127.0.0.1:9"));
    type("metricsHeaders", QStringLiteral("Authorization: Bearer %1; X-Scope-OrgID: team-of-mine")
                               .arg(QString::fromLatin1(headerToken)));
    QCOMPARE(page.findChild<QLineEdit *>(QStringLiteral("metricsHeaders"))->text(),
             QStringLiteral("X-Scope-OrgID: team-of-mine"));
    auto *auth = page.findChild<QComboBox *>(QStringLiteral("metricsAuth"));
    auth->setCurrentIndex(static_cast<int>(MetricsAuth::Bearer));
    Q_EMIT auth->activated(auth->currentIndex());
    type("metricsSecret", QString::fromLatin1(metricsToken));
    QVERIFY(page.findChild<QLineEdit *>(QStringLiteral("metricsSecret"))->text().isEmpty());
}

void GuiSecretsTest::promote(GuiWorld &world)
{
    QVERIFY(world.clickRelease(world.key(QStringLiteral("shop"), QStringLiteral("checkout"))));
    QVERIFY(world.click(world.button("promoteButton")));
    ActionDialog *dialog = world.preparedPreview();
    QVERIFY(dialog);
    QTest::keyClick(GuiWorld::confirmButton(*dialog), Qt::Key_Enter);
    QVERIFY2(world.operationSays(QStringLiteral("Done and verified")), qPrintable(world.operationText()));
}

QMap<QString, QByteArray> GuiSecretsTest::filesBelow(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator below(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (below.hasNext()) {
        QFile file(below.next());
        if (file.open(QIODevice::ReadOnly)) {
            const bool isSettings = file.fileName().endsWith(QStringLiteral(".ini"));
            files.insert(file.fileName(),
                         file.readAll() + (isSettings ? decodedSettings(file.fileName()) : QByteArray()));
        }
    }
    return files;
}

void GuiSecretsTest::noSecretIsWritten()
{
    const QTemporaryDir written;
    const QTemporaryDir given; // what the console reads may hold secrets
    for (const auto &[variable, folder] :
         {std::pair("XDG_CONFIG_HOME", "/config"), std::pair("XDG_DATA_HOME", "/data"),
          std::pair("XDG_STATE_HOME", "/state"), std::pair("XDG_CACHE_HOME", "/cache"),
          std::pair("HOME", "/home")}) {
        QVERIFY(QDir().mkpath(written.path() + QLatin1String(folder)));
        qputenv(variable, QFile::encodeName(written.path() + QLatin1String(folder)));
    }
    HostileApi api;
    api.addHealthy("checkout", "registry.example/checkout:2.4.1");
    const QString own = given.filePath(QStringLiteral("kubeconfig"));
    QVERIFY(writeFile(own, ownKubeconfig(api)));
    const QString log = written.filePath(QStringLiteral("stderr"));
    QVector<QByteArray> secrets{token,           basicPassword, proxyPassword,
                                addressPassword, headerToken,   metricsToken};
    secrets += keyLines(ClientKeyPem);
    {
        const CapturedLog captured(log);
        GuiWorld world;
        QVERIFY(world.startDrill(QStringLiteral("canary-healthy")).isEmpty());
        secrets += secretsIn(world.drill().kubeconfig());
        qputenv("KUBECONFIG", QFile::encodeName(world.drill().kubeconfig() + QLatin1Char(':') + own));
        QVERIFY(world.startInstalledConsole(world.drill().context()).isEmpty());
        for (const char *context :
             {"with-token", "with-password", "with-key", "untrusted", "behind-a-proxy"}) {
            QVERIFY(world.console().workspace()->open(QString::fromLatin1(context)));
        }
        typeMetricsSecrets(world, QStringLiteral("with-token"));
        promote(world);
        QTRY_VERIFY_WITH_TIMEOUT(api.listsOf(HostileApi::rollouts) >= 3, patience); // three of them connect
        world.window().close();
    }
    qunsetenv("KUBECONFIG");
    const QMap<QString, QByteArray> files = filesBelow(written.path());
    // The net is in the water: settings, ledger, layout and log are among the files and hold what they
    // should.
    QVERIFY(files.value(written.path() + QStringLiteral("/config/signalbox/signalbox.ini"))
                .contains("team-of-mine"));
    QVERIFY(files.contains(written.path() + QStringLiteral("/state/signalbox/layout.ini")));
    QByteArray ledger;
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        ledger +=
            file.key().contains(QStringLiteral("/data/signalbox/signalbox-ledger.db")) ? *file : QByteArray();
    }
    QVERIFY(ledger.contains("succeeded"));
    QVERIFY2(files.value(log).contains("signalbox.http: "), files.value(log).left(2000).constData());
    QVERIFY(secrets.size() > 8);
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        for (const QByteArray &secret : std::as_const(secrets)) {
            for (const QByteArray &shape : shapesOf(secret)) {
                QVERIFY2(
                    !file->contains(shape),
                    qPrintable(
                        QStringLiteral("%1 holds %2").arg(file.key(), QString::fromLatin1(secret.left(40)))));
            }
        }
    }
}

QTEST_MAIN(GuiSecretsTest)
#include "guisecrets_test.moc"
