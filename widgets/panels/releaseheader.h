// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/operation.h"
#include "models/domain/release.h"
#include "widgets/style/format.h"

#include <QWidget>

namespace signalbox
{

class Chip;
class ElidedLabel;
class StatePill;

/// Name, versions, state, since when and by whom, what comes next. A value view: give it a release and the
/// time.
class ReleaseHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit ReleaseHeader(QWidget *parent = nullptr);

    void setRelease(const std::optional<Release> &release);
    /// Who started the release, if the ledger knows; external text.
    void setStartedBy(const QString &actor);
    /// While it runs, the header says what it does, who started it and why.
    void setOperation(const std::optional<OperationStatus> &operation);
    void setNow(const QDateTime &now);
    void setZone(TimeZoneChoice zone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();
    [[nodiscard]] QString versionsText() const;
    [[nodiscard]] QString whereText() const;
    [[nodiscard]] QString storyText() const;
    [[nodiscard]] QString operationStory() const;
    [[nodiscard]] bool isOperating() const;

    ElidedLabel *m_name;
    ElidedLabel *m_versions;
    StatePill *m_state;
    ElidedLabel *m_story;
    Chip *m_freshness;
    std::optional<Release> m_release;
    std::optional<OperationStatus> m_operation;
    QString m_startedBy;
    QDateTime m_now;
    TimeZoneChoice m_zone = TimeZoneChoice::Local;
};

} // namespace signalbox
