// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/kubeconfigfile.h"

#include "backends/kubernetes/yamlfields.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QStringDecoder>

#include <nlohmann/json.hpp>

namespace signalbox::kubernetes
{

namespace
{

using Kind = ConfigProblem::Kind;

/// Name under which a cluster's extensions hold the configuration handed to exec plugins.
constexpr auto execExtensionName = "client.authentication.k8s.io/exec";

QString absolutePath(const QString &path, const QString &file)
{
    return path.isEmpty() ? path : QDir::cleanPath(QFileInfo(file).dir().absoluteFilePath(path));
}

QByteArray execExtension(YamlFields &cluster)
{
    QByteArray config;
    for (YamlFields &extension : cluster.children("extensions")) {
        if (extension.text("name") != QLatin1String(execExtensionName) || !config.isEmpty()) {
            continue;
        }
        config = yamlToJson(extension.node("extension"));
        if (config.isEmpty()) {
            extension.report(Kind::BadValue, "extension", QStringLiteral("larger than 10,000 values"));
        }
    }
    return config;
}

KubeCluster readCluster(YamlFields entry, const QString &name, const QString &file)
{
    KubeCluster cluster;
    YamlFields reader = entry.reportingTo(cluster.problems);
    YamlFields body = reader.child("cluster");
    cluster.name = name;
    cluster.file = file;
    cluster.line = entry.line();
    cluster.server = body.text("server");
    cluster.tlsServerName = body.text("tls-server-name");
    cluster.insecureSkipTlsVerify = body.boolean("insecure-skip-tls-verify");
    cluster.certificateAuthority = absolutePath(body.text("certificate-authority"), file);
    cluster.certificateAuthorityData = body.base64("certificate-authority-data");
    cluster.proxyUrl = body.text("proxy-url");
    cluster.disableCompression = body.boolean("disable-compression");
    cluster.execConfig = execExtension(body);
    return cluster;
}

ExecConfig::Interactive interactiveMode(YamlFields &exec, const QString &apiVersion)
{
    const QString mode = exec.text("interactiveMode");
    if (mode == QLatin1String("Never")) {
        return ExecConfig::Interactive::Never;
    }
    if (mode == QLatin1String("Always")) {
        return ExecConfig::Interactive::Always;
    }
    const bool required = apiVersion == QLatin1String("client.authentication.k8s.io/v1");
    if (mode.isEmpty() ? required : mode != QLatin1String("IfAvailable")) {
        exec.report(mode.isEmpty() ? Kind::Missing : Kind::BadValue, "interactiveMode",
                    QStringLiteral("expected Never, IfAvailable or Always"));
    }
    return ExecConfig::Interactive::IfAvailable;
}

void readExecApiVersion(YamlFields &exec, ExecConfig &config)
{
    config.apiVersion = exec.text("apiVersion");
    const QString prefix = QStringLiteral("client.authentication.k8s.io/");
    if (config.apiVersion.isEmpty()) {
        exec.report(Kind::Missing, "apiVersion", QStringLiteral("expected %1v1 or %1v1beta1").arg(prefix));
    } else if (config.apiVersion == prefix + QStringLiteral("v1alpha1")) {
        exec.report(Kind::Unsupported, "apiVersion",
                    QStringLiteral("v1alpha1 was removed from Kubernetes; update the plugin and use %1v1")
                        .arg(prefix));
    } else if (config.apiVersion != prefix + QStringLiteral("v1") &&
               config.apiVersion != prefix + QStringLiteral("v1beta1")) {
        exec.report(Kind::BadValue, "apiVersion", QStringLiteral("expected %1v1 or %1v1beta1").arg(prefix));
    }
}

ExecConfig readExec(YamlFields exec, const QString &file)
{
    ExecConfig config;
    readExecApiVersion(exec, config);
    config.command = exec.text("command");
    if (config.command.isEmpty()) {
        exec.report(Kind::Missing, "command", QStringLiteral("expected the program to run"));
    } else if (config.command.contains(u'/') || config.command.contains(QDir::separator())) {
        config.command = absolutePath(config.command, file);
    }
    config.arguments = exec.textList("args");
    for (YamlFields &variable : exec.children("env")) {
        const QString name = variable.text("name");
        if (name.isEmpty() || name.contains(u'=') || name.contains(QChar(0))) {
            variable.report(Kind::BadValue, "name", QStringLiteral("expected the name of a variable"));
            continue;
        }
        config.environment.append({name, variable.text("value")});
    }
    config.installHint = exec.text("installHint");
    config.provideClusterInfo = exec.boolean("provideClusterInfo");
    config.interactive = interactiveMode(exec, config.apiVersion);
    return config;
}

KubeUser readUser(YamlFields entry, const QString &name, const QString &file)
{
    KubeUser user;
    YamlFields reader = entry.reportingTo(user.problems);
    YamlFields body = reader.child("user");
    user.name = name;
    user.file = file;
    user.line = entry.line();
    user.clientCertificate = absolutePath(body.text("client-certificate"), file);
    user.clientCertificateData = body.base64("client-certificate-data");
    user.clientKey = absolutePath(body.text("client-key"), file);
    user.clientKeyData = body.base64("client-key-data");
    user.token = body.text("token");
    user.tokenFile = absolutePath(body.text("tokenFile"), file);
    user.username = body.text("username");
    user.password = body.text("password");
    user.impersonation = {body.text("as"), body.text("as-uid"), body.textList("as-groups"),
                          body.textLists("as-user-extra")};
    if (body.has("auth-provider")) {
        const QString provider = body.child("auth-provider").text("name");
        user.authProvider = provider.isEmpty() ? QStringLiteral("unnamed") : provider;
    }
    if (body.has("exec")) {
        user.exec = readExec(body.child("exec"), file);
    }
    return user;
}

NamedContext readContext(YamlFields entry, const QString &name, const QString &file)
{
    NamedContext context;
    YamlFields reader = entry.reportingTo(context.problems);
    YamlFields body = reader.child("context");
    context.name = name;
    context.clusterName = body.text("cluster");
    context.userName = body.text("user");
    context.nameSpace = body.text("namespace");
    context.file = file;
    context.line = entry.line();
    return context;
}

/// Reads a list of named entries; an element without a name, or with one used before, becomes a problem.
template <typename Entry, typename Read>
QVector<Entry> readNamed(YamlFields &root, const char *key, const QString &file, Read read)
{
    QVector<Entry> result;
    QSet<QString> names;
    for (YamlFields &entry : root.children(key)) {
        const QString name = entry.text("name");
        if (name.isEmpty()) {
            entry.report(Kind::Missing, "name", QStringLiteral("expected a name"));
        } else if (names.contains(name)) {
            entry.report(
                Kind::DuplicateName, "name",
                QStringLiteral("\"%1\" is defined twice in this file; the first one counts").arg(name));
        } else {
            names.insert(name);
            result.append(read(entry, name, file));
        }
    }
    return result;
}

KubeconfigFile fileProblem(const QString &file, Kind kind, const QString &expected, int line = 0)
{
    KubeconfigFile result;
    result.problems.append({kind, ConfigProblem::Severity::Error, file, line, {}, expected});
    return result;
}

bool isKubeconfig(YamlFields &root)
{
    const QString version = root.text("apiVersion");
    const QString kind = root.text("kind");
    if (!version.isEmpty() && version != QLatin1String("v1")) {
        root.report(Kind::WrongDocument, "apiVersion", QStringLiteral("expected v1"));
        return false;
    }
    if (!kind.isEmpty() && kind != QLatin1String("Config")) {
        root.report(Kind::WrongDocument, "kind", QStringLiteral("expected Config"));
        return false;
    }
    return true;
}

/// The first document of the text. JSON the YAML reader stumbles over (tabs, surrogate pairs) is normalised
/// first; its line numbers are then those of a pretty-printed copy.
YAML::Node loadDocument(const QByteArray &content)
{
    try {
        return YAML::Load(content.toStdString());
    } catch (const YAML::Exception &) {
        const auto document = content.trimmed().startsWith('{')
                                  ? nlohmann::json::parse(content.begin(), content.end(), nullptr, false)
                                  : nlohmann::json(nlohmann::json::value_t::discarded);
        if (document.is_discarded()) {
            throw;
        }
        return YAML::Load(document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    }
}

KubeconfigFile parseDocument(const QByteArray &content, const QString &file)
{
    const YAML::Node document = loadDocument(content);
    KubeconfigFile result;
    if (document.IsNull()) {
        return result; // an empty file is an empty configuration
    }
    if (!document.IsMap()) {
        return fileProblem(file, Kind::WrongType, QStringLiteral("expected a mapping at the top level"),
                           document.Mark().line + 1);
    }
    YamlFields root(document, file, {}, result.problems);
    if (!isKubeconfig(root)) {
        return result;
    }
    result.clusters = readNamed<KubeCluster>(root, "clusters", file, readCluster);
    result.users = readNamed<KubeUser>(root, "users", file, readUser);
    result.contexts = readNamed<NamedContext>(root, "contexts", file, readContext);
    result.currentContext = root.text("current-context");
    result.currentContextLine = root.node("current-context").Mark().line + 1;
    return result;
}

} // namespace

KubeconfigFile parseKubeconfig(const QByteArray &content, const QString &file)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    [[maybe_unused]] const QString text = decoder(content);
    if (decoder.hasError()) {
        return fileProblem(file, Kind::Syntax, QStringLiteral("expected UTF-8 text"));
    }
    try {
        return parseDocument(content, file);
    } catch (const YAML::Exception &exception) {
        // msg, not what(): the latter repeats the position. What follows a colon quotes the file (an escape
        // character; in newer versions the name of an unknown anchor, which is a password with an asterisk
        // first).
        const QString why = QString::fromStdString(exception.msg).section(u':', 0, 0);
        return fileProblem(file, Kind::Syntax, QStringLiteral("expected YAML or JSON: %1").arg(why),
                           exception.mark.line >= 0 ? exception.mark.line + 1 : 0);
    }
}

bool isBroken(const KubeconfigFile &file)
{
    return std::any_of(file.problems.cbegin(), file.problems.cend(), [](const ConfigProblem &problem) {
        return problem.kind == Kind::FileUnreadable || problem.kind == Kind::FileTooLarge ||
               problem.kind == Kind::Syntax || problem.kind == Kind::WrongDocument ||
               problem.kind == Kind::WrongType;
    });
}

KubeconfigFile readKubeconfig(const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists()) {
        return fileProblem(file, Kind::FileMissing, QStringLiteral("no such file"));
    }
    if (file == QLatin1String("/dev/null")) {
        return {}; // the customary way to say "no configuration"
    }
    if (!info.isFile()) {
        return fileProblem(file, Kind::FileUnreadable, QStringLiteral("expected a regular file"));
    }
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly)) {
        return fileProblem(file, Kind::FileUnreadable, input.errorString());
    }
    const QByteArray content = input.read(maxKubeconfigBytes + 1);
    if (content.size() > maxKubeconfigBytes) {
        return fileProblem(file, Kind::FileTooLarge,
                           QStringLiteral("expected at most %1 MiB").arg(maxKubeconfigBytes / 1024 / 1024));
    }
    return parseKubeconfig(content, file);
}

} // namespace signalbox::kubernetes
