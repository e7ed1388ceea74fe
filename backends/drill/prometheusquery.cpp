// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/drill/prometheusquery.h"

#include "backends/drill/jsontext.h"

#include <QNetworkReply>
#include <QUrlQuery>

namespace signalbox::drill
{

namespace
{

constexpr int timeoutMs = 10'000;

/// [unix time, "value"]
std::optional<double> sampleValue(const nlohmann::json &sample)
{
    if (!sample.is_array() || sample.size() != 2)
        return {};
    const QString words = text(sample[1]);
    if (words == QLatin1String("NaN"))
        return qQNaN();
    if (words.endsWith(QLatin1String("Inf")))
        return words.startsWith(QLatin1Char('-')) ? -qInf() : qInf();
    bool fine = false;
    const double value = words.toDouble(&fine);
    return fine ? std::optional(value) : std::nullopt;
}

} // namespace

Result<MetricAnswer> metricAnswer(const QByteArray &body)
{
    const nlohmann::json document = parsed(body);
    if (!document.is_object())
        return failure(ErrorCode::Protocol, ErrorLayer::Protocol, QStringLiteral("the answer is not JSON"));
    if (stdText(document, {"status"}) != "success")
        return failure(ErrorCode::Invalid, ErrorLayer::Http, text(document, {"error"}));
    const nlohmann::json &result = member(document, {"data", "result"});
    const QString type = text(document, {"data", "resultType"});
    MetricAnswer answer;
    if (type == QLatin1String("scalar")) {
        answer.scalar = sampleValue(result);
    } else if (type == QLatin1String("vector") && result.is_array()) {
        for (const nlohmann::json &series : result) {
            if (const auto value = sampleValue(member(series, "value")))
                answer.vector.append(*value);
        }
    } else {
        return failure(ErrorCode::Protocol, ErrorLayer::Protocol,
                       QStringLiteral("result type \"%1\" cannot be judged").arg(type));
    }
    return answer;
}

PrometheusQuery::PrometheusQuery(QUrl base, QObject *parent)
    : QObject(parent)
    , m_base(std::move(base))
{
    m_manager.setTransferTimeout(timeoutMs);
}

void PrometheusQuery::query(const QString &expression, const QDateTime &at, Answer answer)
{
    QUrl url = m_base;
    url.setPath(QStringLiteral("/api/v1/query"));
    QUrlQuery parameters;
    // QUrlQuery keeps '+' as it is, and a server reads it as a blank.
    parameters.addQueryItem(QStringLiteral("query"),
                            QString::fromLatin1(QUrl::toPercentEncoding(expression)));
    parameters.addQueryItem(QStringLiteral("time"),
                            QString::number(static_cast<double>(at.toMSecsSinceEpoch()) / 1000.0, 'f', 3));
    url.setQuery(parameters);
    QNetworkReply *reply = m_manager.get(QNetworkRequest(url));
    connect(reply, &QNetworkReply::finished, this, [reply, answer = std::move(answer)] {
        reply->deleteLater();
        const QByteArray body = reply->readAll();
        if (reply->error() != QNetworkReply::NoError && body.isEmpty())
            answer(failure(ErrorCode::Unreachable, ErrorLayer::Connection, reply->errorString()));
        else
            answer(metricAnswer(body));
    });
}

} // namespace signalbox::drill
