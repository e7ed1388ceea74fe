// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/credentialsource.h"

namespace signalbox::http
{

void CredentialSource::approve(const QString &binary, bool approved)
{
    Q_UNUSED(binary);
    Q_UNUSED(approved);
}

void CredentialSource::retryNow() {}

void CredentialSource::cancel() {}

} // namespace signalbox::http
