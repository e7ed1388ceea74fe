// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/elidedlabel.h"

#include <QWidget>

namespace signalbox
{

/// "Bake time 30 m … done": a name on the left, a value on the right with the colour of a tone and its sign.
class KeyValueRow final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyValueRow(QWidget *parent = nullptr);

    void setKey(const QString &key);
    void setValue(const QString &value, std::optional<Tone> tone = std::nullopt);
    /// For values people compare letter by letter: hashes, selectors, images.
    void setMono(bool mono);
    [[nodiscard]] QString key() const;
    [[nodiscard]] QString value() const;

private:
    void nameForAssistance();

    ElidedLabel *m_key;
    ElidedLabel *m_value;
};

} // namespace signalbox
