// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/notifier.h"

#include "widgets/style/safetext.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace signalbox
{

namespace
{

constexpr std::chrono::seconds interval{60};
constexpr int burst = 6;

QString service()
{
    return QStringLiteral("org.freedesktop.Notifications");
}
QString path()
{
    return QStringLiteral("/org/freedesktop/Notifications");
}

} // namespace

Notifier::Notifier(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limiter(interval, burst)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service(), path(), service(), QStringLiteral("ActionInvoked"), this,
                SLOT(onActionInvoked(uint, QString)));
    bus.connect(service(), path(), service(), QStringLiteral("NotificationClosed"), this,
                SLOT(onClosed(uint)));
}

void Notifier::notify(NotificationKind kind, const QString &subject, const std::optional<ReleaseKey> &release)
{
    if (!m_limiter.allow(kind, subject, m_clock.nowUtc()) || !QDBusConnection::sessionBus().isConnected()) {
        return;
    }
    QDBusMessage message =
        QDBusMessage::createMethodCall(service(), path(), service(), QStringLiteral("Notify"));
    // Bodies may be read as markup by the service, so external text is escaped.
    message << QStringLiteral("Signalbox") << uint(0) << QStringLiteral("signalbox") << titleText(kind)
            << safeText(subject).toHtmlEscaped() << QStringList{QStringLiteral("default"), tr("Show")}
            << QVariantMap{} << -1;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, release](QDBusPendingCallWatcher *finished) {
                const QDBusPendingReply<uint> reply = *finished;
                if (reply.isValid() && release) {
                    m_shown.insert(reply.value(), *release);
                }
                finished->deleteLater();
            });
}

void Notifier::onActionInvoked(uint id, const QString &)
{
    const auto found = m_shown.constFind(id);
    if (found != m_shown.constEnd()) {
        Q_EMIT activated(found.value());
    }
}

void Notifier::onClosed(uint id)
{
    m_shown.remove(id);
}

QString Notifier::titleText(NotificationKind kind)
{
    switch (kind) {
    case NotificationKind::GateWaiting:
        return tr("A release waits for a decision");
    case NotificationKind::Undecided:
        return tr("An analysis is inconclusive");
    case NotificationKind::Aborted:
        return tr("A release was aborted; the stable version serves");
    case NotificationKind::Broken:
        return tr("A release is broken");
    case NotificationKind::RollbackDone:
        return tr("The rollback is done and verified");
    case NotificationKind::OperationFailed:
        return tr("An operation failed: take over by hand");
    case NotificationKind::LostContact:
        return tr("Contact with a cluster is lost");
    }
    return {};
}

} // namespace signalbox
