// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPushButton;

namespace signalbox
{

/// Normal is outlined, Primary filled with the accent, Danger filled with red, Plain has no frame.
enum class ButtonRole { Normal, Primary, Danger, Plain };

/// Gives a button its look through the style sheet's [role="…"] rules.
void setButtonRole(QPushButton &button, ButtonRole role);

} // namespace signalbox
