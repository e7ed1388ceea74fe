// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace signalbox::bench
{

/// Programs inside the program: each is started as `signalbox-bench --child NAME ARGUMENTS` and talks over
/// standard input and output. They return the exit code.

/// A still drill cluster `big` that can be shaken. Arguments: FILE to write the kubeconfig to.
/// Says "ready CONTEXT PODS MARKER", MARKER being the uid of the pod that each burst changes last, and for
/// every PATCH that is no dry run "call TARGET NS".
/// Obeys "burst N ROUND" (changes N pods once, to restart count ROUND; says "burst-done NS"),
/// "storm N ROUND" (bursts of N one after another, ROUND counting up), "calm" (says "calm EVENTS NS") and
/// "copies N" (N copies of the canary under names of their own; says "copies NAMESPACE PREFIX").
int serveCluster(int argc, char **argv, const QStringList &arguments);

/// Lists all pods and shows them in a table. Arguments: KUBECONFIG CONTEXT PODS. Ends after the first paint
/// with all rows; says "rows N SECONDS" (since it was started).
int listPods(int argc, char **argv, const QStringList &arguments);

/// The full console on a cluster, with the pods on screen. Arguments: KUBECONFIG CONTEXT PODS MARKER FOLDER.
/// Says "loaded ROWS". Obeys "memory" (says "memory BYTES"), "burst N ROUND" (says "armed", later "seen
/// CPU_NS STALL_NS WALL_NS UPDATED WORK_NS") and "clicks NAMESPACE PREFIX N" (says "click NAME
/// PRESSED_NS CONFIRMED_NS SENT_NS" for each, then "clicked WORK_NS"). WORK_NS is the most processor time
/// that the GUI thread used in one go.
int runConsole(int argc, char **argv, const QStringList &arguments);

/// The full console left alone with several clusters and twelve charts on screen. Arguments: KUBECONFIG
/// PROMETHEUS SECONDS FOLDER CONTEXT... Says "idle CPU_SECONDS WALL_SECONDS CHARTS CLUSTERS".
int idleConsole(int argc, char **argv, const QStringList &arguments);

/// Shows a checklist and changes every item of it again and again. Arguments: ITEMS ROUNDS. Says "checklist
/// MEDIAN P95 WORST", in milliseconds of processor time from the evidence
/// to the painted rows.
int refreshChecklist(int argc, char **argv, const QStringList &arguments);

} // namespace signalbox::bench
