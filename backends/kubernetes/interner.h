// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <unordered_map>

namespace signalbox::kubernetes
{

/// One QString for each distinct text: objects of a cluster repeat namespaces, images, node names, labels.
/// Bounded: starts over when full. One thread.
class Interner
{
public:
    /// Invalid UTF-8 becomes replacement characters.
    [[nodiscard]] QString text(std::string_view utf8);

private:
    struct Hash {
        using is_transparent = void;
        size_t operator()(std::string_view view) const { return std::hash<std::string_view>{}(view); }
    };
    std::unordered_map<std::string, QString, Hash, std::equal_to<>> m_texts;
};

} // namespace signalbox::kubernetes
