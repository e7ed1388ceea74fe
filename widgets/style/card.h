// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/elidedlabel.h"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace signalbox
{

/// A rounded surface with an optional title row (title left, remark right) and a column of content.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    /// An empty title and remark hide the row.
    void setTitle(const QString &title);
    [[nodiscard]] QString title() const;
    void setRemark(const QString &remark, std::optional<Tone> tone = Tone::Neutral);
    /// Where content goes.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// For controls right of the remark.
    [[nodiscard]] QHBoxLayout *titleRow() const { return m_titleRow; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showTitleRow();

    QHBoxLayout *m_titleRow;
    QVBoxLayout *m_body;
    ElidedLabel *m_title;
    ElidedLabel *m_remark;
};

} // namespace signalbox
