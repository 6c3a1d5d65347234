package io.eastwest.render.intent;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.networking.OutlierDetection;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The control planes that know a host, and the service that each of them knows. */
final class HostScope {
    private final MeshSnapshot mesh;
    private final MeshRouter router;
    private final Map<String, MeshService> services = new LinkedHashMap<>();

    HostScope(MeshSnapshot mesh, String host) {
        this.mesh = mesh;
        this.router = MeshRouter.of(mesh);
        for (String primary : primaries(mesh)) {
            router.view(primary).servicesByHostname(host).stream()
                    .findFirst()
                    .ifPresent(service -> services.put(primary, service));
        }
        if (services.isEmpty()) {
            throw new IllegalArgumentException("no control plane of the mesh knows host \"" + host + "\"");
        }
    }

    /** {@return clusters that hold the configuration of a control plane, in the order of the mesh} */
    static List<String> primaries(MeshSnapshot mesh) {
        return mesh.topology().spec().clusters().stream()
                .filter(cluster ->
                        mesh.topology().spec().configurationOf(cluster).equals(cluster.name()))
                .map(ClusterTopology::name)
                .toList();
    }

    /** {@return the service as the first control plane knows it} */
    MeshService service() {
        return services.values().iterator().next();
    }

    /** {@return what the control planes that know the host know} */
    List<ControlPlaneView> views() {
        return services.keySet().stream().map(router::view).toList();
    }

    /** Puts objects, all of the namespace of the service, on each control plane, with a namespace to hold them. */
    SortedMap<String, List<MeshResource>> everywhere(
            BiFunction<ControlPlaneView, MeshService, List<MeshResource>> made) {
        SortedMap<String, List<MeshResource>> manifests = new TreeMap<>();
        services.forEach((primary, service) -> {
            List<MeshResource> applied = new ArrayList<>();
            List<Namespace> namespaces = mesh.resources(primary, Namespace.class);
            boolean held =
                    namespaces.stream().anyMatch(each -> each.metadata().name().equals(service.namespace()));
            if (!namespaces.isEmpty() && !held) {
                applied.add(Namespace.of(service.namespace()));
            }
            List<MeshResource> own = made.apply(router.view(primary), service);
            applied.addAll(own);
            manifests.put(primary, own.isEmpty() ? List.of() : List.copyOf(applied));
        });
        return manifests;
    }

    /** Puts the settings of the host on each control plane. */
    SortedMap<String, List<MeshResource>> rules(String suffix, TrafficPolicy policy) {
        return everywhere((view, service) -> new HostRules(view, service).with(suffix, List.of(), policy));
    }

    /** Puts routes of the host on each control plane, with the subsets that they name. */
    SortedMap<String, List<MeshResource>> routes(String suffix, List<Variant> variants, List<VariantRule> rules) {
        List<Subset> subsets = variants.stream().map(Variant::subset).toList();
        TrafficPolicy policy =
                TrafficPolicy.builder().outlierDetection(ejectAll()).build();
        return everywhere((view, service) -> {
            List<MeshResource> applied = new ArrayList<>(new HostRules(view, service).with(suffix, subsets, policy));
            applied.add(new HostRoutes(view, service).of(suffix, rules));
            return applied;
        });
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
