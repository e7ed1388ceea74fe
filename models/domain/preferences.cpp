// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/preferences.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace signalbox
{

namespace
{

/// User and password have fields of their own; a query may hold a key, and a base address has none.
QString plainAddress(const QString &address)
{
    const QUrl url(address);
    const bool isPlain = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    // What cannot be read as an address cannot be used either, so nothing is lost with it.
    if (isPlain) {
        return url.isValid() || !address.contains(u'@') ? address : QString();
    }
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).toString();
}

bool namesSecret(const QString &header)
{
    static constexpr std::array words{"authorization", "token",    "cookie",   "api-key",
                                      "apikey",        "password", "x-secret", "credential"};
    return std::any_of(words.begin(), words.end(), [&header](const char *word) {
        return header.contains(QLatin1String(word), Qt::CaseInsensitive);
    });
}

} // namespace

MetricsServerSettings withoutSecrets(MetricsServerSettings settings)
{
    settings.url = plainAddress(settings.url);
    settings.alertmanagerUrl = plainAddress(settings.alertmanagerUrl);
    for (auto header = settings.headers.begin(); header != settings.headers.end();) {
        header = namesSecret(header.key()) ? settings.headers.erase(header) : std::next(header);
    }
    return settings;
}

} // namespace signalbox
