package io.eastwest.render.compare;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.Server;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.kubernetes.Deployment;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.render.MeshTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Counts what an installation consists of. */
final class TreeCounts {
    static final int XDS_PORT = 15012;

    private final MeshTree tree;
    private final MeshSnapshot mesh;

    private TreeCounts(MeshTree tree) {
        this.tree = tree;
        this.mesh = tree.snapshot();
    }

    /**
     * Counts.
     *
     * @param tree the installation alone
     * @param planes its control planes
     * @param services full hostnames of the services of the user, and those that ambient mode shares between networks
     */
    static ModelCounts of(MeshTree tree, ModelTree planes, Services services) {
        TreeCounts counts = new TreeCounts(tree);
        return ModelCounts.builder()
                .controlPlanes(planes.sites().size())
                .servedClusters((int) planes.members().stream()
                        .filter(cluster -> planes.address(cluster).isPresent())
                        .count())
                .eastWestGateways(counts.eastWestGateways())
                .controlPlaneGateways(counts.controlPlaneGateways())
                .remoteSecrets(
                        (int) counts.secrets().filter(ModelTree::isRemoteSecret).count())
                .roots(counts.different("root-cert.pem"))
                .intermediates(counts.different("ca-cert.pem"))
                .exposedServices(counts.exposed(services))
                .namespaces(mesh(tree, Namespace.class).size())
                .files(counts.files())
                .build();
    }

    /**
     * The services of the user.
     *
     * @param all full hostnames
     * @param global those with the label that shares them in ambient mode
     */
    record Services(Set<String> all, Set<String> global) {
        static Services of(MeshSnapshot running, Set<String> systemNamespaces) {
            Set<String> all = new TreeSet<>();
            Set<String> global = new TreeSet<>();
            for (KubernetesService service : mesh(running, KubernetesService.class)) {
                String namespace = service.metadata().namespaceOrDefault();
                if (!systemNamespaces.contains(namespace)) {
                    String host = service.metadata().name() + "." + namespace + ".svc.cluster.local";
                    all.add(host);
                    if ("true".equals(service.metadata().labels().get("istio.io/global"))) {
                        global.add(host);
                    }
                }
            }
            return new Services(all, global);
        }
    }

    private static <T extends MeshResource> List<T> mesh(MeshTree tree, Class<T> kind) {
        return mesh(tree.snapshot(), kind);
    }

    private static <T extends MeshResource> List<T> mesh(MeshSnapshot mesh, Class<T> kind) {
        List<T> all = new ArrayList<>();
        mesh.clusters().forEach(cluster -> all.addAll(mesh.resources(cluster, kind)));
        return all;
    }

    private int eastWestGateways() {
        long deployed = mesh(mesh, Deployment.class).stream()
                .filter(each ->
                        "eastwestgateway".equals(each.metadata().labels().get("istio")))
                .count();
        return (int) (deployed + ambientGateways());
    }

    private long ambientGateways() {
        return mesh(mesh, Gateway.class).stream()
                .filter(each -> each.spec().gatewayClassName().equals(ManagedGateway.EAST_WEST_CLASS))
                .count();
    }

    private int controlPlaneGateways() {
        return (int)
                servers().filter(server -> server.port().number() == XDS_PORT).count();
    }

    private Stream<Server> servers() {
        return mesh(mesh, IstioGateway.class).stream().flatMap(gateway -> gateway.spec().servers().stream());
    }

    private Stream<Secret> secrets() {
        return mesh(mesh, Secret.class).stream();
    }

    private int different(String key) {
        Set<SecretBytes> different = new LinkedHashSet<>();
        secrets()
                .filter(secret -> secret.metadata().name().equals("cacerts"))
                .forEach(secret -> secret.value(key).ifPresent(different::add));
        return different.size();
    }

    private int exposed(Services services) {
        List<String> patterns = servers()
                .filter(server -> server.tls()
                        .flatMap(tls -> tls.mode())
                        .filter(ServerTlsMode.AUTO_PASSTHROUGH::equals)
                        .isPresent())
                .flatMap(server -> server.hosts().stream())
                .toList();
        Set<String> exposed = new TreeSet<>(ambientGateways() > 0 ? services.global() : new TreeSet<String>());
        services.all().stream()
                .filter(host -> patterns.stream().anyMatch(pattern -> matches(pattern, host)))
                .forEach(exposed::add);
        return exposed.size();
    }

    private static boolean matches(String pattern, String host) {
        return pattern.startsWith("*") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }

    private int files() {
        return mesh.clusters().stream()
                .mapToInt(cluster -> tree.files(cluster).size())
                .sum();
    }
}
