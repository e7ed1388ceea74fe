// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/pluginconsents.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace signalbox::kubernetes
{

namespace
{

bool runsAnything(const QString &binary)
{
    static const char *const interpreters[] = {"sh",      "bash", "dash",   "zsh",  "ksh",  "fish",
                                               "busybox", "env",  "python", "perl", "ruby", "node",
                                               "php",     "lua",  "pwsh",   "sudo"};
    const auto isInterpreter = [](const QString &path) {
        const QString name = QFileInfo(path).fileName();
        return std::any_of(std::begin(interpreters), std::end(interpreters), [&name](const char *known) {
            if (!name.startsWith(QLatin1String(known))) {
                return false;
            }
            // python3.11, lua5.4 …
            const QString rest = name.mid(static_cast<qsizetype>(qstrlen(known)));
            return std::all_of(rest.begin(), rest.end(), [](QChar c) { return c.isDigit() || c == u'.'; });
        });
    };
    return isInterpreter(binary) || isInterpreter(QFileInfo(binary).canonicalFilePath());
}

bool changesLoading(const ExecConfig &exec)
{
    return std::any_of(exec.environment.begin(), exec.environment.end(), [](const auto &variable) {
        const QString &name = variable.first;
        return name.startsWith(QLatin1String("LD_")) || name.startsWith(QLatin1String("DYLD_")) ||
               name == QLatin1String("PATH") || name == QLatin1String("PYTHONPATH") ||
               name == QLatin1String("PYTHONSTARTUP") || name == QLatin1String("NODE_OPTIONS") ||
               name == QLatin1String("BASH_ENV") || name == QLatin1String("PERL5OPT") ||
               name == QLatin1String("RUBYOPT");
    });
}

} // namespace

QString consentSubject(const ExecConfig &exec, const QString &binary)
{
    if (!runsAnything(binary) && !changesLoading(exec)) {
        return binary;
    }
    QCryptographicHash digest(QCryptographicHash::Sha256);
    const auto add = [&digest](const QString &text) {
        const QByteArray bytes = text.toUtf8();
        digest.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    };
    for (const QString &argument : exec.arguments) {
        add(argument);
    }
    digest.addData("env");
    for (const auto &[name, value] : exec.environment) {
        add(name);
        add(value);
    }
    return binary + QStringLiteral("#sha256:") + QString::fromLatin1(digest.result().toHex());
}

} // namespace signalbox::kubernetes
