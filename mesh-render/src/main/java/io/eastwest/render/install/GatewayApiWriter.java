package io.eastwest.render.install;

import io.eastwest.model.MeshResource;
import io.eastwest.model.gatewayapi.BackendReference;
import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.gatewayapi.GatewaySpec;
import io.eastwest.model.gatewayapi.Listener;
import io.eastwest.model.gatewayapi.ListenerTls;
import io.eastwest.model.gatewayapi.ListenerTlsMode;
import io.eastwest.model.gatewayapi.ParentReference;
import io.eastwest.model.gatewayapi.TlsRoute;
import io.eastwest.model.gatewayapi.TlsRouteRule;
import io.eastwest.model.gatewayapi.TlsRouteSpec;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * East-west gateways as Gateways of the Gateway API, from which istiod makes Deployment and Service. A listener of a Gateway
 * with a network passes all services through when its port is that of the network. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/kube/conversion.go:IsAutoPassthrough}.
 */
final class GatewayApiWriter {
    private static final String XDS = "istiod-grpc";
    private static final String WEBHOOK = "istiod-webhook";

    private GatewayApiWriter() {}

    static List<MeshResource> of(Installation mesh, InstalledCluster cluster) {
        if (cluster.isAmbient()) {
            return List.of(gateway(cluster, "istio-east-west", List.of(hbone())));
        }
        List<Listener> listeners = new ArrayList<>();
        if (mesh.severalNetworks()) {
            listeners.add(passthrough("cross-network", GatewayWriter.mtlsPort(cluster)).toBuilder()
                    .hostname("*.local")
                    .build());
        }
        List<MeshResource> resources = new ArrayList<>();
        if (mesh.servesRemotes(cluster)) {
            listeners.add(passthrough(XDS, Names.XDS_PORT));
            listeners.add(passthrough(WEBHOOK, Names.WEBHOOK_PORT));
            resources.add(route(cluster, XDS, Names.XDS_PORT));
            resources.add(route(cluster, WEBHOOK, Names.HTTPS_PORT));
        }
        resources.add(0, gateway(cluster, "istio", listeners));
        return resources;
    }

    private static Gateway gateway(InstalledCluster cluster, String gatewayClass, List<Listener> listeners) {
        ObjectMetaBuilder metadata =
                ObjectMeta.builder().namespace(cluster.namespace()).name(Names.EAST_WEST_GATEWAY);
        if (!cluster.network().isEmpty()) {
            metadata.putLabel(Names.NETWORK, cluster.network());
        }
        if (!cluster.isAmbient() && GatewayWriter.mtlsPort(cluster) != Names.MTLS_PORT) {
            metadata.putLabel(Names.GATEWAY_PORT, Integer.toString(GatewayWriter.mtlsPort(cluster)));
        }
        if (!cluster.isDefaultRevision()) {
            metadata.putLabel(Names.REVISION, cluster.revision());
        }
        return Gateway.builder()
                .metadata(metadata.build())
                .spec(GatewaySpec.builder()
                        .gatewayClassName(gatewayClass)
                        .listeners(listeners)
                        .build())
                .build();
    }

    private static Listener hbone() {
        return Listener.builder()
                .name("mesh")
                .port(Names.HBONE_PORT)
                .protocol("HBONE")
                .tls(ListenerTls.builder()
                        .mode(ListenerTlsMode.Terminate)
                        .putOption("gateway.istio.io/tls-terminate-mode", "ISTIO_MUTUAL")
                        .build())
                .build();
    }

    private static Listener passthrough(String name, int port) {
        return Listener.builder()
                .name(name)
                .port(port)
                .protocol("TLS")
                .tls(ListenerTls.builder().mode(ListenerTlsMode.Passthrough).build())
                .build();
    }

    private static TlsRoute route(InstalledCluster cluster, String listener, int port) {
        return TlsRoute.builder()
                .metadata(ObjectMeta.of(cluster.namespace(), listener))
                .spec(TlsRouteSpec.builder()
                        .addParentRefs(ParentReference.builder()
                                .name(Names.EAST_WEST_GATEWAY)
                                .sectionName(listener)
                                .build())
                        .addHostnames(cluster.istiod() + "." + cluster.namespace() + ".svc")
                        .addRules(TlsRouteRule.builder()
                                .addBackendRefs(BackendReference.builder()
                                        .name(cluster.istiod())
                                        .port(port)
                                        .build())
                                .build())
                        .build())
                .build();
    }
}
