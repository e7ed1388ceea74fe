// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/composition/workspace.h"

#include <QObject>
#include <QTextStream>

namespace signalbox
{

/// What was asked of signalboxctl.
struct CtlRequest {
    QString command;          ///< contexts, releases, show, plan, do, operations
    QString operationCommand; ///< list, resume, give-up
    QString operation;        ///< id of an interrupted operation
    ReleaseKey release;       ///< its kind counts only if kindGiven
    bool kindGiven = false;
    ActionKind action = ActionKind::Promote;
    QString target;
    QString container;
    QString image;
    QString reason;
    QString context; ///< empty: the current one
    bool json = false;
};

/// signalboxctl: the console's facts and actions from a terminal, over the same stores and the same desk.
class Ctl final : public QObject
{
    Q_OBJECT

public:
    Ctl(Workspace &workspace, CtlRequest request, QObject *parent = nullptr);
    /// Begins; ends with finished().
    void start();

Q_SIGNALS:
    /// @param code 0 done, 1 refused or failed
    void finished(int code);

private:
    void whenSettled();
    void listContexts();
    void listReleases();
    void showRelease();
    /// The release asked for: without a kind the Rollout of that name, else the Deployment. Fails if neither.
    [[nodiscard]] const Release *findRelease();
    void prepare();
    void openContext();
    void readOperations();
    void listOperations();
    void resumeOperation();
    void giveUpOperation();
    void begin(const ActionPlan &plan);
    void startNow(const ActionPlan &plan);
    void follow(ReleaseOperation *operation);
    void report(const OperationStatus &status);
    void fail(const Error &error);
    void print(const QString &line);

    Workspace &m_workspace;
    CtlRequest m_request;
    QTextStream m_out;
    bool m_loaded = false;
    int m_reported = -1; ///< step
    QString m_observed;
};

} // namespace signalbox
