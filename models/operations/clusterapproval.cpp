// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operations/clusterapproval.h"

#include "backends/api/whenfinished.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace signalbox
{

namespace
{

const QLatin1String policyName("signalbox-gated-rollouts");
const QLatin1String gatedKey("signalbox.dev/gated");
const QLatin1String approvalKey("signalbox.dev/approval");
const QLatin1String admissionPath("/apis/admissionregistration.k8s.io/v1/validatingadmissionpolic");

enum class Found { Yes, No, Unknown };

/// Not there is an answer; not allowed to look, or not reached, is none.
template <typename Test> Found foundIn(const Result<QByteArray> &answer, Test test)
{
    if (!answer) {
        return answer.error().code == ErrorCode::NotFound ? Found::No : Found::Unknown;
    }
    const QJsonObject object = QJsonDocument::fromJson(*answer).object();
    return object.isEmpty() ? Found::Unknown : test(object);
}

Found isMarked(const QJsonObject &rollout)
{
    const QJsonObject meta = rollout.value(QLatin1String("metadata")).toObject();
    const QJsonObject annotations = meta.value(QLatin1String("annotations")).toObject();
    return annotations.value(gatedKey).toString() == QLatin1String("true") ? Found::Yes : Found::No;
}

/// A binding for some objects only may leave this one out: that cannot be told from here.
Found isBound(const QJsonObject &binding)
{
    const QJsonObject spec = binding.value(QLatin1String("spec")).toObject();
    const bool ours = spec.value(QLatin1String("policyName")).toString() == policyName;
    const bool denies =
        spec.value(QLatin1String("validationActions")).toArray().contains(QStringLiteral("Deny"));
    if (!ours || !denies) {
        return Found::No;
    }
    return spec.contains(QLatin1String("matchResources")) ? Found::Unknown : Found::Yes;
}

Found isThere(const QJsonObject &policy)
{
    const QJsonObject spec = policy.value(QLatin1String("spec")).toObject();
    return spec.value(QLatin1String("validations")).toArray().isEmpty() ? Found::No : Found::Yes;
}

} // namespace

struct ClusterApproval::Answers {
    int round = 0;
    int open = 3;
    Found marked = Found::Unknown;
    Found bound = Found::Unknown;
    Found policy = Found::Unknown;
};

ClusterApproval::ClusterApproval(QObject *parent)
    : QObject(parent)
{
}

ClusterApproval::~ClusterApproval() = default;

QString ClusterApproval::rolloutPath() const
{
    const auto part = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    return QStringLiteral("/apis/argoproj.io/v1alpha1/namespaces/%1/rollouts/%2")
        .arg(part(m_release->namespaceName), part(m_release->name));
}

void ClusterApproval::follow(ClusterApi *api, const std::optional<ReleaseKey> &release)
{
    if (m_api == api && m_release == release) {
        return;
    }
    m_api = api;
    m_release = release;
    ++m_round;
    settle(Enforcement::Unknown, false);
    refresh();
}

void ClusterApproval::refresh()
{
    if (!m_api || !m_release) {
        return;
    }
    if (m_release->kind != ReleaseKind::Rollout) {
        settle(Enforcement::Advisory, false); // the policy knows Rollouts only
        return;
    }
    auto answers = std::make_shared<Answers>();
    answers->round = ++m_round;
    whenFinished(this, m_api->get(rolloutPath()), [this, answers](const Result<QByteArray> &answer) {
        answers->marked = foundIn(answer, isMarked);
        take(answers);
    });
    whenFinished(this, m_api->get(admissionPath + QLatin1String("ybindings/") + policyName),
                 [this, answers](const Result<QByteArray> &answer) {
                     answers->bound = foundIn(answer, isBound);
                     take(answers);
                 });
    whenFinished(this, m_api->get(admissionPath + QLatin1String("ies/") + policyName),
                 [this, answers](const Result<QByteArray> &answer) {
                     answers->policy = foundIn(answer, isThere);
                     take(answers);
                 });
}

void ClusterApproval::take(const std::shared_ptr<Answers> &answers)
{
    if (--answers->open > 0 || answers->round != m_round) {
        return;
    }
    const QVector<Found> all{answers->marked, answers->bound, answers->policy};
    Enforcement enforcement = Enforcement::EnforcedByCluster;
    if (all.contains(Found::No)) {
        enforcement = Enforcement::Advisory;
    } else if (all.contains(Found::Unknown)) {
        enforcement = Enforcement::Unknown;
    }
    settle(enforcement, answers->marked == Found::Yes);
}

void ClusterApproval::settle(Enforcement enforcement, bool gated)
{
    if (m_enforcement != enforcement || m_gated != gated) {
        m_enforcement = enforcement;
        m_gated = gated;
        Q_EMIT changed();
    }
}

QFuture<Result<Done>> ClusterApproval::approve(const QString &revision, int step, const QString &user)
{
    if (!m_api || !m_release) {
        return answered<Done>(failure(ErrorCode::Unreachable, ErrorLayer::Connection,
                                      QStringLiteral("no connection"), QString()));
    }
    const QString value = QStringLiteral("%1/%2/%3").arg(revision, QString::number(step), user);
    const QJsonObject annotations{{approvalKey, value}};
    const QJsonObject meta{{QStringLiteral("annotations"), annotations}};
    const QJsonDocument patch(QJsonObject{{QStringLiteral("metadata"), meta}});
    const ApiCall call{QByteArrayLiteral("PATCH"), rolloutPath(),
                       QByteArrayLiteral("application/merge-patch+json"),
                       patch.toJson(QJsonDocument::Compact)};
    Answer<Done> answer;
    whenFinished(this, m_api->call(call, false), [answer](const Result<CallAnswer> &sent) {
        answer.give(sent ? Result<Done>(Done()) : tl::unexpected(sent.error()));
    });
    return answer.future();
}

} // namespace signalbox
