// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/http/logging.h"

namespace signalbox::http
{

Q_LOGGING_CATEGORY(logHttp, "signalbox.http", QtInfoMsg)

} // namespace signalbox::http
