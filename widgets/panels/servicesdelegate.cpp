// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/panels/servicesdelegate.h"

#include "widgets/style/format.h"
#include "widgets/style/safetext.h"
#include "widgets/style/statetext.h"

#include <QCoreApplication>

namespace signalbox
{

namespace
{

CellLook readyLook(const ServiceSide &side)
{
    CellLook look;
    if (side.hash.isEmpty()) {
        look.text = dashText();
        look.tone = Tone::Neutral;
        return look;
    }
    //: ready pods of wanted pods, as short as possible
    look.text = QCoreApplication::translate("ServicesDelegate", "%1 / %2")
                    .arg(countText(side.ready), countText(side.desired));
    look.tone = side.ready >= side.desired ? Tone::Good : Tone::Warning;
    look.glyph = side.ready >= side.desired ? Glyph::Check : Glyph::DottedRing;
    return look;
}

CellLook readingLook(const Reading &reading, Unit unit)
{
    CellLook look;
    look.alignment = Qt::AlignRight;
    look.text = reading.value                           ? valueText(*reading.value, unit)
                : reading.problem == ValueProblem::None ? dashText() // not asked
                                                        : problemText(reading.problem);
    if (!reading.value) {
        look.tone = Tone::Neutral;
    }
    return look;
}

CellLook verdictLook(ServiceVerdict verdict)
{
    CellLook look;
    look.text = serviceVerdictText(verdict);
    switch (verdict) {
    case ServiceVerdict::Same:
        look.tone = Tone::Good;
        look.glyph = Glyph::Check;
        break;
    case ServiceVerdict::Worse:
        look.tone = Tone::Bad;
        look.glyph = Glyph::Cross;
        break;
    case ServiceVerdict::Starting:
        look.tone = Tone::Warning;
        look.glyph = Glyph::DottedRing;
        break;
    case ServiceVerdict::Insufficient:
        look.tone = Tone::Neutral;
        look.glyph = Glyph::Ring;
        break;
    case ServiceVerdict::Unknown:
        look.tone = Tone::Neutral;
        look.glyph = Glyph::Question;
        break;
    }
    return look;
}

} // namespace

QString serviceVerdictText(ServiceVerdict verdict)
{
    switch (verdict) {
    case ServiceVerdict::Same:
        //: the new version is no worse than the serving one
        return QCoreApplication::translate("ServicesDelegate", "same as blue");
    case ServiceVerdict::Worse:
        return QCoreApplication::translate("ServicesDelegate", "worse than blue");
    case ServiceVerdict::Starting:
        return QCoreApplication::translate("ServicesDelegate", "starting");
    case ServiceVerdict::Insufficient:
        return QCoreApplication::translate("ServicesDelegate", "too few requests");
    case ServiceVerdict::Unknown:
        break;
    }
    return QCoreApplication::translate("ServicesDelegate", "not measured");
}

CellLook ServicesDelegate::look(const QModelIndex &index) const
{
    const auto service = index.data(static_cast<int>(ServicesModel::Role::Value)).value<ServiceComparison>();
    switch (static_cast<ServicesModel::Column>(index.column())) {
    case ServicesModel::Column::Service: {
        CellLook name;
        name.text = safeText(service.key.name);
        return name;
    }
    case ServicesModel::Column::BlueReady:
        return readyLook(service.blue);
    case ServicesModel::Column::GreenReady:
        return readyLook(service.green);
    case ServicesModel::Column::BlueErrors:
        return readingLook(service.blue.errorRatio, Unit::Ratio);
    case ServicesModel::Column::GreenErrors:
        return readingLook(service.green.errorRatio, Unit::Ratio);
    case ServicesModel::Column::BlueLatency:
        return readingLook(service.blue.latency, Unit::Seconds);
    case ServicesModel::Column::GreenLatency:
        return readingLook(service.green.latency, Unit::Seconds);
    case ServicesModel::Column::GreenRestarts: {
        CellLook restarts;
        restarts.text = service.green.hash.isEmpty() ? dashText() : countText(service.green.restarts);
        restarts.alignment = Qt::AlignRight;
        return restarts;
    }
    case ServicesModel::Column::Verdict:
        break;
    }
    if (service.green.hash.isEmpty()) { // nothing to judge
        CellLook none;
        none.text = dashText();
        none.tone = Tone::Neutral;
        return none;
    }
    return verdictLook(service.verdict);
}

} // namespace signalbox
