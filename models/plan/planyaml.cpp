// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plan/planyaml.h"

#include <QStringDecoder>

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace signalbox
{
namespace
{

/// Builds the tree from parser events. yaml-cpp's own node builder would expand aliases and keep only one of
/// two equal keys.
class Builder final : public YAML::EventHandler
{
public:
    explicit Builder(const QByteArray &source)
        : m_lineStarts{0}
        , m_continued{0}
    {
        m_continued.reserve(source.size() + 1);
        for (qsizetype at = 0; at < source.size(); ++at) {
            const bool continues = (static_cast<unsigned char>(source.at(at)) & 0xc0U) == 0x80U;
            m_continued.append(m_continued.last() + (continues ? 1 : 0));
            if (source.at(at) == '\n') {
                m_lineStarts.append(at + 1);
            }
        }
    }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (m_documents++ > 0) {
            complain(mark, PlanProblemCode::SeveralDocuments, {});
        }
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        refuseAnchor(mark, anchor);
        add(node(mark, PlanNode::Kind::Null));
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        refuseAnchor(mark, 1);
        add(node(mark, PlanNode::Kind::Null));
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        PlanNode scalar = node(mark, PlanNode::Kind::Scalar);
        scalar.text = QString::fromStdString(value);
        scalar.quoted = tag == "!";
        refuseControl(mark, scalar.text);
        if (!scalar.quoted && (value == "~" || value == "null" || value.empty())) {
            scalar.kind = PlanNode::Kind::Null;
        }
        add(std::move(scalar));
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        begin(mark, tag, anchor, PlanNode::Kind::List);
    }
    void OnSequenceEnd() override { end(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        begin(mark, tag, anchor, PlanNode::Kind::Map);
    }
    void OnMapEnd() override { end(); }

    void complain(const YAML::Mark &mark, PlanProblemCode code, const QStringList &args)
    {
        if (m_problems.size() < PlanLimits::problems) {
            m_problems.append({{}, lineOf(mark), columnOf(mark), {}, code, args, {}});
        }
    }
    void endWith(const YAML::Mark &mark, const std::string &message)
    {
        if (!m_full) {
            complain(mark, PlanProblemCode::Syntax, {QString::fromStdString(message)});
        }
    }
    [[nodiscard]] bool isFull() const { return m_full; }
    PlanYaml take() { return {std::move(m_root), std::move(m_problems)}; }

private:
    static int lineOf(const YAML::Mark &mark) { return mark.line + 1; }
    /// yaml-cpp counts bytes; people count characters.
    int columnOf(const YAML::Mark &mark) const
    {
        const qsizetype start = m_lineStarts.value(mark.line, m_continued.size() - 1);
        const qsizetype end = std::min<qsizetype>(start + mark.column, m_continued.size() - 1);
        return static_cast<int>(end - start) - (m_continued.at(end) - m_continued.at(start)) + 1;
    }
    PlanNode node(const YAML::Mark &mark, PlanNode::Kind kind) const
    {
        PlanNode made;
        made.kind = kind;
        made.line = lineOf(mark);
        made.column = columnOf(mark);
        return made;
    }
    void refuseAnchor(const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (anchor != 0) {
            complain(mark, PlanProblemCode::AnchorRefused, {});
        }
    }
    void refuseTag(const YAML::Mark &mark, const std::string &tag)
    {
        if (!tag.empty() && tag != "?" && tag != "!") {
            complain(mark, PlanProblemCode::TagRefused, {QString::fromStdString(tag)});
        }
    }
    /// Written out or as an escape; line breaks and tabs are text.
    void refuseControl(const YAML::Mark &mark, const QString &text)
    {
        const auto found = std::find_if(text.cbegin(), text.cend(), [](QChar c) {
            return c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t');
        });
        if (found != text.cend()) {
            complain(
                mark, PlanProblemCode::ControlCharacter,
                {QStringLiteral("U+%1").arg(static_cast<int>(found->unicode()), 4, 16, QLatin1Char('0'))});
        }
    }
    void begin(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, PlanNode::Kind kind)
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        if (++m_depth == PlanLimits::depth + 1 && !m_full) {
            complain(mark, PlanProblemCode::TooDeep, {QString::number(PlanLimits::depth)});
            m_full = true;
        }
        if (m_depth <= PlanLimits::depth) {
            m_open.append(node(mark, kind));
        }
    }
    void end()
    {
        if (m_depth-- <= PlanLimits::depth) {
            add(m_open.takeLast());
        }
    }
    void add(PlanNode made)
    {
        if (m_depth > PlanLimits::depth || m_full || m_documents > 1) {
            return;
        }
        if (++m_values > PlanLimits::values) {
            m_full = true;
            m_problems.append({{},
                               made.line,
                               made.column,
                               {},
                               PlanProblemCode::TooManyValues,
                               {QString::number(PlanLimits::values)},
                               {}});
            return;
        }
        if (m_open.isEmpty()) {
            m_root = std::move(made);
        } else if (PlanNode &parent = m_open.last();
                   parent.kind == PlanNode::Kind::Map && parent.keys.size() == parent.items.size()) {
            parent.keys.append(std::move(made));
        } else {
            parent.items.append(std::move(made));
        }
    }

    QVector<qsizetype> m_lineStarts;
    QVector<int> m_continued; ///< UTF-8 continuation bytes before each byte
    QVector<PlanNode> m_open;
    PlanNode m_root;
    QVector<PlanProblem> m_problems;
    int m_depth = 0;
    int m_values = 0;
    int m_documents = 0;
    bool m_full = false;
};

PlanProblem atStart(PlanProblemCode code, const QStringList &args = {})
{
    return {{}, 0, 0, {}, code, args, {}};
}

/// Place of the first byte that is not UTF-8, as a problem.
PlanProblem notUtf8(const QByteArray &bytes)
{
    int line = 1;
    for (const QByteArray &each : bytes.split('\n')) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder.decode(each);
        if (decoder.hasError()) {
            return {{},
                    line,
                    static_cast<int>(text.indexOf(QChar::ReplacementCharacter)) + 1,
                    {},
                    PlanProblemCode::NotUtf8,
                    {},
                    {}};
        }
        ++line;
    }
    return atStart(PlanProblemCode::NotUtf8);
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError() && !text.contains(QChar::Null);
}

