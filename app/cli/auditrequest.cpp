// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/auditrequest.h"

#include <QCommandLineParser>
#include <QHash>
#include <QUrl>

namespace signalbox
{
namespace
{

constexpr const char *description =
    "Is the record of releases what was written?\n\n"
    "  audit verify            check every record, beside checkpoints; 0 intact, 1 broken, 2 misused\n"
    "  audit export            records as JSON lines, their checkpoints and a report\n"
    "  audit seal              check, then sign how long the chain is and how it ends\n"
    "  audit key --new FILE    make a key to sign with, readable by its owner only\n"
    "  audit key --in-keychain make one and put it into the system keychain\n"
    "  audit key               print the public half of the key";

struct OptionField {
    QCommandLineOption option;
    QString AuditRequest::*field;
};

QVector<OptionField> valueOptions()
{
    const auto option = [](const char *name, const char *text, const char *value) {
        return QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(text),
                                  QString::fromLatin1(value));
    };
    return {
        {option("config-dir", "Folder for settings and ledger instead of the XDG ones.", "folder"),
         &AuditRequest::configDirectory},
        {option("ledger", "Folder of another ledger on this machine.", "folder"), &AuditRequest::directory},
        {option("team",
                "A team's ledger, postgresql://USER@HOST/DATABASE; the password comes from "
                "~/.pgpass.",
                "address"),
         &AuditRequest::team},
        {option("file", "Verify this export instead of a ledger.", "file"), &AuditRequest::exportFile},
        {option("checkpoints", "File of checkpoints kept elsewhere.", "file"), &AuditRequest::checkpoints},
        {option("public-key", "Trust checkpoints signed by the keys in this file only.", "file"),
         &AuditRequest::publicKey},
        {option("key", "File of the key to sign with; by default the one in the keychain.", "file"),
         &AuditRequest::key},
        {option("new", "Make a key and write it to this file.", "file"), &AuditRequest::newKey}};
}

tl::unexpected<Error> badUse(const QString &why)
{
    return failure(ErrorCode::BadConfiguration, ErrorLayer::Configuration, why);
}

Result<qint64> numberOf(const QCommandLineParser &parser, const QCommandLineOption &option, qint64 otherwise)
{
    if (!parser.isSet(option)) {
        return otherwise;
    }
    bool isNumber = false;
    const qint64 number = parser.value(option).toLongLong(&isNumber);
    if (!isNumber || number < 1) {
        return badUse(QStringLiteral("--%1 needs a number from 1 on").arg(option.names().first()));
    }
    return number;
}

/// What cannot go together, or not without something else.
QString misuse(const AuditRequest &request)
{
    using Command = AuditRequest::Command;
    const int places =
        int(!request.directory.isEmpty()) + int(!request.team.isEmpty()) + int(!request.exportFile.isEmpty());
    if (places > 1) {
        return QStringLiteral("--ledger, --team and --file exclude each other");
    }
    if (!request.exportFile.isEmpty() && request.command != Command::Verify) {
        return QStringLiteral("--file is for audit verify");
    }
    if (!request.newKey.isEmpty() && (request.command != Command::Key || !request.key.isEmpty())) {
        return QStringLiteral("--new is for audit key, without --key");
    }
    if (request.newInKeychain && (request.command != Command::Key || !request.newKey.isEmpty() ||
                                  !request.key.isEmpty() || !request.publicKey.isEmpty())) {
        return QStringLiteral("--in-keychain is for audit key, alone");
    }
    if (request.to != 0 && request.to < request.from) {
        return QStringLiteral("--to is before --from");
    }
    if (!request.team.isEmpty()) {
        const QUrl url(request.team, QUrl::StrictMode);
        if (!url.isValid() || url.scheme() != QLatin1String("postgresql") || url.userName().isEmpty() ||
            url.path().size() < 2) {
            return QStringLiteral("--team needs postgresql://USER@HOST/DATABASE");
        }
        if (!url.password().isNull()) {
            return QStringLiteral("no password on a command line, others can see it: use ~/.pgpass");
        }
    }
    return {};
}

} // namespace

Result<AuditRequest> parseAuditRequest(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QString::fromLatin1(description));
    const QCommandLineOption help = parser.addHelpOption();
    const QVector<OptionField> fields = valueOptions();
    for (const OptionField &field : fields) {
        parser.addOption(field.option);
    }
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("Answer as JSON."));
    const QCommandLineOption from(QStringLiteral("from"), QStringLiteral("First record to export."),
                                  QStringLiteral("number"));
    const QCommandLineOption to(QStringLiteral("to"), QStringLiteral("Last record to export."),
                                QStringLiteral("number"));
    const QCommandLineOption inKeychain(QStringLiteral("in-keychain"),
                                        QStringLiteral("Make a key and put it into the keychain."));
    parser.addOptions({json, from, to, inKeychain});
    if (!parser.parse(arguments)) {
        return badUse(parser.errorText());
    }
    if (parser.isSet(help)) {
        return failure(ErrorCode::Cancelled, ErrorLayer::Configuration, parser.helpText());
    }
    AuditRequest request;
    for (const OptionField &field : fields) {
        request.*field.field = parser.value(field.option);
    }
    request.json = parser.isSet(json);
    request.newInKeychain = parser.isSet(inKeychain);
    const auto first = numberOf(parser, from, 1);
    const auto last = first ? numberOf(parser, to, 0) : first;
    if (!last) {
        return badUse(last.error().detail);
    }
    request.from = *first;
    request.to = *last;
    static const QHash<QString, AuditRequest::Command> commands{
        {QStringLiteral("verify"), AuditRequest::Command::Verify},
        {QStringLiteral("export"), AuditRequest::Command::Export},
        {QStringLiteral("seal"), AuditRequest::Command::Seal},
        {QStringLiteral("key"), AuditRequest::Command::Key}};
    const QStringList words = parser.positionalArguments(); // "audit" and the command
    const auto command = commands.constFind(words.value(1));
    if (words.size() != 2 || command == commands.cend()) {
        return badUse(parser.helpText());
    }
    request.command = *command;
    const QString wrong = misuse(request);
    return wrong.isEmpty() ? Result<AuditRequest>(request) : badUse(wrong);
}

} // namespace signalbox
