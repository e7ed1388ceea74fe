// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/release.h"

#include <QWidget>

namespace signalbox
{

class Card;
class KeyValueRow;
class TextLabel;

/// The two versions of a blue/green release side by side, and how the switch between them stands. Asks to
/// switch; the decision is made elsewhere.
class BlueGreenTab final : public QWidget
{
    Q_OBJECT

public:
    explicit BlueGreenTab(QWidget *parent = nullptr);

    void setRelease(const std::optional<Release> &release);
    void setNow(const QDateTime &now);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// One column of facts about a version.
    struct Side {
        Card *card;
        KeyValueRow *version;
        KeyValueRow *pods;
        KeyValueRow *health;
        KeyValueRow *service;
        KeyValueRow *selector;
        KeyValueRow *image;
        KeyValueRow *kept;
    };

    [[nodiscard]] Side buildSide();
    void retranslateUi();
    void nameSide(const Side &side);
    void fillSide(const Side &side, const Revision *revision, const QString &service,
                  const QString &selector);
    void fillSwitch();

    Side m_active;
    Side m_preview;
    Card *m_switch;
    KeyValueRow *m_state;
    KeyValueRow *m_traffic;
    TextLabel *m_other;
    std::optional<Release> m_release;
    QDateTime m_now;
};

} // namespace signalbox
