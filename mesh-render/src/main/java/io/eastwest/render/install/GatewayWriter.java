package io.eastwest.render.install;

import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ServicePort;
import io.eastwest.model.topology.EastWestGateway;
import io.eastwest.model.topology.EastWestGatewayForm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** The gateways through which other networks and remote clusters come in. */
final class GatewayWriter {
    private GatewayWriter() {}

    static List<MeshResource> of(Installation mesh, InstalledCluster cluster) {
        if (cluster.isHost()) {
            return ingress(mesh, cluster).resources();
        }
        if (!mesh.hasEastWestGateway(cluster)) {
            return Collections.emptyList();
        }
        return cluster.gatewayForm() == EastWestGatewayForm.deployment
                ? eastWest(mesh, cluster).resources()
                : GatewayApiWriter.of(mesh, cluster);
    }

    private static GatewayWorkload eastWest(Installation mesh, InstalledCluster cluster) {
        List<ServicePort> ports = new ArrayList<>();
        ports.add(GatewayWorkload.port("status-port", Names.STATUS_PORT, Names.STATUS_PORT));
        ports.add(GatewayWorkload.port("tls", mtlsPort(cluster), Names.MTLS_PORT));
        ports.add(GatewayWorkload.port("tls-istiod", Names.XDS_PORT, Names.XDS_PORT));
        ports.add(GatewayWorkload.port("tls-webhook", Names.WEBHOOK_PORT, Names.WEBHOOK_PORT));
        if (mesh.servesByName(cluster)) {
            ports.add(webhookByName());
        }
        return new GatewayWorkload(
                cluster.namespace(), Names.EAST_WEST_GATEWAY, cluster.network(), revisionLabel(cluster), ports);
    }

    private static GatewayWorkload ingress(Installation mesh, InstalledCluster host) {
        List<ServicePort> ports = new ArrayList<>();
        ports.add(GatewayWorkload.port("status-port", Names.STATUS_PORT, Names.STATUS_PORT));
        ports.add(GatewayWorkload.port("tls-xds", Names.XDS_PORT, Names.XDS_PORT));
        ports.add(GatewayWorkload.port("tls-webhook", Names.WEBHOOK_PORT, Names.WEBHOOK_PORT));
        if (mesh.servesByName(host)) {
            ports.add(webhookByName());
        }
        return new GatewayWorkload(host.namespace(), Names.INGRESS_GATEWAY, "", revisionLabel(host), ports);
    }

    /** The Service of a name maps no port: the API server of the remote cluster calls the port of the webhook itself. */
    private static ServicePort webhookByName() {
        return GatewayWorkload.port("https-webhook", Names.HTTPS_PORT, Names.WEBHOOK_PORT);
    }

    static int mtlsPort(InstalledCluster cluster) {
        return cluster.topology()
                .eastWestGateway()
                .map(EastWestGateway::port)
                .orElse(OptionalInt.empty())
                .orElse(Names.MTLS_PORT);
    }

    private static String revisionLabel(InstalledCluster cluster) {
        return cluster.isDefaultRevision() ? "" : cluster.revision();
    }
}
