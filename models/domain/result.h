// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <optional>
#include <tl/expected.hpp>

namespace signalbox
{

/// Which part of the way to a remote system failed. The user's sentence names it and its remedy.
enum class ErrorLayer {
    Configuration, ///< kubeconfig, settings, a plan file
    Credentials,   ///< token, client certificate, exec credential plugin
    NameLookup,
    Connection, ///< TCP or proxy
    Tls,
    Http,     ///< the server answered, with a refusal
    Protocol, ///< the server answered, not in the language we expect
    Rule,     ///< refused here, before anything was sent
    Storage,  ///< ledger or local files
};

/// Closed set of failures. Texts for people are made from it in widgets/style/errortext.
enum class ErrorCode {
    Cancelled,
    Timeout,
    Unreachable,
    HostNotFound,
    ProxyFailed,
    TlsUntrusted, ///< unknown authority
    TlsWrongHost,
    TlsExpired,
    TlsHandshake,
    Unauthorised,         ///< 401
    Forbidden,            ///< 403
    NotFound,             ///< 404
    Conflict,             ///< 409: the object changed since it was read
    Expired,              ///< 410: the resource version is too old
    Invalid,              ///< 400 / 422
    UnsupportedMediaType, ///< 415
    TooLarge,             ///< our own byte limit
    RateLimited,          ///< 429
    Server,               ///< 5xx
    Protocol,             ///< body is not what the protocol says
    OutcomeUnknown,       ///< a write was sent and the answer was lost: read before trying again
    BadConfiguration,
    ConsentNeeded, ///< an exec plugin waits for the user's approval
    PluginFailed,
    Stale,   ///< refused: the facts behind the command are too old
    Changed, ///< refused: the object is not the one the command was prepared for
    Refused, ///< refused by policy
    Storage,
    Unsupported,
};

/// A failure as a value. `detail` is English and technical: for the details box and the log, never
/// translated, never holding a secret.
struct Error {
    ErrorCode code = ErrorCode::Protocol;
    ErrorLayer layer = ErrorLayer::Protocol;
    int httpStatus = 0; ///< 0: no HTTP answer
    QString reason;     ///< the server's own machine-readable reason, verbatim (for example "Conflict")
    QString detail;
    QString subject; ///< file, host, user entry, binary … the sentence is about
    std::optional<std::chrono::milliseconds> retryAfter;

    bool operator==(const Error &) const = default;
};

template <typename T> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, ErrorLayer layer, QString detail,
                                                   QString subject = {})
{
    return tl::unexpected(Error{code, layer, 0, {}, std::move(detail), std::move(subject), {}});
}

/// The value of a call that has none.
struct Done {
    bool operator==(const Done &) const = default;
};

} // namespace signalbox
