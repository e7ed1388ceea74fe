// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/probes/httpprobe.h"

namespace signalbox::probes
{

/// HEAD of an object or bucket by a presigned address, which is a secret as a whole: findings name the host
/// only. Source: requirements S1-ENV-04; answers by the S3 API, HeadObject and HeadBucket.
class S3Probe final : public HttpProbe
{
    Q_OBJECT

public:
    using HttpProbe::HttpProbe;

protected:
    void run() override;
    void onResponse(const http::Response &response) override;

private:
    void onAddress(const Result<QString> &address);
};

} // namespace signalbox::probes
