// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/composition/workspace.h"
#include "models/operations/decisiondesk.h"
#include "widgets/dialogs/decisiondialog.h"
#include "widgets/panels/decisionintent.h"

#include <QObject>
#include <QPointer>

namespace signalbox
{

class DecisionsPanel;
class FleetModel;
class ReleasePanel;
class Settings;
class TopBar;
struct Persona;

/// Keeps everything that shows decisions true to the desk, and carries what people decide to it: each intent
/// becomes a dialog, its confirmation a command, and a refusal a sentence in that dialog.
class DecisionController final : public QObject
{
    Q_OBJECT

public:
    struct Surfaces { ///< all outlive the controller
        DecisionsPanel &decisions;
        ReleasePanel &page;
        TopBar &bar;
        FleetModel &fleet;
    };
    /// @param window parent of dialogs
    DecisionController(Workspace &workspace, const Settings &settings, const Surfaces &surfaces,
                       QWidget &window);

    /// Follows the release the desk follows.
    void show(const ReleaseKey &key);
    void setNow(const QDateTime &now);
    /// After a change of language.
    void refresh();
    void run(const DecisionIntent &intent);
    /// Writes a checklist run; the suffix of the file says how: md, html or pdf.
    /// @return what went wrong; empty: nothing
    [[nodiscard]] QString writeReport(const QString &checklist, const QString &file);
    /// The dialog, while one is open; for pictures and tests.
    [[nodiscard]] DecisionDialog *dialog() const { return m_dialog; }

private:
    void showPersona(const DecisionView &view);
    void showPlan();
    void send(const DecisionIntent &intent, const DecisionInput &input);
    [[nodiscard]] QFuture<Result<Done>> submit(const DecisionIntent &intent, const DecisionInput &input);
    void askFile(const QString &checklist);
    [[nodiscard]] Persona personaOf(const ReleasePlan &plan, const QString &person) const;

    Workspace &m_workspace;
    const Settings &m_settings;
    Surfaces m_surfaces;
    QWidget &m_window;
    std::optional<ReleaseKey> m_key;
    QPointer<DecisionDialog> m_dialog;
};

} // namespace signalbox