/// A problem if the bytes alone tell that the tree would be too large; see PlanLimits.
std::optional<PlanProblem> tooMuchFlow(const QByteArray &source)
{
    int open = 0;
    int all = 0;
    for (const char each : source) {
        const bool opens = each == '[' || each == '{';
        const bool closes = each == ']' || each == '}';
        open = opens ? open + 1 : (closes && open > 0 ? open - 1 : open);
        all += opens || closes || each == ',' || each == '&' || each == '*' ? 1 : 0;
        if (open > PlanLimits::openBrackets) {
            return atStart(PlanProblemCode::TooDeep, {QString::number(PlanLimits::depth)});
        }
    }
    return all > PlanLimits::flowCharacters
               ? std::optional(atStart(PlanProblemCode::TooManyValues, {QString::number(PlanLimits::values)}))
               : std::nullopt;
}

QByteArray normalized(QByteArray bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        bytes.remove(0, 3);
    }
    return bytes.replace("\r\n", "\n");
}

/// yaml-cpp throws; this is the edge where that ends.
void parseInto(Builder &builder, const QByteArray &source)
{
    std::istringstream stream(source.toStdString());
    try {
        YAML::Parser parser(stream);
        while (!builder.isFull() && parser.HandleNextDocument(builder)) {
        }
    } catch (const YAML::Exception &exception) {
        builder.endWith(exception.mark.is_null() ? YAML::Mark() : exception.mark, exception.msg);
    } catch (const std::exception &exception) {
        builder.endWith(YAML::Mark(), exception.what());
    }
}

} // namespace

PlanYaml readPlanYaml(const QByteArray &bytes)
{
    if (bytes.size() > PlanLimits::bytes) {
        return {{},
                {atStart(PlanProblemCode::TooLarge,
                         {QString::number(bytes.size()), QString::number(PlanLimits::bytes)})}};
    }
    const QByteArray source = normalized(bytes);
    if (!isUtf8(source)) {
        return {{}, {notUtf8(source)}};
    }
    if (const std::optional<PlanProblem> problem = tooMuchFlow(source)) {
        return {{}, {*problem}};
    }
    Builder builder(source);
    parseInto(builder, source);
    PlanYaml read = builder.take();
    if (read.problems.isEmpty() && read.root.kind == PlanNode::Kind::Null) {
        read.problems.append(atStart(PlanProblemCode::Empty));
    }
    return read;
}

} // namespace signalbox
