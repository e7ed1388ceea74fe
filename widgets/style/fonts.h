// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QLocale>
#include <QStringList>

class QApplication;

namespace signalbox
{

/// Sizes and weights of text; families come from Fonts.
enum class TextStyle { Title, Heading, Body, Small, Mono };

/// Font families by language. Chinese needs its own family named: without it Han characters get the shapes
/// of whatever font the system's environment prefers (often Japanese), and Latin text in another family sits
/// on another base line than Chinese text beside it.
class Fonts final
{
public:
    [[nodiscard]] static QStringList families(const QLocale &locale);
    [[nodiscard]] static QStringList monoFamilies(const QLocale &locale);
    /// Sets the application's font. Call at start and on every language switch, with the new QLocale.
    static void apply(QApplication &application, const QLocale &locale);
    /// A font that only fixes size, weight and, for Mono, the families of the default QLocale; everything
    /// else is inherited from the application, so it follows a language switch.
    [[nodiscard]] static QFont font(TextStyle style);
    /// The same with the application's families filled in, for painters.
    [[nodiscard]] static QFont resolved(TextStyle style);
};

} // namespace signalbox
