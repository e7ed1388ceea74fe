// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <chrono>

namespace signalbox
{

/// Ring that fills with elapsed time against a budget, with both as words inside. Over budget it is full and
/// in the warning colour.
class BudgetRing final : public QWidget
{
    Q_OBJECT

public:
    explicit BudgetRing(QWidget *parent = nullptr);

    /// @param budget zero: no budget, the ring stays empty
    void setTimes(std::chrono::seconds elapsed, std::chrono::seconds budget);
    /// Colour of the filled part.
    void setColor(const QColor &color);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();
    [[nodiscard]] QString budgetText() const;

    std::chrono::seconds m_elapsed{0};
    std::chrono::seconds m_budget{0};
    QColor m_color;
};

} // namespace signalbox
