// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/answer.h"
#include "backends/api/ledger.h"
#include "tests/support/unfinishedrecords.h"

namespace signalbox::test
{

/// A ledger in memory, for tests on one thread.
class FakeLedger final : public Ledger
{
public:
    QVector<LedgerRecord> records; ///< oldest first
    std::optional<Error> failsWith;

    [[nodiscard]] QFuture<Result<qint64>> append(LedgerRecord record) override
    {
        if (failsWith) {
            return answered(Result<qint64>(tl::unexpected(*failsWith)));
        }
        record.sequence = records.size() + 1;
        records.append(record);
        return answered(Result<qint64>(record.sequence));
    }
    [[nodiscard]] QFuture<Result<QVector<LedgerRecord>>> recent(QString cluster, QString namespaceName,
                                                                QString object, int limit) override
    {
        if (failsWith) {
            return answered(Result<QVector<LedgerRecord>>(tl::unexpected(*failsWith)));
        }
        QVector<LedgerRecord> found;
        for (auto record = records.crbegin(); record != records.crend() && found.size() < limit; ++record) {
            const bool fits = object.isEmpty() || (record->cluster == cluster && record->object == object &&
                                                   record->namespaceName == namespaceName);
            if (fits) {
                found.append(*record);
            }
        }
        return answered(Result<QVector<LedgerRecord>>(found));
    }
    [[nodiscard]] QFuture<Result<QVector<LedgerRecord>>> unfinished(QString cluster) override
    {
        if (failsWith) {
            return answered(Result<QVector<LedgerRecord>>(tl::unexpected(*failsWith)));
        }
        return answered(Result<QVector<LedgerRecord>>(unfinishedOf(records, cluster)));
    }
    [[nodiscard]] QFuture<Result<ChainReport>> verify() override
    {
        return answered(Result<ChainReport>(ChainReport{ChainState::Intact, records.size(), 0}));
    }
};

} // namespace signalbox::test
