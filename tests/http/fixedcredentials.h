// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/answer.h"
#include "backends/http/credentialsource.h"

namespace signalbox::test
{

/// Credentials that a test sets; counts how often they were asked for and renewed.
class FixedCredentials final : public http::CredentialSource
{
    Q_OBJECT

public:
    using http::CredentialSource::CredentialSource;
    http::Credentials current;
    http::Credentials renewed;
    std::optional<Error> error;
    int asked = 0;
    int renewals = 0;

    QFuture<Result<http::Credentials>> credentials(bool renew) override
    {
        ++asked;
        if (renew) {
            ++renewals;
            current = renewed;
        }
        if (error) {
            return answered<http::Credentials>(tl::unexpected(*error));
        }
        return answered<http::Credentials>(current);
    }
};

} // namespace signalbox::test
