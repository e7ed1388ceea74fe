// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/prometheus/answerparser.h"

#include "backends/prometheus/envelope.h"
#include "models/core/samplenumber.h"

#include <algorithm>
#include <limits>

namespace signalbox::prometheus
{
namespace
{

using Element = simdjson::dom::element;
using Array = simdjson::dom::array;

std::optional<std::int64_t> timeOf(Element element)
{
    double seconds = 0;
    return element.get(seconds) == simdjson::SUCCESS ? core::sampleTime(seconds) : std::nullopt;
}

/// [time, "value"]
std::optional<Sample> sampleOf(Element element)
{
    Array pair;
    std::string_view text;
    if (element.get(pair) != simdjson::SUCCESS || pair.size() != 2 ||
        pair.at(1).get(text) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    const auto ms = timeOf(*pair.begin());
    const auto value = core::parseSampleValue(text);
    return ms && value ? std::optional(Sample{*ms, *value}) : std::nullopt;
}

/// [time, {count, sum, buckets}]: the count stands for the histogram.
std::optional<Sample> histogramOf(Element element)
{
    Array pair;
    std::string_view count;
    if (element.get(pair) != simdjson::SUCCESS || pair.size() != 2 ||
        pair.at(1)["count"].get(count) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    const auto ms = timeOf(*pair.begin());
    const auto value = core::parseSampleValue(count);
    return ms && value ? std::optional(Sample{*ms, *value}) : std::nullopt;
}

using Reader = std::optional<Sample> (*)(Element);

/// One sample under `single` or many under `many`; false if one of them cannot be read.
bool readSamples(Element series, const char *single, const char *many, Reader read, QVector<Sample> &out)
{
    Element one;
    if (series[single].get(one) == simdjson::SUCCESS) {
        const auto sample = read(one);
        if (!sample) {
            return false;
        }
        out.push_back(*sample);
    }
    const Array list = listAt(series, many);
    out.reserve(out.size() + static_cast<qsizetype>(list.size()));
    for (const auto item : list) {
        const auto sample = read(item);
        if (!sample) {
            return false;
        }
        out.push_back(*sample);
    }
    const auto earlier = [](const Sample &a, const Sample &b) { return a.ms < b.ms; };
    if (!std::is_sorted(out.cbegin(), out.cend(), earlier)) {
        std::stable_sort(out.begin(), out.end(), earlier);
    }
    return true;
}

bool readSeries(Element element, QVector<Series> &out)
{
    if (!element.is_object()) {
        return false;
    }
    Series floats;
    Series histograms;
    floats.labels = histograms.labels = labelsAt(element, "metric");
    histograms.nativeHistogram = true;
    if (!readSamples(element, "value", "values", sampleOf, floats.samples) ||
        !readSamples(element, "histogram", "histograms", histogramOf, histograms.samples)) {
        return false;
    }
    if (!floats.samples.isEmpty() || histograms.samples.isEmpty()) {
        out.push_back(std::move(floats));
    }
    if (!histograms.samples.isEmpty()) {
        out.push_back(std::move(histograms));
    }
    return true;
}

std::optional<ResultType> typeOf(const QString &word)
{
    static const QHash<QString, ResultType> words{
        {QStringLiteral("vector"), ResultType::Vector},
        {QStringLiteral("matrix"), ResultType::Matrix},
        {QStringLiteral("scalar"), ResultType::Scalar},
        {QStringLiteral("string"), ResultType::String},
    };
    const auto found = words.constFind(word);
    return found == words.cend() ? std::nullopt : std::optional(*found);
}

/// A string has no number: its one sample is NaN.
std::optional<Sample> textSampleOf(Element element)
{
    Array pair;
    if (element.get(pair) != simdjson::SUCCESS || pair.size() != 2 || !pair.at(1).is_string()) {
        return std::nullopt;
    }
    const auto ms = timeOf(*pair.begin());
    return ms ? std::optional(Sample{*ms, std::numeric_limits<double>::quiet_NaN()}) : std::nullopt;
}

bool readSingle(ResultType type, Element result, QVector<Series> &out)
{
    const auto sample = type == ResultType::Scalar ? sampleOf(result) : textSampleOf(result);
    if (!sample) {
        return false;
    }
    Series series;
    series.samples.push_back(*sample);
    out.push_back(std::move(series));
    return true;
}

bool readResult(ResultType type, Element result, QVector<Series> &out)
{
    if (type == ResultType::Scalar || type == ResultType::String) {
        return readSingle(type, result, out);
    }
    Array list;
    if (result.get(list) != simdjson::SUCCESS) {
        return result.is_null();
    }
    out.reserve(static_cast<qsizetype>(list.size()));
    return std::all_of(list.begin(), list.end(), [&out](Element item) { return readSeries(item, out); });
}

QVector<QPair<QString, QString>> sortedLabels(const Series &series)
{
    QVector<QPair<QString, QString>> labels;
    labels.reserve(series.labels.size());
    for (auto it = series.labels.cbegin(); it != series.labels.cend(); ++it) {
        labels.push_back({it.key(), it.value()});
    }
    std::sort(labels.begin(), labels.end());
    return labels;
}

} // namespace

bool seriesBefore(const Series &left, const Series &right)
{
    if (left.labels == right.labels) {
        return left.nativeHistogram < right.nativeHistogram;
    }
    const auto mine = sortedLabels(left);
    const auto theirs = sortedLabels(right);
    return std::lexicographical_compare(mine.cbegin(), mine.cend(), theirs.cbegin(), theirs.cend());
}

Result<QueryAnswer> parseQueryAnswer(const QByteArray &body)
{
    const auto envelope = openEnvelope(body);
    if (!envelope) {
        return tl::unexpected(envelope.error());
    }
    const QString word = textAt(envelope->data, "resultType");
    const auto type = typeOf(word);
    if (!type) {
        return malformed(QStringLiteral("unknown resultType: ") + word.left(40));
    }
    QueryAnswer answer;
    answer.type = *type;
    answer.warnings = envelope->warnings;
    answer.infos = envelope->infos;
    Element result;
    if (envelope->data["result"].get(result) != simdjson::SUCCESS ||
        !readResult(*type, result, answer.series)) {
        return malformed(QStringLiteral("a sample of the %1 cannot be read").arg(word));
    }
    std::sort(answer.series.begin(), answer.series.end(), seriesBefore);
    return answer;
}

} // namespace signalbox::prometheus
