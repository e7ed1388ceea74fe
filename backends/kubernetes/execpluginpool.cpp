// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/execpluginpool.h"

#include <QCryptographicHash>
#include <QDir>
#include <QPointer>
#include <QStandardPaths>

namespace signalbox::kubernetes
{

namespace
{

using namespace std::chrono_literals;

/// Requests that were under way when a renewal ended come back with 401 a moment later; within this time they
/// get the new credential instead of another run.
constexpr std::chrono::milliseconds renewalQuiet = 10s;
constexpr int failuresUntilStop = 3;

Error pluginError(ErrorCode code, const QString &binary, const QString &why)
{
    return Error{code, ErrorLayer::Credentials, 0, {}, QStringLiteral("%1 %2").arg(binary, why), binary, {}};
}

Error cancelled(const QString &binary)
{
    return pluginError(ErrorCode::Cancelled, binary, QStringLiteral("cancelled"));
}

void fulfil(QPromise<ExecPluginPool::Answer> &promise, const ExecPluginPool::Answer &answer)
{
    promise.addResult(answer);
    promise.finish();
}

} // namespace

struct ExecPluginPool::Entry {
    QByteArray key;
    PluginRequest request;
    QString binary;
    std::optional<NumberedCredential> cached;
    quint64 generation = 0;
    QVector<Waiter> waiters;
    QPointer<PluginProcess> process;
    bool asking = false;
    bool renewing = false;
    std::optional<std::chrono::milliseconds> renewedAt;
    int failures = 0;
    std::chrono::milliseconds notBefore{0};
    std::optional<Error> lastError;
};

QByteArray PluginRequest::key() const
{
    QCryptographicHash digest(QCryptographicHash::Sha256);
    const auto add = [&digest](const QByteArray &bytes) {
        digest.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    };
    add(exec.command.toUtf8());
    add(execInfo);
    add(QByteArray::number(static_cast<int>(exec.interactive)));
    for (const QString &argument : exec.arguments) {
        add(argument.toUtf8());
    }
    digest.addData("env");
    for (const auto &[name, value] : exec.environment) {
        add(name.toUtf8());
        add(value.toUtf8());
    }
    return digest.result();
}

ExecPluginPool::ExecPluginPool(PluginConsents &consents, const Clock &clock, QProcessEnvironment environment,
                               PluginLimits limits, QObject *parent)
    : QObject(parent)
    , m_consents(consents)
    , m_clock(clock)
    , m_environment(std::move(environment))
    , m_limits(limits)
{
}

ExecPluginPool::~ExecPluginPool()
{
    for (const auto &entry : std::as_const(m_entries)) {
        if (entry->process) {
            entry->process->disconnect(this);
        }
        settle(*entry, tl::unexpected(cancelled(entry->binary)));
    }
}

QFuture<ExecPluginPool::Answer> ExecPluginPool::fetch(quint64 client, PluginRequest request, quint64 refused)
{
    Waiter waiter{client, std::make_shared<QPromise<Answer>>()};
    waiter.promise->start();
    QFuture<Answer> future = waiter.promise->future();
    QMetaObject::invokeMethod(this, [this, waiter, refused, request = std::move(request)] {
        ask(request.key(), request, refused, waiter);
    });
    return future;
}

void ExecPluginPool::ask(const QByteArray &key, const PluginRequest &request, quint64 refused,
                         const Waiter &waiter)
{
    std::shared_ptr<Entry> &slot = m_entries[key];
    if (!slot) {
        slot = std::make_shared<Entry>();
        slot->key = key;
        slot->request = request;
        slot->binary = request.exec.command;
    }
    const std::shared_ptr<Entry> entry = slot;
    const bool flying = entry->asking || entry->process;
    if (!flying && isFresh(*entry, refused)) {
        fulfil(*waiter.promise, *entry->cached);
        return;
    }
    if (const auto held = flying ? std::nullopt : heldBack(*entry)) {
        fulfil(*waiter.promise, tl::unexpected(*held));
        return;
    }
    const bool known = std::any_of(entry->waiters.begin(), entry->waiters.end(),
                                   [&waiter](const Waiter &other) { return other.client == waiter.client; });
    entry->waiters.append(waiter);
    if (!flying) {
        entry->cached.reset();
        entry->renewing = refused != 0;
        begin(*entry);
    } else if (entry->asking && !known) {
        Q_EMIT consentNeeded(waiter.client, entry->binary, request.exec.arguments);
    }
}

bool ExecPluginPool::isFresh(const Entry &entry, quint64 refused) const
{
    if (!entry.cached) {
        return false;
    }
    const QDateTime &expires = entry.cached->credential.expires;
    if (expires.isValid() && m_clock.nowUtc() > expires) {
        return false;
    }
    return entry.generation > refused ||
           (entry.renewedAt && m_clock.steady() - *entry.renewedAt < renewalQuiet);
}

std::optional<Error> ExecPluginPool::heldBack(const Entry &entry) const
{
    if (entry.lastError && entry.failures >= failuresUntilStop) {
        Error error = *entry.lastError;
        error.detail += QStringLiteral("; stopped after %1 failures until you try again").arg(entry.failures);
        return error;
    }
    const std::chrono::milliseconds wait = entry.notBefore - m_clock.steady();
    if (entry.lastError && wait.count() > 0) {
        Error error = *entry.lastError;
        error.retryAfter = wait;
        return error;
    }
    return std::nullopt;
}

QString ExecPluginPool::resolve(const QString &command) const
{
    if (QDir::isAbsolutePath(command)) {
        return QStandardPaths::findExecutable(command);
    }
    // Relative parts of PATH are left out: what they mean depends on where the program was started.
    QStringList directories;
    for (const QString &directory :
         m_environment.value(QStringLiteral("PATH")).split(QDir::listSeparator(), Qt::SkipEmptyParts)) {
        if (QDir::isAbsolutePath(directory)) {
            directories.append(directory);
        }
    }
    return directories.isEmpty() ? QString() : QStandardPaths::findExecutable(command, directories);
}

void ExecPluginPool::begin(Entry &entry)
{
    const ExecConfig &exec = entry.request.exec;
    if (exec.interactive == ExecConfig::Interactive::Always) {
        settle(entry, tl::unexpected(pluginError(ErrorCode::Unsupported, exec.command,
                                                 QStringLiteral("wants a terminal (interactiveMode: Always), "
                                                                "which a desktop program does not have"))));
        return;
    }
    const QString found = resolve(exec.command);
    if (found.isEmpty()) {
        QString why = QStringLiteral("was not found");
        if (!QDir::isAbsolutePath(exec.command)) {
            why += QStringLiteral(" in PATH (%1)").arg(m_environment.value(QStringLiteral("PATH")));
        }
        const QString hint = cleanForeignText(exec.installHint.toUtf8());
        settle(entry, tl::unexpected(pluginError(ErrorCode::PluginFailed, exec.command,
                                                 hint.isEmpty() ? why : why + QStringLiteral(": ") + hint)));
        return;
    }
    entry.binary = found;
    const QString subject = consentSubject(exec, found);
    if (m_consents.isApproved(subject)) {
        run(entry);
    } else if (m_refused.contains(subject)) {
        settle(entry, tl::unexpected(pluginError(ErrorCode::ConsentNeeded, found,
                                                 QStringLiteral("may not run: the user refused"))));
    } else {
        entry.asking = true;
        QSet<quint64> asked;
        for (const Waiter &waiter : QVector<Waiter>(entry.waiters)) {
            if (!asked.contains(waiter.client)) {
                asked.insert(waiter.client);
                Q_EMIT consentNeeded(waiter.client, found, exec.arguments);
            }
        }
    }
}

void ExecPluginPool::run(Entry &entry)
{
    PluginCommand command{entry.binary, entry.request.exec.arguments, m_environment};
    for (const auto &[name, value] : entry.request.exec.environment) {
        command.environment.insert(name, value);
    }
    command.environment.insert(QStringLiteral("KUBERNETES_EXEC_INFO"),
                               QString::fromUtf8(entry.request.execInfo));
    entry.process = new PluginProcess(std::move(command), m_limits, this);
    connect(entry.process, &PluginProcess::finished, this,
            [this, key = entry.key](const Result<QByteArray> &output) { onOutput(key, output); });
    entry.process->start();
}

void ExecPluginPool::onOutput(const QByteArray &key, const Result<QByteArray> &output)
{
    const std::shared_ptr<Entry> entry = m_entries.value(key);
    entry->process.clear();
    if (!output) {
        noteFailure(*entry, output.error());
        return;
    }
    Result<PluginCredential> credential =
        parseExecCredential(*output, entry->request.exec.apiVersion, entry->binary);
    if (!credential) {
        noteFailure(*entry, credential.error());
        return;
    }
    entry->failures = 0;
    entry->lastError.reset();
    entry->cached = NumberedCredential{*credential, ++entry->generation};
    entry->renewedAt = entry->renewing ? std::optional(m_clock.steady()) : std::nullopt;
    settle(*entry, *entry->cached);
}

void ExecPluginPool::noteFailure(Entry &entry, const Error &error)
{
    // Ended by the user is no failure of the plugin: the next request may ask again.
    if (error.code != ErrorCode::Cancelled) {
        ++entry.failures;
        entry.lastError = error;
        entry.notBefore = m_clock.steady() + (entry.failures == 1 ? 1min : 5min);
    }
    settle(entry, tl::unexpected(error));
}

void ExecPluginPool::settle(Entry &entry, const Answer &answer)
{
    // Taken out first: a continuation may ask again at once.
    const QVector<Waiter> waiters = std::exchange(entry.waiters, {});
    entry.asking = false;
    for (const Waiter &waiter : waiters) {
        fulfil(*waiter.promise, answer);
    }
}

void ExecPluginPool::cancel(quint64 client)
{
    QMetaObject::invokeMethod(this, [this, client] {
        for (const auto &entry : QHash<QByteArray, std::shared_ptr<Entry>>(m_entries)) {
            QVector<Waiter> leaving;
            const auto belongs = [client](const Waiter &waiter) { return waiter.client == client; };
            std::copy_if(entry->waiters.begin(), entry->waiters.end(), std::back_inserter(leaving), belongs);
            if (leaving.isEmpty()) {
                continue;
            }
            entry->waiters.removeIf(belongs);
            if (entry->waiters.isEmpty()) {
                entry->asking = false;
                if (entry->process) {
                    entry->process->cancel();
                }
            }
            for (const Waiter &waiter : leaving) {
                fulfil(*waiter.promise, tl::unexpected(cancelled(entry->binary)));
            }
        }
    });
}

void ExecPluginPool::answerConsent(const QString &binary, bool approved)
{
    QMetaObject::invokeMethod(this, [this, binary, approved] {
        for (const auto &entry : QHash<QByteArray, std::shared_ptr<Entry>>(m_entries)) {
            if (!entry->asking || entry->binary != binary) {
                continue;
            }
            const QString subject = consentSubject(entry->request.exec, binary);
            entry->asking = false;
            if (approved) {
                m_consents.approve(subject);
            } else {
                m_refused.insert(subject);
            }
            begin(*entry);
        }
    });
}

void ExecPluginPool::retry(const QByteArray &key)
{
    QMetaObject::invokeMethod(this, [this, key] {
        const std::shared_ptr<Entry> entry = m_entries.value(key);
        if (entry) {
            entry->failures = 0;
            entry->lastError.reset();
            m_refused.remove(consentSubject(entry->request.exec, entry->binary));
        }
    });
}

} // namespace signalbox::kubernetes
