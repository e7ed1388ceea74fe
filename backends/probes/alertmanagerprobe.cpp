// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/alertmanagerprobe.h"

#include "backends/api/whenfinished.h"
#include "backends/probes/findings.h"

#include <algorithm>

namespace signalbox::probes
{

void AlertmanagerProbe::run()
{
    if (!readMatchers()) {
        finish(unknown("parameter-invalid", {QStringLiteral("matchers")}));
        return;
    }
    if (!arguments().has("receivers")) {
        askAlerts();
        return;
    }
    whenFinished(this, reach().alertsStatus(context().release.cluster),
                 [this](const Result<AlertsStatus> &status) { onStatus(status); });
}

bool AlertmanagerProbe::readMatchers()
{
    static const QRegularExpression shape(QStringLiteral("^([a-zA-Z_][a-zA-Z0-9_]*)(=~|!~|!=|=)(.*)$"),
                                          QRegularExpression::DotMatchesEverythingOption);
    for (const QString &text : arguments().list("matchers")) {
        const auto match = shape.match(text);
        const QString word = match.captured(2);
        const bool isPattern = word.endsWith(QLatin1Char('~'));
        const QString value = isPattern ? match.captured(3) : QRegularExpression::escape(match.captured(3));
        Matcher matcher{match.captured(1), QRegularExpression(QRegularExpression::anchoredPattern(value)),
                        word.startsWith(QLatin1Char('!'))};
        if (!match.hasMatch() || !matcher.value.isValid()) {
            return false;
        }
        m_matchers.append(std::move(matcher));
    }
    return true;
}

bool AlertmanagerProbe::matches(const Alert &alert) const
{
    return std::all_of(m_matchers.begin(), m_matchers.end(), [&alert](const Matcher &matcher) {
        return matcher.value.match(alert.labels.value(matcher.label)).hasMatch() != matcher.negated;
    });
}

void AlertmanagerProbe::onStatus(const Result<AlertsStatus> &status)
{
    if (!status) {
        finish(sourceFailed(status.error()));
        return;
    }
    // "disabled" is a single Alertmanager that has no peers to wait for.
    if (status->cluster != QLatin1String("ready") && status->cluster != QLatin1String("disabled")) {
        finish(failed("alertmanager-not-ready", {status->cluster}));
        return;
    }
    QStringList missing = arguments().list("receivers");
    for (const QString &name : status->receivers) {
        missing.removeAll(name);
    }
    if (!missing.isEmpty()) {
        finish(failed("receivers-missing", {shortList(missing)}));
        return;
    }
    askAlerts();
}

void AlertmanagerProbe::askAlerts()
{
    whenFinished(this, reach().alerts(context().release.cluster),
                 [this](const Result<QVector<Alert>> &alerts) { onAlerts(alerts); });
}

void AlertmanagerProbe::onAlerts(const Result<QVector<Alert>> &alerts)
{
    if (!alerts) {
        finish(sourceFailed(alerts.error()));
        return;
    }
    QStringList firing;
    QStringList suppressed;
    for (const Alert &alert : *alerts) {
        if (matches(alert)) {
            auto &list = alert.state == AlertState::Suppressed ? suppressed : firing;
            list << alert.labels.value(QStringLiteral("alertname"));
        }
    }
    const QString count = QString::number(firing.size());
    const bool wanted = arguments().text("expect") == QLatin1String("firing");
    if (!firing.isEmpty()) {
        const QStringList args{count, shortList(firing)};
        finish(wanted ? passed("alerts-firing-as-expected", args) : failed("alerts-firing", args));
    } else if (wanted) {
        finish(failed("alerts-not-firing"));
    } else if (!suppressed.isEmpty()) {
        finish(warned("alerts-suppressed", {QString::number(suppressed.size()), shortList(suppressed)}));
    } else {
        finish(passed("alerts-silent"));
    }
}

} // namespace signalbox::probes
