// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/operations/decisionview.h"
#include "widgets/panels/decisionintent.h"
#include "widgets/style/format.h"
#include "widgets/style/statuspalette.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace signalbox
{

class TextLabel;

/// The rules of the interlocking that hold the next step, each with its id and sentence; those that may be
/// set aside with a button, the others with the word why not. Every exception of this run stays listed.
class InterlockList final : public QWidget
{
    Q_OBJECT

public:
    explicit InterlockList(QWidget *parent = nullptr);

    void setView(const DecisionView &view);
    void setNow(const QDateTime &now, TimeZoneChoice zone);

Q_SIGNALS:
    void intended(const signalbox::DecisionIntent &intent);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        QWidget *box;
        TextLabel *text;
        QPushButton *button;
        DecisionIntent intent;
    };
    struct Entry {
        QString text;
        std::optional<Tone> tone;
        QString button; ///< empty: none
        QString why;    ///< why the button is disabled
        DecisionIntent intent;
    };
    [[nodiscard]] QVector<Entry> entries() const;
    [[nodiscard]] Entry holdEntry(const InterlockHold &hold) const;
    [[nodiscard]] Entry overrideEntry(const Override &entry) const;
    void refresh();
    void addLine();

    DecisionView m_view;
    QDateTime m_now;
    TimeZoneChoice m_zone = TimeZoneChoice::Local;
    QVBoxLayout *m_column;
    QVector<Line> m_lines;
};

} // namespace signalbox
