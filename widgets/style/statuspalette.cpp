// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/statuspalette.h"

#include "widgets/style/themecolors.h"

namespace signalbox
{

Tone toneOf(ReleaseState state)
{
    switch (state) {
    case ReleaseState::Broken:
        return Tone::Bad;
    case ReleaseState::WaitingForPerson:
    case ReleaseState::Undecided:
        return Tone::Warning;
    case ReleaseState::BlockedByRule:
        return Tone::Bad;
    case ReleaseState::RolledBack:
        return Tone::Reverted;
    case ReleaseState::WaitingForTime:
    case ReleaseState::Advancing:
        return Tone::Info;
    case ReleaseState::Healthy:
        return Tone::Good;
    case ReleaseState::Unknown:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return Tone::Good;
    case Verdict::Fail:
        return Tone::Bad;
    case Verdict::Unknown:
    case Verdict::Inconclusive:
        return Tone::Warning;
    case Verdict::Insufficient:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Live:
    case Freshness::Polling:
        return Tone::Good;
    case Freshness::Loading:
        return Tone::Info;
    case Freshness::Reconnecting:
    case Freshness::Stale:
    case Freshness::NoPermission:
        return Tone::Warning;
    case Freshness::Unreachable:
        return Tone::Bad;
    case Freshness::NeverLoaded:
    case Freshness::NotInstalled:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(StepPhase phase)
{
    switch (phase) {
    case StepPhase::Sent:
    case StepPhase::Accepted:
    case StepPhase::Observed:
        return Tone::Warning;
    case StepPhase::Effective:
        return Tone::Good;
    case StepPhase::Failed:
        return Tone::Bad;
    case StepPhase::Pending:
    case StepPhase::Skipped:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(OperationPhase phase)
{
    switch (phase) {
    case OperationPhase::Running:
        return Tone::Info;
    case OperationPhase::Succeeded:
        return Tone::Good;
    case OperationPhase::Failed:
        return Tone::Bad;
    case OperationPhase::StoppedByHand:
        return Tone::Warning;
    case OperationPhase::Prepared:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(RevisionHealth health)
{
    switch (health) {
    case RevisionHealth::Healthy:
        return Tone::Good;
    case RevisionHealth::Progressing:
        return Tone::Warning;
    case RevisionHealth::Degraded:
        return Tone::Bad;
    case RevisionHealth::ScaledDown:
        break;
    }
    return Tone::Neutral;
}

StatusPalette::StatusPalette(const QPalette &palette)
    : m_colors(themeColors(palette))
{
}

QColor StatusPalette::color(Tone tone) const
{
    switch (tone) {
    case Tone::Good:
        return m_colors.good;
    case Tone::Info:
        return m_colors.info;
    case Tone::Warning:
        return m_colors.warning;
    case Tone::Bad:
        return m_colors.bad;
    case Tone::Reverted:
        return m_colors.reverted;
    case Tone::Stable:
        return m_colors.stable;
    case Tone::Fresh:
        return m_colors.fresh;
    case Tone::Neutral:
        break;
    }
    return m_colors.neutral;
}

QColor StatusPalette::onFill() const
{
    return m_colors.onTone;
}
QColor StatusPalette::canvas() const
{
    return m_colors.canvas;
}
QColor StatusPalette::surface() const
{
    return m_colors.surface;
}
QColor StatusPalette::raised() const
{
    return m_colors.raised;
}
QColor StatusPalette::border() const
{
    return m_colors.border;
}
QColor StatusPalette::borderStrong() const
{
    return m_colors.borderStrong;
}
QColor StatusPalette::track() const
{
    return m_colors.track;
}
QColor StatusPalette::text() const
{
    return m_colors.text;
}
QColor StatusPalette::muted() const
{
    return m_colors.muted;
}
QColor StatusPalette::accent() const
{
    return m_colors.accent;
}
QColor StatusPalette::marker() const
{
    return m_colors.marker;
}

} // namespace signalbox
