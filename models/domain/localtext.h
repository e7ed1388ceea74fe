// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace signalbox
{

/// Text people read, written in each language by the author of a plan, never converted from one to another.
struct LocalText {
    QString en;
    QString zhTw;
    QString zhCn;
    [[nodiscard]] bool isEmpty() const { return en.isEmpty() && zhTw.isEmpty() && zhCn.isEmpty(); }
    [[nodiscard]] bool isComplete() const { return !en.isEmpty() && !zhTw.isEmpty() && !zhCn.isEmpty(); }
    /// @param language en, zh_TW or zh_CN; a missing text falls back to English, then to any there is.
    [[nodiscard]] QString in(const QString &language) const;
    /// As one argument of a Message, so that each reader gets their own language.
    [[nodiscard]] QString packed() const;
    /// A text that was not packed stands for all languages.
    [[nodiscard]] static LocalText unpacked(const QString &argument);
    bool operator==(const LocalText &) const = default;
};

} // namespace signalbox
