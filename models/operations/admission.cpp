// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/admission.h"

#include "models/domain/operationrules.h"
#include "models/operations/whenanswered.h"

namespace signalbox
{

Admission::Admission(OperationGuard *guard)
    : m_guard(guard)
{
}

Admission::~Admission()
{
    leave();
}

bool Admission::isMissing(ActionKind kind) const
{
    return m_guard && !goesBack(kind) && !m_permit;
}

bool Admission::hasToUse(ActionKind kind) const
{
    return m_guard && !goesBack(kind) && !m_used;
}

void Admission::enter(const ActionRequest &request, const QString &operation, const Then &then)
{
    whenAnswered(&m_context, m_guard->admit(request, operation), [this, then](const Result<Permit> &given) {
        if (!given) {
            then(tl::unexpected(given.error()));
        } else if (m_left) { // stopped by hand meanwhile
            m_guard->finished(*given);
        } else {
            m_permit = *given;
            then(Done());
        }
    });
}

void Admission::use(const ActionRequest &request, const Then &then)
{
    whenAnswered(&m_context, m_guard->consume(request), [this, then](const Result<Done> &used) {
        m_used = used.has_value();
        if (used) {
            then(Done());
            return;
        }
        Error error = used.error();
        error.code = ErrorCode::Refused;
        then(tl::unexpected(error));
    });
}

void Admission::leave()
{
    m_left = true;
    if (m_permit) {
        m_guard->finished(*m_permit);
        m_permit.reset();
    }
}

std::optional<qint64> Admission::fencingToken() const
{
    return m_permit && m_permit->lease ? std::optional(m_permit->lease->token) : std::nullopt;
}

} // namespace signalbox
