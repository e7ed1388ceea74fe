// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/operationnames.h"

#include <array>
#include <utility>

namespace signalbox
{

namespace
{

template <typename T, std::size_t Count> using Names = std::array<std::pair<T, const char *>, Count>;

constexpr Names<MessageCode, 17> titles{{
    {MessageCode::StepShiftTraffic, "ShiftTraffic"},
    {MessageCode::StepAlignSpec, "AlignSpec"},
    {MessageCode::StepUnpause, "Unpause"},
    {MessageCode::StepVerifyReady, "VerifyReady"},
    {MessageCode::StepVerifyTraffic, "VerifyTraffic"},
    {MessageCode::StepVerifyHealth, "VerifyHealth"},
    {MessageCode::StepRecord, "Record"},
    {MessageCode::StepPromote, "Promote"},
    {MessageCode::StepPromoteFully, "PromoteFully"},
    {MessageCode::StepAbort, "Abort"},
    {MessageCode::StepRetry, "Retry"},
    {MessageCode::StepPause, "Pause"},
    {MessageCode::StepResume, "Resume"},
    {MessageCode::StepRestart, "Restart"},
    {MessageCode::StepSetImage, "SetImage"},
    {MessageCode::StepTerminateAnalysis, "TerminateAnalysis"},
    {MessageCode::StepUndo, "Undo"},
}};

constexpr Names<VerifyKind, 14> verifications{{
    {VerifyKind::None, "None"},
    {VerifyKind::SpecObserved, "SpecObserved"},
    {VerifyKind::Aborted, "Aborted"},
    {VerifyKind::NotPaused, "NotPaused"},
    {VerifyKind::Paused, "Paused"},
    {VerifyKind::StepAdvanced, "StepAdvanced"},
    {VerifyKind::TrafficShare, "TrafficShare"},
    {VerifyKind::ReadyReplicas, "ReadyReplicas"},
    {VerifyKind::ErrorRate, "ErrorRate"},
    {VerifyKind::Latency, "Latency"},
    {VerifyKind::StateHealthy, "StateHealthy"},
    {VerifyKind::RestartDone, "RestartDone"},
    {VerifyKind::AnalysisTerminated, "AnalysisTerminated"},
    {VerifyKind::NotAborted, "NotAborted"},
}};

constexpr Names<StepPhase, 7> phases{{
    {StepPhase::Pending, "pending"},
    {StepPhase::Sent, "sent"},
    {StepPhase::Accepted, "accepted"},
    {StepPhase::Observed, "observed"},
    {StepPhase::Effective, "effective"},
    {StepPhase::Failed, "failed"},
    {StepPhase::Skipped, "skipped"},
}};

template <typename T, std::size_t Count> QString nameIn(const Names<T, Count> &names, T wanted)
{
    for (const auto &[value, name] : names) {
        if (value == wanted) {
            return QLatin1String(name);
        }
    }
    return {};
}

template <typename T, std::size_t Count>
std::optional<T> valueIn(const Names<T, Count> &names, const QString &wanted)
{
    for (const auto &[value, name] : names) {
        if (wanted == QLatin1String(name)) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace

QString stepTitleName(MessageCode title)
{
    return nameIn(titles, title);
}

std::optional<MessageCode> stepTitleFromName(const QString &name)
{
    return valueIn(titles, name);
}

QString verifyName(VerifyKind kind)
{
    return nameIn(verifications, kind);
}

std::optional<VerifyKind> verifyFromName(const QString &name)
{
    return valueIn(verifications, name);
}

QString stepPhaseName(StepPhase phase)
{
    return nameIn(phases, phase);
}

std::optional<StepPhase> stepPhaseFromName(const QString &name)
{
    return valueIn(phases, name);
}

} // namespace signalbox
