// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/systemclock.h"
#include "backends/kubernetes/endpointbuilder.h"
#include "backends/kubernetes/execpluginpool.h"
#include "backends/kubernetes/kubeconfigloader.h"
#include "backends/kubernetes/kubernetescluster.h"
#include "backends/kubernetes/usercredentialsource.h"
#include "models/items/podsmodel.h"
#include "models/stores/clusterstore.h"
#include "tests/bench/children.h"
#include "tests/bench/linechannel.h"
#include "tests/bench/statistics.h"
#include "tests/support/memorypluginconsents.h"

#include <QApplication>
#include <QHeaderView>
#include <QTableView>

namespace signalbox::bench
{

namespace
{

/// Ends the program after the first paint that had every row to show.
class PodsTable final : public QTableView
{
public:
    PodsTable(int wanted, qint64 startedNs)
        : m_wanted(wanted)
        , m_startedNs(startedNs)
    {
        verticalHeader()->hide();
        setWordWrap(false);
        resize(1480, 940);
    }

protected:
    bool viewportEvent(QEvent *event) override
    {
        const bool handled = QTableView::viewportEvent(event);
        if (event->type() == QEvent::Paint && !m_done && model()->rowCount() >= m_wanted) {
            m_done = true;
            QMetaObject::invokeMethod(
                this, [this] { finish(); }, Qt::QueuedConnection);
        }
        return handled;
    }

private:
    void finish()
    {
        const double seconds = static_cast<double>(monotonicNs() - m_startedNs) / 1e9;
        LineChannel::say("rows " + QByteArray::number(model()->rowCount()) + ' ' +
                         QByteArray::number(seconds));
        QCoreApplication::quit();
    }

    int m_wanted;
    qint64 m_startedNs;
    bool m_done = false;
};

} // namespace

int listPods(int argc, char **argv, const QStringList &arguments)
{
    const qint64 startedNs = monotonicNs();
    QApplication application(argc, argv);
    kubernetes::KubeconfigSources sources;
    sources.explicitFile = arguments.value(0);
    const kubernetes::KubeconfigSet contexts = kubernetes::loadKubeconfig(sources);
    const kubernetes::ContextEntry *entry = contexts.find(arguments.value(1));
    if (!entry || entry->error) {
        LineChannel::fail(entry ? entry->error->detail : QStringLiteral("no such context"));
        return 1;
    }
    const Result<http::Endpoint> endpoint = kubernetes::makeEndpoint(*entry);
    if (!endpoint) {
        LineChannel::fail(endpoint.error().detail);
        return 1;
    }
    const SystemClock clock;
    test::MemoryPluginConsents consents;
    kubernetes::ExecPluginPool plugins(consents, clock, QProcessEnvironment());
    ClusterDescription description;
    description.id = ClusterId(entry->name);
    description.server = entry->cluster.server;
    kubernetes::KubernetesCluster cluster(
        description, *endpoint, std::make_unique<kubernetes::UserCredentialSource>(*entry, plugins, clock),
        clock);
    ClusterStore store(cluster, clock);
    PodsModel model(store);
    PodsTable table(arguments.value(2).toInt(), startedNs);
    table.setModel(&model);
    table.show();
    QObject::connect(&store, &ClusterStore::sourceChanged, &table, [&store](ResourceKind kind) {
        const SourceState state = store.source(kind);
        if (kind == ResourceKind::Pod && state.error) {
            LineChannel::fail(state.error->detail);
        }
    });
    cluster.open({});
    return QApplication::exec();
}

} // namespace signalbox::bench
