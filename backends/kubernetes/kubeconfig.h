// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace signalbox::kubernetes
{

/// One finding about the configuration: where it is and what was expected there. Never holds a secret value.
struct ConfigProblem {
    enum class Kind {
        FileMissing,
        FileUnreadable,
        FileTooLarge,
        Syntax,        ///< neither YAML nor JSON, or not UTF-8
        WrongDocument, ///< apiVersion or kind of something else
        WrongType,
        BadValue,
        Missing,
        DuplicateName,    ///< twice in one file; the first one counts
        Shadowed,         ///< an earlier file of the list defines the same name
        UnknownReference, ///< a context names a cluster or user nobody defines
        Contradiction,    ///< two settings that exclude each other
        InlineWins,       ///< both inline data and a file are given
        FormerKept,       ///< the file is broken now; its contexts of before are still offered
        Unsupported,
    };
    enum class Severity { Note, Error };

    Kind kind = Kind::Syntax;
    Severity severity = Severity::Error;
    QString file;
    int line = 0;     ///< counted from 1; 0: the file as a whole
    QString field;    ///< for example "users[2].user.token"; empty: the file as a whole
    QString expected; ///< English and technical
    bool operator==(const ConfigProblem &) const = default;
};

struct KubeCluster {
    QString name;
    QString file;
    int line = 0;
    QString server;
    QString tlsServerName;
    bool insecureSkipTlsVerify = false;
    QString certificateAuthority;        ///< absolute path
    QByteArray certificateAuthorityData; ///< PEM, already decoded
    QString proxyUrl;
    bool disableCompression = false;
    QByteArray execConfig; ///< JSON of the extension for exec plugins; empty: none
    QVector<ConfigProblem> problems;
    bool operator==(const KubeCluster &) const = default;
};

/// An exec credential plugin as configured. `command` is absolute, or a bare name for the search path.
struct ExecConfig {
    enum class Interactive { Never, IfAvailable, Always };

    QString apiVersion;
    QString command;
    QStringList arguments;
    QVector<QPair<QString, QString>> environment;
    QString installHint;
    bool provideClusterInfo = false;
    Interactive interactive = Interactive::IfAvailable;
    bool operator==(const ExecConfig &) const = default;
};

struct Impersonation {
    QString user;
    QString uid;
    QStringList groups;
    QVector<QPair<QString, QStringList>> extra;
    bool operator==(const Impersonation &) const = default;
};

struct KubeUser {
    QString name;
    QString file;
    int line = 0;
    QString clientCertificate; ///< absolute path
    QByteArray clientCertificateData;
    QString clientKey; ///< absolute path
    QByteArray clientKeyData;
    QString token;
    QString tokenFile; ///< absolute path; its content outranks `token`
    QString username;
    QString password;
    Impersonation impersonation;
    QString authProvider; ///< name of a legacy provider; empty: none
    std::optional<ExecConfig> exec;
    QVector<ConfigProblem> problems;
    bool operator==(const KubeUser &) const = default;

    [[nodiscard]] bool hasCertificate() const
    {
        return !clientCertificate.isEmpty() || !clientCertificateData.isEmpty();
    }
    [[nodiscard]] bool hasKey() const { return !clientKey.isEmpty() || !clientKeyData.isEmpty(); }
    [[nodiscard]] bool hasToken() const { return !token.isEmpty() || !tokenFile.isEmpty(); }
    [[nodiscard]] bool hasBasic() const { return !username.isEmpty() || !password.isEmpty(); }
};

/// One context with the entries it refers to. Unusable contexts are kept, with the reason in `error`.
struct ContextEntry {
    QString name;
    QString clusterName;
    QString userName;
    QString nameSpace; ///< "default" where the file names none
    QString file;      ///< the file that defines the context
    int line = 0;
    KubeCluster cluster;
    KubeUser user;
    std::optional<Error> error;
    bool operator==(const ContextEntry &) const = default;
};

/// Everything the configuration files say, merged. Reading only: nothing here has been dialled or started.
struct KubeconfigSet {
    QVector<ContextEntry> contexts;
    QVector<ConfigProblem> problems; ///< errors and notes of all files, in file order
    QString currentContext;          ///< may name a context nobody defines; `problems` says so
    QStringList files;               ///< absolute paths that were looked for, for watching

    [[nodiscard]] const ContextEntry *find(const QString &name) const
    {
        for (const ContextEntry &entry : contexts) {
            if (entry.name == name) {
                return &entry;
            }
        }
        return nullptr;
    }
};

/// A configuration problem as the error value of a context.
[[nodiscard]] Error toError(const ConfigProblem &problem);

} // namespace signalbox::kubernetes
