// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/track/tracklayout.h"

#include <QDateTime>
#include <QWidget>

namespace signalbox
{

/// The picture of a release: two rails, stations, signals. Shows values given to it, knows no store and no
/// clock.
class TrackView final : public QWidget
{
    Q_OBJECT

public:
    explicit TrackView(QWidget *parent = nullptr);

    void setRelease(const std::optional<Release> &release);
    /// Share of requests the new version really gets, in percent; empty: not measurable now.
    /// @param window how far back the measurement looks; 0: not said
    void setMeasuredShare(std::optional<double> percent, std::chrono::seconds window = {});
    /// Moves countdowns and bake progress. Repaints only if something visible changed.
    void setNow(const QDateTime &now);

    [[nodiscard]] const TrackContent &content() const { return m_content; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void rebuild();
    void relayout();
    [[nodiscard]] TrackMetrics metrics() const;
    [[nodiscard]] QString toolTipAt(const QPointF &position) const;

    std::optional<Release> m_release;
    std::optional<double> m_measured;
    std::chrono::seconds m_window{0};
    QDateTime m_now;
    TrackContent m_content;
    TrackLayout m_layout;
};

} // namespace signalbox
