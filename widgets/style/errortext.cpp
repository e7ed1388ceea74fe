// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/errortext.h"

#include "widgets/style/messagetable.h"
#include "widgets/style/messagetext.h"
#include "widgets/style/safetext.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <optional>

namespace signalbox
{

namespace
{

struct ErrorWords {
    ErrorCode code;
    const char *about; ///< %1: what the error is about
    const char *plain; ///< when the subject is not known
    const char *remedy;
};

constexpr std::array<ErrorWords, 29> errorWords = {{
    {ErrorCode::Cancelled, QT_TRANSLATE_NOOP("ErrorText", "The request to %1 was cancelled."),
     QT_TRANSLATE_NOOP("ErrorText", "The request was cancelled."),
     QT_TRANSLATE_NOOP("ErrorText", "Start it again if it is still wanted.")},
    {ErrorCode::Timeout, QT_TRANSLATE_NOOP("ErrorText", "%1 did not answer in time."),
     QT_TRANSLATE_NOOP("ErrorText", "The other side did not answer in time."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Check the network and the load of the server; the console keeps trying.")},
    {ErrorCode::Unreachable, QT_TRANSLATE_NOOP("ErrorText", "%1 cannot be reached."),
     QT_TRANSLATE_NOOP("ErrorText", "The server cannot be reached."),
     QT_TRANSLATE_NOOP("ErrorText", "Check the address, the VPN and the firewall.")},
    {ErrorCode::HostNotFound, QT_TRANSLATE_NOOP("ErrorText", "The name %1 cannot be resolved."),
     QT_TRANSLATE_NOOP("ErrorText", "The server’s name cannot be resolved."),
     QT_TRANSLATE_NOOP("ErrorText", "Check the spelling of the server address and the DNS or VPN.")},
    {ErrorCode::ProxyFailed, QT_TRANSLATE_NOOP("ErrorText", "The proxy %1 refused the connection."),
     QT_TRANSLATE_NOOP("ErrorText", "The proxy refused the connection."),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Check proxy-url in the kubeconfig, HTTPS_PROXY in the environment, and the proxy itself.")},
    {ErrorCode::TlsUntrusted,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The certificate of %1 is signed by an authority this connection does not trust."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "The server’s certificate is signed by an authority this connection does not trust."),
     QT_TRANSLATE_NOOP("ErrorText", "Check certificate-authority in the kubeconfig; fetch a fresh kubeconfig "
                                    "if the cluster was rebuilt.")},
    {ErrorCode::TlsWrongHost,
     QT_TRANSLATE_NOOP("ErrorText", "The certificate of %1 is made for another host name."),
     QT_TRANSLATE_NOOP("ErrorText", "The server’s certificate is made for another host name."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Use a name the certificate holds, or set tls-server-name in the kubeconfig.")},
    {ErrorCode::TlsExpired,
     QT_TRANSLATE_NOOP("ErrorText", "The certificate of %1 is expired or not yet valid."),
     QT_TRANSLATE_NOOP("ErrorText", "The server’s certificate is expired or not yet valid."),
     QT_TRANSLATE_NOOP("ErrorText", "Renew the server’s certificate, and check this machine’s clock.")},
    {ErrorCode::TlsHandshake,
     QT_TRANSLATE_NOOP("ErrorText", "No secure connection to %1 could be agreed on."),
     QT_TRANSLATE_NOOP("ErrorText", "No secure connection could be agreed on."),
     QT_TRANSLATE_NOOP("ErrorText", "Check the client certificate and key, and that this port speaks TLS.")},
    {ErrorCode::Unauthorised, QT_TRANSLATE_NOOP("ErrorText", "%1 does not accept these credentials."),
     QT_TRANSLATE_NOOP("ErrorText", "The server does not accept these credentials."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Sign in again or renew the token or certificate of this kubeconfig user.")},
    {ErrorCode::Forbidden,
     QT_TRANSLATE_NOOP("ErrorText", "Your identity is known, but it may not do this: %1."),
     QT_TRANSLATE_NOOP("ErrorText", "Your identity is known, but it may not do this."),
     QT_TRANSLATE_NOOP("ErrorText", "Ask a cluster administrator for the missing right.")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("ErrorText", "It does not exist on the server: %1."),
     QT_TRANSLATE_NOOP("ErrorText", "It does not exist on the server."),
     QT_TRANSLATE_NOOP("ErrorText", "It may have been deleted or renamed; look at the list again.")},
    {ErrorCode::Conflict, QT_TRANSLATE_NOOP("ErrorText", "It was changed by someone else meanwhile: %1."),
     QT_TRANSLATE_NOOP("ErrorText", "The object was changed by someone else meanwhile."),
     QT_TRANSLATE_NOOP("ErrorText", "Look at what changed, then try again.")},
    {ErrorCode::Expired, QT_TRANSLATE_NOOP("ErrorText", "The list of %1 became too old to continue."),
     QT_TRANSLATE_NOOP("ErrorText", "The list became too old to continue."),
     QT_TRANSLATE_NOOP("ErrorText", "The console reads it again by itself.")},
    {ErrorCode::Invalid, QT_TRANSLATE_NOOP("ErrorText", "The server rejects the request as invalid: %1."),
     QT_TRANSLATE_NOOP("ErrorText", "The server rejects the request as invalid."),
     QT_TRANSLATE_NOOP("ErrorText", "The details name the field; correct it and try again.")},
    {ErrorCode::UnsupportedMediaType,
     QT_TRANSLATE_NOOP("ErrorText", "The server does not support this kind of change: %1."),
     QT_TRANSLATE_NOOP("ErrorText", "The server does not support this kind of change."),
     QT_TRANSLATE_NOOP("ErrorText", "Use a newer server, or make the change with another tool.")},
    {ErrorCode::TooLarge,
     QT_TRANSLATE_NOOP("ErrorText", "The answer of %1 is larger than the console accepts."),
     QT_TRANSLATE_NOOP("ErrorText", "The answer is larger than the console accepts."),
     QT_TRANSLATE_NOOP("ErrorText", "Narrow the view to fewer namespaces.")},
    {ErrorCode::RateLimited, QT_TRANSLATE_NOOP("ErrorText", "%1 asks to slow down."),
     QT_TRANSLATE_NOOP("ErrorText", "The server asks to slow down."),
     QT_TRANSLATE_NOOP("ErrorText", "The console waits as long as the server asks, then continues.")},
    {ErrorCode::Server, QT_TRANSLATE_NOOP("ErrorText", "%1 reports an internal failure."),
     QT_TRANSLATE_NOOP("ErrorText", "The server reports an internal failure."),
     QT_TRANSLATE_NOOP("ErrorText", "Try again in a moment; if it stays, look at the server’s log.")},
    {ErrorCode::Protocol, QT_TRANSLATE_NOOP("ErrorText", "The answer of %1 is not what was expected."),
     QT_TRANSLATE_NOOP("ErrorText", "The answer is not what was expected."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Check that the address is the right server and not a login page or proxy.")},
    {ErrorCode::OutcomeUnknown,
     QT_TRANSLATE_NOOP("ErrorText", "The command was sent, but the answer was lost: %1."),
     QT_TRANSLATE_NOOP("ErrorText", "The command was sent, but the answer was lost."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Look at the present state before trying again; it may have taken effect.")},
    {ErrorCode::BadConfiguration,
     QT_TRANSLATE_NOOP("ErrorText", "There is a mistake in the configuration: %1."),
     QT_TRANSLATE_NOOP("ErrorText", "There is a mistake in the configuration."),
     QT_TRANSLATE_NOOP("ErrorText", "Correct the place named in the details; other entries still work.")},
    {ErrorCode::ConsentNeeded,
     QT_TRANSLATE_NOOP("ErrorText", "The credential program %1 waits for your approval."),
     QT_TRANSLATE_NOOP("ErrorText", "A credential program waits for your approval."),
     QT_TRANSLATE_NOOP("ErrorText", "Approve it in the connection’s menu if you trust it.")},
    {ErrorCode::PluginFailed, QT_TRANSLATE_NOOP("ErrorText", "The credential program %1 failed."),
     QT_TRANSLATE_NOOP("ErrorText", "The credential program failed."),
     QT_TRANSLATE_NOOP("ErrorText", "Run it in a terminal to see what it needs, for example a new sign-in.")},
    {ErrorCode::Stale, QT_TRANSLATE_NOOP("ErrorText", "Refused, because what is on screen is too old: %1."),
     QT_TRANSLATE_NOOP("ErrorText", "Refused, because what is on screen is too old."),
     QT_TRANSLATE_NOOP("ErrorText", "Wait until the connection is live again.")},
    {ErrorCode::Changed,
     QT_TRANSLATE_NOOP("ErrorText", "Refused, because the object is no longer the one on screen: %1."),
     QT_TRANSLATE_NOOP("ErrorText", "Refused, because the object is no longer the one on screen."),
     QT_TRANSLATE_NOOP("ErrorText", "Look at what changed, then prepare the command again.")},
    {ErrorCode::Refused, QT_TRANSLATE_NOOP("ErrorText", "Refused by a rule: %1."),
     QT_TRANSLATE_NOOP("ErrorText", "Refused by a rule."),
     QT_TRANSLATE_NOOP("ErrorText", "The reasons beside the button say what is missing.")},
    {ErrorCode::Storage, QT_TRANSLATE_NOOP("ErrorText", "%1 cannot be read or written."),
     QT_TRANSLATE_NOOP("ErrorText", "Local files cannot be read or written."),
     QT_TRANSLATE_NOOP("ErrorText", "Check free space and permissions.")},
    {ErrorCode::Unsupported, QT_TRANSLATE_NOOP("ErrorText", "This is not supported: %1."),
     QT_TRANSLATE_NOOP("ErrorText", "This is not supported."),
     QT_TRANSLATE_NOOP("ErrorText", "The details name an alternative where there is one.")},
}};

constexpr bool isComplete()
{
    for (std::size_t i = 0; i < errorWords.size(); ++i) {
        if (static_cast<std::size_t>(errorWords[i].code) != i) {
            return false;
        }
    }
    return errorWords.size() == static_cast<std::size_t>(ErrorCode::Unsupported) + 1;
}
static_assert(isComplete(), "one row per ErrorCode, in its order");

constexpr std::array<const char *, 9> layerTexts = {
    QT_TRANSLATE_NOOP("ErrorText", "Configuration"), QT_TRANSLATE_NOOP("ErrorText", "Credentials"),
    QT_TRANSLATE_NOOP("ErrorText", "Name lookup"),   QT_TRANSLATE_NOOP("ErrorText", "Connection"),
    QT_TRANSLATE_NOOP("ErrorText", "TLS"),           QT_TRANSLATE_NOOP("ErrorText", "HTTP"),
    QT_TRANSLATE_NOOP("ErrorText", "Protocol"),      QT_TRANSLATE_NOOP("ErrorText", "Rule"),
    QT_TRANSLATE_NOOP("ErrorText", "Storage"),
};
static_assert(layerTexts.size() == static_cast<std::size_t>(ErrorLayer::Storage) + 1);

/// For the details box and the log, never translated. In the order of the enums.
constexpr std::array<const char *, 9> layerNames = {"configuration", "credentials", "name lookup",
                                                    "connection",    "TLS",         "HTTP",
                                                    "protocol",      "rule",        "storage"};

const ErrorWords &wordsFor(ErrorCode code)
{
    const auto index = static_cast<std::size_t>(code);
    return errorWords.at(index < errorWords.size() ? index : static_cast<std::size_t>(ErrorCode::Protocol));
}

std::size_t indexOf(ErrorLayer layer)
{
    return std::min(static_cast<std::size_t>(layer), layerTexts.size() - 1);
}

/// Refusals of our own rules carry the message they stand for by name.
std::optional<QString> ruleSentence(const Error &error)
{
    const MessageEntry *entry = messageEntryByName(error.reason);
    if (error.layer != ErrorLayer::Rule || entry == nullptr || entry->arguments.at(1) != Argument::None) {
        return std::nullopt;
    }
    // What changed is kept as fields; everything else has its argument as subject.
    const bool changes = entry->arguments.at(0) == Argument::Changes;
    return messageText({entry->code, {changes ? error.detail : error.subject}});
}

QString headlineBody(const Error &error)
{
    if (const auto sentence = ruleSentence(error)) {
        return *sentence;
    }
    const ErrorWords &words = wordsFor(error.code);
    if (error.subject.isEmpty()) {
        return QCoreApplication::translate("ErrorText", words.plain);
    }
    return QCoreApplication::translate("ErrorText", words.about).arg(safeText(error.subject, 160));
}

} // namespace

QString layerText(ErrorLayer layer)
{
    return QCoreApplication::translate("ErrorText", layerTexts.at(indexOf(layer)));
}

QString errorHeadline(const Error &error)
{
    if (error.httpStatus > 0) {
        //: %1 names the failing part of the way, %2 is an HTTP status, %3 is a sentence
        return QCoreApplication::translate("ErrorText", "%1 %2: %3")
            .arg(layerText(error.layer), QString::number(error.httpStatus), headlineBody(error));
    }
    //: %1 names the failing part of the way (TLS, credentials …), %2 is a sentence
    return QCoreApplication::translate("ErrorText", "%1: %2")
        .arg(layerText(error.layer), headlineBody(error));
}

QString errorRemedy(const Error &error)
{
    return QCoreApplication::translate("ErrorText", wordsFor(error.code).remedy);
}

QString errorText(const Error &error)
{
    //: %1 says what failed, %2 what to do about it; both are sentences
    return QCoreApplication::translate("ErrorText", "%1 %2").arg(errorHeadline(error), errorRemedy(error));
}

QString errorTextWithPlace(const Error &error)
{
    const bool hasPlace = error.layer == ErrorLayer::Configuration && !error.detail.isEmpty();
    return hasPlace ? errorText(error) + QLatin1Char('\n') + safeText(error.detail, 400) : errorText(error);
}

QString errorDetails(const Error &error)
{
    QStringList lines{QStringLiteral("layer: %1").arg(QLatin1String(layerNames.at(indexOf(error.layer))))};
    if (error.httpStatus > 0) {
        lines << QStringLiteral("HTTP status: %1").arg(error.httpStatus);
    }
    if (!error.reason.isEmpty()) {
        lines << QStringLiteral("reason: %1").arg(safeText(error.reason));
    }
    if (!error.subject.isEmpty()) {
        lines << QStringLiteral("subject: %1").arg(safeText(error.subject));
    }
    if (!error.detail.isEmpty()) {
        lines << safeText(error.detail, 4000, LineBreaks::Keep);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace signalbox
