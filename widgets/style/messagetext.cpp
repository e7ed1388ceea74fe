// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/messagetext.h"

#include "models/domain/actionname.h"
#include "models/domain/localtext.h"
#include "models/domain/verification.h"
#include "widgets/style/changestext.h"
#include "widgets/style/format.h"
#include "widgets/style/messagetable.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"
#include "widgets/style/steptext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace signalbox
{

namespace
{

QString actionArgument(const QString &name)
{
    const auto kind = actionFromName(name);
    return kind ? actionNoun(*kind) : name.isEmpty() ? dashText() : safeText(name);
}

/// A step in the backend's short words, as far as this version knows them; the rest stays as it is.
QString stepArgument(const QString &words)
{
    static const QRegularExpression weight(QStringLiteral("^setWeight: (\\d+)$"));
    if (const auto match = weight.match(words); match.hasMatch()) {
        StepRow step;
        step.kind = StepKind::SetWeight;
        step.weight = match.captured(1).toInt();
        return stepText(step);
    }
    if (words == QLatin1String("pause")) {
        StepRow step;
        step.kind = StepKind::Pause;
        return stepText(step);
    }
    return words.isEmpty() ? dashText() : safeText(words);
}

/// Names of another version stay as they are.
QString problemArgument(const QString &name)
{
    if (name == QLatin1String("NotConfigured")) {
        return QCoreApplication::translate("MessageText", "no metrics server is configured");
    }
    for (int i = 1; i <= static_cast<int>(ValueProblem::QueryFailed); ++i) {
        if (name == problemName(static_cast<ValueProblem>(i))) {
            return problemText(static_cast<ValueProblem>(i));
        }
    }
    return name.isEmpty() ? dashText() : safeText(name);
}

QString argumentText(const QString &raw, Argument kind)
{
    if (kind == Argument::Problem) {
        return problemArgument(raw);
    }
    bool isNumber = false;
    const double number = raw.toDouble(&isNumber);
    if (kind == Argument::Action) {
        return actionArgument(raw);
    }
    if (kind == Argument::Step) {
        return stepArgument(raw);
    }
    if (kind == Argument::Problem) {
        return problemArgument(raw);
    }
    if (kind == Argument::Changes) {
        return changesText(raw);
    }
    if (kind == Argument::LocalText) {
        const QString text = LocalText::unpacked(raw).in(QLocale().name());
        return text.isEmpty() ? dashText() : safeText(text);
    }
    if (kind == Argument::Time) {
        const QDateTime time = QDateTime::fromString(raw, Qt::ISODate);
        return time.isValid() ? dateTimeText(time, TimeZoneChoice::Local) : dashText();
    }
    if (kind == Argument::Text || !isNumber || !std::isfinite(number)) {
        return raw.isEmpty() ? dashText() : safeText(raw);
    }
    switch (kind) {
    case Argument::Seconds:
        return durationText(std::chrono::seconds(std::llround(number)));
    case Argument::Milliseconds:
        return millisecondsText(number);
    case Argument::Percent:
        return ratioText(number / 100);
    case Argument::Count:
        return countText(std::llround(number));
    case Argument::None:
    case Argument::Text:
    case Argument::Action:
    case Argument::Step:
    case Argument::Problem:
    case Argument::Changes:
    case Argument::Time:
    case Argument::LocalText:
        break;
    }
    return safeText(raw);
}

} // namespace

QString messageText(const Message &message)
{
    const MessageEntry &entry = messageEntry(message.code);
    QString text = QCoreApplication::translate("MessageText", entry.text);
    QStringList arguments;
    for (std::size_t i = 0; i < entry.arguments.size() && entry.arguments.at(i) != Argument::None; ++i) {
        arguments << argumentText(message.args.value(static_cast<qsizetype>(i)), entry.arguments.at(i));
    }
    // All at once, so that a "%2" inside an argument stays what it is.
    switch (arguments.size()) {
    case 0:
        return text;
    case 1:
        return text.arg(arguments.at(0));
    case 2:
        return text.arg(arguments.at(0), arguments.at(1));
    default:
        return text.arg(arguments.at(0), arguments.at(1), arguments.at(2));
    }
}

QString messageLines(const QVector<Message> &messages)
{
    QStringList lines;
    lines.reserve(messages.size());
    for (const Message &message : messages) {
        lines << messageText(message);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace signalbox
