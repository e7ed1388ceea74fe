// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backends/probes/reportprobe.h"

#include "backends/api/whenfinished.h"
#include "backends/probes/findings.h"
#include "backends/probes/junitreport.h"
#include "backends/probes/reportfile.h"
#include "backends/probes/sarifreport.h"

namespace signalbox::probes
{

namespace
{

struct ReportJob {
    ProbeKind kind = ProbeKind::Junit;
    QString file;
    QString manifest;
    QString level;
    QString folder;
    QSet<QString> digests;
};

ProbeFinding judgeReport(const ReportJob &job)
{
    const auto report = readReportFile(job.file, job.folder);
    if (!report) {
        return reportUnreadable(report.error(), job.file);
    }
    if (job.kind == ProbeKind::Sarif) {
        return judgeSarif(*report, job.digests, job.level);
    }
    if (job.manifest.isEmpty()) {
        return judgeJunit(*report, job.digests, std::nullopt);
    }
    const auto manifest = readReportFile(job.manifest, job.folder);
    return manifest ? judgeJunit(*report, job.digests, *manifest)
                    : reportUnreadable(manifest.error(), job.manifest);
}

} // namespace

void ReportProbe::run()
{
    const QString artefact = arguments().text("artefact");
    if (!hasImageOf(context().images, artefact)) {
        finish(unknown("artefact-not-released", {artefact}));
        return;
    }
    ReportJob job{spec().kind,
                  arguments().text("file"),
                  arguments().text("manifest"),
                  arguments().text("level"),
                  reach().reportFolder(),
                  digestsOf(context().images, artefact)};
    if (job.digests.isEmpty()) {
        finish(unknown("artefact-without-digest", {artefact}));
        return;
    }
    const auto judged = reach().blocking<ProbeFinding>([job] { return judgeReport(job); });
    whenFinished(this, judged, [this](const Result<ProbeFinding> &finding) {
        if (finding) {
            finish(*finding);
        } else {
            finish(sourceFailed(finding.error()));
        }
    });
}

} // namespace signalbox::probes
