package io.eastwest.render.install;

import io.eastwest.model.MeshResource;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.IstioGatewaySpec;
import io.eastwest.model.istio.networking.IstioTlsRoute;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.Server;
import io.eastwest.model.istio.networking.ServerPort;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import io.eastwest.model.istio.networking.TlsMatchAttributes;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.topology.EastWestGatewayForm;
import io.eastwest.model.topology.InstallRole;
import java.util.ArrayList;
import java.util.List;

/**
 * What the east-west gateways let through: services to other networks, istiod to remote clusters. It stands where the
 * istiod that serves the gateways reads its configuration. Mirrors istio 1.30.3 {@code samples/multicluster}.
 */
final class ExposureWriter {
    private static final String ANY = "*";

    private ExposureWriter() {}

    static List<MeshResource> of(Installation mesh, InstalledCluster cluster) {
        List<MeshResource> resources = new ArrayList<>();
        boolean configures = cluster.isPrimary() || cluster.role() == InstallRole.config;
        if (configures && !cluster.isAmbient() && mesh.severalNetworks() && hasDeployedGateway(mesh, cluster)) {
            resources.add(services(cluster));
        }
        if (mesh.servesRemotes(cluster) && cluster.gatewayForm() == EastWestGatewayForm.deployment) {
            resources.addAll(istiod(cluster, "istiod-gateway", "istiod-vs", "eastwestgateway"));
        }
        if (cluster.isHost()) {
            resources.addAll(istiod(
                    mesh.configClusterOf(cluster), "external-istiod-gw", "external-istiod-vs", "ingressgateway"));
        }
        return resources;
    }

    private static boolean hasDeployedGateway(Installation mesh, InstalledCluster cluster) {
        return mesh.clusters().stream()
                .filter(other ->
                        other.hasWorkloads() && mesh.configurationOf(other).equals(cluster))
                .anyMatch(other -> other.gatewayForm() == EastWestGatewayForm.deployment);
    }

    private static IstioGateway services(InstalledCluster cluster) {
        Server server = Server.of(
                ServerPort.of(Names.MTLS_PORT, "TLS", "tls"),
                ServerTlsSettings.mode(ServerTlsMode.AUTO_PASSTHROUGH),
                "*.local");
        return IstioGateway.of(
                cluster.namespace(), "cross-network-gateway", IstioGatewaySpec.of("istio", "eastwestgateway", server));
    }

    /** Lets xDS, certificate requests and the webhook through to an istiod by the name that agents and webhooks ask for. */
    private static List<MeshResource> istiod(InstalledCluster cluster, String gateway, String route, String selected) {
        ServerTlsSettings passthrough = ServerTlsSettings.mode(ServerTlsMode.PASSTHROUGH);
        IstioGatewaySpec spec = IstioGatewaySpec.of(
                "istio",
                selected,
                Server.of(ServerPort.of(Names.XDS_PORT, "TLS", "tls-istiod"), passthrough, ANY),
                Server.of(ServerPort.of(Names.WEBHOOK_PORT, "TLS", "tls-istiodwebhook"), passthrough, ANY));
        String host = cluster.istiod() + "." + cluster.namespace() + ".svc.cluster.local";
        VirtualServiceSpec routes = VirtualServiceSpec.builder()
                .addHosts(ANY)
                .addGateways(gateway)
                .addTls(route(cluster, Names.XDS_PORT, host, Names.XDS_PORT))
                .addTls(route(cluster, Names.WEBHOOK_PORT, host, Names.HTTPS_PORT))
                .build();
        return List.of(
                IstioGateway.of(cluster.namespace(), gateway, spec),
                VirtualService.builder()
                        .metadata(ObjectMeta.of(cluster.namespace(), route))
                        .spec(routes)
                        .build());
    }

    private static IstioTlsRoute route(InstalledCluster cluster, int port, String host, int servicePort) {
        String name = cluster.istiod() + "." + cluster.namespace() + ".svc";
        TlsMatchAttributes match = cluster.isDefaultRevision()
                ? TlsMatchAttributes.sni(ANY)
                : TlsMatchAttributes.sni(name, name + ".cluster.local");
        return IstioTlsRoute.builder()
                .addMatch(match.toBuilder().port(port).build())
                .addRoute(RouteDestination.to(Destination.host(host).onPort(servicePort)))
                .build();
    }
}
