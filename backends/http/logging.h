// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace signalbox::http
{

Q_DECLARE_LOGGING_CATEGORY(logHttp)

} // namespace signalbox::http
