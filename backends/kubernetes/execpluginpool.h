// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/api/clock.h"
#include "backends/kubernetes/execcredential.h"
#include "backends/kubernetes/pluginconsents.h"
#include "backends/kubernetes/pluginprocess.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPromise>
#include <QSet>

#include <atomic>
#include <memory>

namespace signalbox::kubernetes
{

/// A credential with its number in the row of those fetched for the same configuration.
struct NumberedCredential {
    PluginCredential credential;
    quint64 generation = 0; ///< from 1
};

struct PluginRequest {
    ExecConfig exec;
    QByteArray execInfo; ///< value of KUBERNETES_EXEC_INFO
    /// Equal for equal configurations, whatever context they come from.
    [[nodiscard]] QByteArray key() const;
};

/// Runs exec credential plugins for all clusters, one at a time per configuration, and keeps what they hand
/// out in memory until it expires or is refused. Asks the user before a binary runs for the first time. After
/// a failure it waits 1 minute, after the second one 5, and after the third until the user tries again.
///
/// Lives on one thread with an event loop and must outlive the sources that use it; functions marked
/// thread-safe may be called from anywhere, their effect is in order of the calls of one thread.
class ExecPluginPool final : public QObject
{
    Q_OBJECT

public:
    using Answer = Result<NumberedCredential>;

    /// @param environment what plugins inherit; its PATH is searched for bare command names
    ExecPluginPool(PluginConsents &consents, const Clock &clock, QProcessEnvironment environment,
                   PluginLimits limits = {}, QObject *parent = nullptr);
    ~ExecPluginPool() override;

    /// Thread-safe. A number for one user of the pool, to address consent and cancelling.
    [[nodiscard]] quint64 newClient() { return ++m_clients; }
    /// Thread-safe. Pending while a plugin runs or the user is being asked.
    /// @param refused generation the server answered with 401; 0: none
    [[nodiscard]] QFuture<Answer> fetch(quint64 client, PluginRequest request, quint64 refused);
    /// Thread-safe. The client's pending futures end with Cancelled; a plugin nobody else waits for is ended.
    void cancel(quint64 client);
    /// Thread-safe. Answers consentNeeded() for every configuration waiting for this binary.
    void answerConsent(const QString &binary, bool approved);
    /// Thread-safe. The user tries again: forgets back-off and refusal of this configuration.
    void retry(const QByteArray &key);

Q_SIGNALS:
    void consentNeeded(quint64 client, const QString &binary, const QStringList &arguments);

private:
    struct Waiter {
        quint64 client = 0;
        std::shared_ptr<QPromise<Answer>> promise;
    };
    struct Entry;

    void ask(const QByteArray &key, const PluginRequest &request, quint64 refused, const Waiter &waiter);
    void begin(Entry &entry);
    void run(Entry &entry);
    void onOutput(const QByteArray &key, const Result<QByteArray> &output);
    void noteFailure(Entry &entry, const Error &error);
    void settle(Entry &entry, const Answer &answer);
    [[nodiscard]] std::optional<Error> heldBack(const Entry &entry) const;
    [[nodiscard]] bool isFresh(const Entry &entry, quint64 refused) const;
    [[nodiscard]] QString resolve(const QString &command) const;

    PluginConsents &m_consents;
    const Clock &m_clock;
    QProcessEnvironment m_environment;
    PluginLimits m_limits;
    std::atomic<quint64> m_clients{0};
    QHash<QByteArray, std::shared_ptr<Entry>> m_entries;
    QSet<QString> m_refused; ///< consent subjects
};

} // namespace signalbox::kubernetes
