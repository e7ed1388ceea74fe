// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backends/drill/eventrecorder.h"
#include "backends/drill/objectstore.h"
#include "backends/drill/ownerindex.h"
#include "backends/drill/workqueue.h"
#include "backends/drill/worldrandom.h"

#include <QString>

#include <functional>

namespace signalbox::drill
{

/// How an image behaves once it is asked to run.
struct ImageBehaviour {
    bool cannotBePulled = false;
    bool crashes = false;
    double leakMegabytesPerMinute = 0; ///< of simulated time per pod
    double memoryMegabytes = 180;      ///< at start
    double memoryLimitMegabytes = 512;
};

/// How fast the simulated cluster is.
struct WorldPace {
    double speed = 1;         ///< divides delays
    bool instantPods = false; ///< pods are born ready; for filling a cluster
};

/// What every controller of one cluster works with. Everything is owned by World and outlives controllers.
struct WorldContext {
    ObjectStore &store;
    const Clock &clock;
    WorkQueue &queue;
    EventRecorder &events;
    OwnerIndex &owners;
    WorldRandom &random;
    WorldPace &pace;
    std::function<ImageBehaviour(const QString &image)> behaviourOf;
};

} // namespace signalbox::drill
