// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTranslator>

namespace signalbox
{

/// Answers every text with Han characters of about the length a translation would have, placeholders kept.
/// Shows texts that are not translatable and room that is too tight, without a translation file.
class PseudoTranslator final : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation,
                                    int n) const override;
    /// The same for a text at hand.
    [[nodiscard]] static QString pseudo(const QString &source);
};

} // namespace signalbox
