// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/textcensus.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTabBar>
#include <QXmlStreamReader>

#include <functional>

namespace signalbox::test
{

namespace
{

bool isHan(QChar c)
{
    return c.script() == QChar::Script_Han;
}

void addHan(const QString &text, QSet<QChar> &characters)
{
    for (const QChar c : text) {
        if (isHan(c)) {
            characters.insert(c);
        }
    }
}

/// One message of a .ts file; several forms where the translation counts.
struct Message {
    QString source;
    QStringList translations;
};

QVector<Message> readMessages(const QString &file)
{
    QFile source(file);
    QVector<Message> messages;
    if (!source.open(QIODevice::ReadOnly)) {
        return messages;
    }
    QXmlStreamReader xml(&source);
    Message message;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("message")) {
            message = {};
        } else if (xml.isStartElement() && xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.isStartElement() && xml.name() == QLatin1String("translation")) {
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            message.translations.append(text);
        } else if (xml.isEndElement() && xml.name() == QLatin1String("message")) {
            messages.append(message);
        }
    }
    return xml.hasError() ? QVector<Message>() : messages;
}

void addViewTexts(const QAbstractItemView &view, const std::function<void(const QString &)> &add)
{
    const QAbstractItemModel *model = view.model();
    if (const auto *list = qobject_cast<const QListWidget *>(&view)) {
        for (int row = 0; row < list->count(); ++row) {
            add(list->item(row)->text());
            add(list->item(row)->toolTip());
        }
    }
    const auto headers = view.findChildren<QHeaderView *>();
    for (const QHeaderView *header : headers) {
        for (int section = 0; model && header->isVisible() && section < header->count(); ++section) {
            add(model->headerData(section, header->orientation()).toString());
        }
    }
}

} // namespace

QVector<FoundText> textsIn(const QWidget &root)
{
    QVector<FoundText> found;
    QList<const QWidget *> widgets{&root};
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        widgets.append(widget);
    }
    for (const QWidget *widget : std::as_const(widgets)) {
        const QString place = QStringLiteral("%1 %2").arg(
            QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
        const auto add = [&](const QString &text) {
            if (!text.isEmpty()) {
                found.append({text, place});
            }
        };
        add(widget->toolTip());
        add(widget->accessibleName());
        add(widget->accessibleDescription());
        add(widget->isWindow() ? widget->windowTitle() : QString());
        for (const QAction *action : widget->actions()) {
            add(action->text());
        }
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            add(label->text());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            add(button->text());
        } else if (const auto *edit = qobject_cast<const QLineEdit *>(widget)) {
            add(edit->placeholderText());
        } else if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int index = 0; index < box->count(); ++index) {
                add(box->itemText(index));
            }
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int index = 0; index < tabs->count(); ++index) {
                add(tabs->tabText(index));
                add(tabs->tabToolTip(index));
            }
        } else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget)) {
            addViewTexts(*view, add);
        }
    }
    return found;
}

QStringList namelessFocusables(const QWidget &root)
{
    QStringList nameless;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        // Parts of a compound widget speak through it.
        const bool isPart = widget->focusProxy() != nullptr ||
                            widget->objectName().startsWith(QLatin1String("qt_")) ||
                            qobject_cast<const QComboBox *>(widget->parentWidget()) != nullptr ||
                            widget->window()->inherits("QComboBoxPrivateContainer");
        if (widget->focusPolicy() == Qt::NoFocus || isPart) {
            continue;
        }
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty()) {
            nameless << QStringLiteral("%1 (%2) in %3")
                            .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                                 QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
        }
    }
    return nameless;
}

QString LanguageCheck::load()
{
    static const QRegularExpression placeholder(QStringLiteral("%L?[0-9n]+"));
    QHash<QString, QSet<QChar>> used;
    for (const QString &language : {QStringLiteral("zh_TW"), QStringLiteral("zh_CN")}) {
        const QVector<Message> messages =
            readMessages(qEnvironmentVariable("SIGNALBOX_SOURCE_DIR") +
                         QStringLiteral("/translations/signalbox_%1.ts").arg(language));
        if (messages.size() < 100) {
            return QStringLiteral("no usable translation file for %1").arg(language);
        }
        for (const Message &message : messages) {
            const QString translation = message.translations.join(QLatin1Char(' '));
            addHan(translation, used[language]);
            // Texts that read the same in both languages cannot be told apart.
            if (translation.contains(message.source) ||
                !std::any_of(translation.cbegin(), translation.cend(), isHan)) {
                continue;
            }
            m_sources.insert(message.source);
            for (const QString &part : message.source.split(placeholder, Qt::SkipEmptyParts)) {
                if (part.trimmed().count(QLatin1Char(' ')) >= 2) {
                    m_fragments.append(part.trimmed());
                }
            }
        }
    }
    // The built-in metric profiles bring their own titles.
    QFile profiles(qEnvironmentVariable("SIGNALBOX_SOURCE_DIR") +
                   QStringLiteral("/resources/metrics/profiles.json"));
    if (!profiles.open(QIODevice::ReadOnly)) {
        return profiles.errorString();
    }
    static const QRegularExpression title(QStringLiteral("\"(zh_TW|zh_CN)\": *\"([^\"]*)\""));
    auto titles = title.globalMatch(QString::fromUtf8(profiles.readAll()));
    while (titles.hasNext()) {
        const QRegularExpressionMatch match = titles.next();
        const QString text = match.captured(2);
        addHan(text, used[match.captured(1)]);
    }
    m_own[QStringLiteral("zh_TW")] = used[QStringLiteral("zh_TW")] - used[QStringLiteral("zh_CN")];
    m_own[QStringLiteral("zh_CN")] = used[QStringLiteral("zh_CN")] - used[QStringLiteral("zh_TW")];
    return {};
}

bool LanguageCheck::isStray(const QString &text, const QString &language) const
{
    // Languages are always named in themselves.
    if (text == QStringLiteral("繁體中文") || text == QStringLiteral("简体中文")) {
        return false;
    }
    if (language == QLatin1String("en")) {
        return std::any_of(text.cbegin(), text.cend(), isHan);
    }
    const QString other =
        language == QLatin1String("zh_TW") ? QStringLiteral("zh_CN") : QStringLiteral("zh_TW");
    const QSet<QChar> foreign = m_own.value(other);
    return m_sources.contains(text.trimmed()) ||
           std::any_of(m_fragments.cbegin(), m_fragments.cend(),
                       [&text](const QString &part) { return text.contains(part); }) ||
           std::any_of(text.cbegin(), text.cend(), [&foreign](QChar c) { return foreign.contains(c); });
}

QStringList LanguageCheck::strays(const QWidget &root, const QString &language) const
{
    QStringList lines;
    for (const FoundText &found : textsIn(root)) {
        if (isStray(found.text, language)) {
            lines.append(found.place + QStringLiteral(": ") + found.text.simplified().left(100));
        }
    }
    lines.removeDuplicates();
    return lines;
}

} // namespace signalbox::test
