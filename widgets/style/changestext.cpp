// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/changestext.h"

#include "widgets/style/format.h"
#include "widgets/style/safetext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace signalbox
{

namespace
{

struct FieldWords {
    const char *field;
    const char *words;
};

constexpr std::array<FieldWords, 11> known = {{
    {"metadata.uid", QT_TRANSLATE_NOOP("ChangesText", "it was deleted, and another one has its name")},
    {"metadata.generation", QT_TRANSLATE_NOOP("ChangesText", "its spec was written just now")},
    {"metadata.ownerReferences", QT_TRANSLATE_NOOP("ChangesText", "it belongs to another object")},
    {"metadata.annotations.deployment.kubernetes.io~1revision",
     QT_TRANSLATE_NOOP("ChangesText", "it has another revision")},
    {"spec.template", QT_TRANSLATE_NOOP("ChangesText", "its pod template is another one")},
    {"spec.strategy", QT_TRANSLATE_NOOP("ChangesText", "its strategy was edited")},
    {"spec.paused", QT_TRANSLATE_NOOP("ChangesText", "it was paused or resumed by hand")},
    {"status.currentPodHash", QT_TRANSLATE_NOOP("ChangesText", "another version is on its way")},
    {"status.stableRS", QT_TRANSLATE_NOOP("ChangesText", "another version is the stable one")},
    {"status.currentStepIndex", QT_TRANSLATE_NOOP("ChangesText", "it is at another step")},
    {"status.pauseConditions", QT_TRANSLATE_NOOP("ChangesText", "it waits for something else")},
}};

QString wordsFor(const QString &change)
{
    const auto colon = change.indexOf(QLatin1String(": "));
    QString field = change.left(colon).trimmed();
    if (field.startsWith(QLatin1Char('/'))) {
        field = field.mid(1).replace(QLatin1Char('/'), QLatin1Char('.'));
    }
    if (field == QLatin1String("metadata.uid") && change.trimmed().endsWith(QLatin1String("->"))) {
        return QCoreApplication::translate("ChangesText", "it does not exist any more");
    }
    if (field == QLatin1String("status.abort")) {
        return change.endsWith(QLatin1String("true"))
                   ? QCoreApplication::translate("ChangesText", "it was aborted")
                   : QCoreApplication::translate("ChangesText", "it was retried after an abort");
    }
    const auto found = std::find_if(known.cbegin(), known.cend(), [&field](const FieldWords &each) {
        return field == QLatin1String(each.field);
    });
    if (found != known.cend()) {
        return QCoreApplication::translate("ChangesText", found->words);
    }
    //: %1 is the name of a field, as Kubernetes has it
    return QCoreApplication::translate("ChangesText", "%1 is another one").arg(safeText(field, 80));
}

} // namespace

QString changesText(const QString &fields)
{
    QStringList words;
    for (const QString &change : fields.split(QLatin1String("; "), Qt::SkipEmptyParts)) {
        words.append(wordsFor(change));
    }
    words.removeDuplicates();
    //: between the parts of a list of changes
    return words.isEmpty() ? dashText() : words.join(QCoreApplication::translate("ChangesText", "; "));
}

} // namespace signalbox
