// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/kubernetes/interner.h"

namespace signalbox::kubernetes
{

namespace
{

constexpr size_t MaxTexts = 65536;
constexpr size_t MaxLength = 256; // longer texts hardly ever repeat

} // namespace

QString Interner::text(std::string_view utf8)
{
    if (utf8.empty()) {
        return {};
    }
    const auto found = m_texts.find(utf8);
    if (found != m_texts.end()) {
        return found->second;
    }
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    if (utf8.size() <= MaxLength) {
        if (m_texts.size() >= MaxTexts) {
            m_texts.clear();
        }
        m_texts.emplace(utf8, text);
    }
    return text;
}

} // namespace signalbox::kubernetes
