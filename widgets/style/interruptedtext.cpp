// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/interruptedtext.h"

#include "widgets/style/messagetext.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"

#include <QCoreApplication>

namespace signalbox
{

namespace
{

/// A noun that begins the sentence gets a capital where the language has any. A name keeps its own.
QString atItsPlace(const QString &noun, const QString &sentence)
{
    return sentence.startsWith(QLatin1String("%1")) ? noun.left(1).toUpper() + noun.mid(1) : noun;
}

} // namespace

QString interruptedText(const OperationStatus &status)
{
    const ActionRequest &request = status.plan.request;
    const QString action = actionNoun(request.kind);
    const QString name = safeText(request.release.name, 60);
    const QString target = safeText(status.plan.targetVersion, 40);
    //: %1 is an action as a noun (rollback), %2 the release, %3 the version it was going to
    const QString to = QCoreApplication::translate("InterruptedText", "%1 of %2 to %3");
    //: %1 is an action as a noun (promotion), %2 the release
    const QString plain = QCoreApplication::translate("InterruptedText", "%1 of %2");
    const QString what = target.isEmpty() ? plain.arg(atItsPlace(action, plain), name)
                                          : to.arg(atItsPlace(action, to), name, target);
    if (status.steps.isEmpty()) {
        //: %1 is "Rollback of checkout to 2.4.0"
        return QCoreApplication::translate("InterruptedText", "%1 was interrupted.").arg(what);
    }
    const QString step = messageText(status.plan.steps.value(status.currentStep).title);
    //: %1 is "Rollback of checkout to 2.4.0", %2 and %3 are numbers, %4 is the title of the step
    return QCoreApplication::translate("InterruptedText", "%1 was interrupted at step %2 of %3, “%4”.")
        .arg(what, QString::number(status.currentStep + 1), QString::number(status.steps.size()), step);
}

} // namespace signalbox
