package io.eastwest.render.intent;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.OutlierDetection;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.MeshService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The control planes that know a host, and the service that each of them knows. */
final class HostScope {
    private final MeshSnapshot mesh;
    private final Map<String, MeshService> services = new LinkedHashMap<>();

    HostScope(MeshSnapshot mesh, String host) {
        this.mesh = mesh;
        MeshRouter router = MeshRouter.of(mesh);
        for (String primary : primaries(mesh)) {
            router.view(primary).servicesByHostname(host).stream()
                    .findFirst()
                    .ifPresent(service -> services.put(primary, service));
        }
        if (services.isEmpty()) {
            throw new IllegalArgumentException("no control plane of the mesh knows host \"" + host + "\"");
        }
    }

    /** {@return clusters that run a control plane, in the order of the mesh} */
    static List<String> primaries(MeshSnapshot mesh) {
        return mesh.topology().spec().clusters().stream()
                .filter(cluster -> cluster.controlPlaneOrDefault().equals(cluster.name()))
                .map(ClusterTopology::name)
                .toList();
    }

    MeshService service() {
        return services.values().iterator().next();
    }

    /** Puts the same objects, all of the namespace of the service, on each control plane, with a namespace to hold them. */
    SortedMap<String, List<MeshResource>> everywhere(MeshResource... resources) {
        SortedMap<String, List<MeshResource>> manifests = new TreeMap<>();
        services.forEach((primary, service) -> {
            List<MeshResource> applied = new ArrayList<>();
            List<Namespace> namespaces = mesh.resources(primary, Namespace.class);
            boolean held =
                    namespaces.stream().anyMatch(each -> each.metadata().name().equals(service.namespace()));
            if (!namespaces.isEmpty() && !held) {
                applied.add(Namespace.of(service.namespace()));
            }
            applied.addAll(List.of(resources));
            manifests.put(primary, List.copyOf(applied));
        });
        return manifests;
    }

    /** A rule that gateways of every namespace see, whatever the mesh configuration exports by default. */
    DestinationRule rule(String suffix, DestinationRuleSpec spec) {
        return DestinationRule.of(
                service().namespace(),
                service().name() + "-" + suffix,
                spec.toBuilder().exportTo(List.of("*")).build());
    }

    /** Ejection of every endpoint that fails: Envoy ejects a tenth of them at most unless told otherwise. */
    static OutlierDetection ejectAll() {
        return OutlierDetection.builder()
                .consecutive5xxErrors(5)
                .interval(Duration.ofSeconds(10))
                .baseEjectionTime(Duration.ofSeconds(30))
                .maxEjectionPercent(100)
                .build();
    }

    static String checked(String host) {
        if (requireNonNull(host, "host").isBlank() || host.contains("*") || !host.contains(".")) {
            throw new IllegalArgumentException("host must be a full hostname but was \"" + host + "\"");
        }
        return host;
    }
}
