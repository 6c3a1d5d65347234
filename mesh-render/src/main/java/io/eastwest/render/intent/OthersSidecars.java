package io.eastwest.render.intent;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.SidecarEgress;
import io.eastwest.model.istio.networking.SidecarSpec;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Sidecars that import everything but a service, for the namespaces of those who may not call it. */
final class OthersSidecars {
    private static final String NAME = "lock-down";

    private final LockDown intent;
    private final MeshSnapshot mesh;
    private final ControlPlaneView view;
    private final MeshService service;

    OthersSidecars(LockDown intent, MeshSnapshot mesh, ControlPlaneView view, MeshService service) {
        this.intent = intent;
        this.mesh = mesh;
        this.view = view;
        this.service = service;
    }

    /** {@return a Sidecar for each namespace that calls and may not, where none leaves the service out already} */
    List<MeshResource> sidecars() {
        List<MeshResource> sidecars = new ArrayList<>();
        for (String namespace : others()) {
            Optional<Sidecar> own = Optional.empty();
            boolean decided = false;
            for (Configured<Sidecar> each : view.configuration(Sidecar.class)) {
                boolean here = each.namespace().equals(namespace);
                if (here && each.name().equals(NAME)) {
                    own = Optional.of(each.resource());
                } else if (here || each.namespace().equals(view.rootNamespace())) {
                    requireLeftOut(each, namespace);
                    decided |= each.resource().spec().selectsNamespace();
                }
            }
            if (!decided) {
                SidecarSpec spec = SidecarSpec.builder()
                        .addEgres(SidecarEgress.builder()
                                .hosts(imported(own, namespace))
                                .build())
                        .build();
                sidecars.add(Sidecar.of(namespace, NAME, spec));
            }
        }
        return sidecars;
    }

    /** {@return all namespaces, and service by service those in which one is left out: this, and what was left out before} */
    private NavigableSet<String> imported(Optional<Sidecar> former, String namespace) {
        NavigableSet<String> whole = new TreeSet<>(view.namespaces());
        view.services().forEach(each -> whole.add(each.namespace()));
        NavigableSet<String> hosts = new TreeSet<>();
        List<MeshService> left = view.services().stream()
                .filter(each -> isSame(each)
                        || former.filter(sidecar -> !imports(sidecar.spec(), each, namespace))
                                .isPresent())
                .toList();
        left.forEach(each -> whole.remove(each.namespace()));
        whole.forEach(each -> hosts.add(each + "/*"));
        view.services().stream()
                .filter(each -> !whole.contains(each.namespace()) && !left.contains(each))
                .forEach(each -> hosts.add(each.namespace() + "/" + each.hostname()));
        return hosts.isEmpty() ? new TreeSet<>(List.of("~/*")) : hosts;
    }

    private boolean isSame(MeshService other) {
        return other.hostname().equals(service.hostname()) && other.namespace().equals(service.namespace());
    }

    /** {@return namespaces of workloads with a sidecar that the control plane serves, and that may not call} */
    private NavigableSet<String> others() {
        Set<String> served = new LinkedHashSet<>();
        mesh.topology().spec().clusters().stream()
                .filter(cluster ->
                        mesh.topology().spec().configurationOf(cluster).equals(view.cluster()))
                .map(ClusterTopology::name)
                .forEach(served::add);
        NavigableSet<String> others = new TreeSet<>();
        view.workloads().stream()
                .filter(pod -> pod.sidecar() && served.contains(pod.cluster()))
                .map(pod -> pod.namespace())
                .filter(namespace -> !intent.admits(namespace) && !namespace.equals(view.rootNamespace()))
                .forEach(others::add);
        return others;
    }

    private void requireLeftOut(Configured<Sidecar> sidecar, String namespace) {
        if (imports(sidecar.resource().spec(), service, namespace)) {
            throw new IllegalArgumentException(
                    "Sidecar " + sidecar.namespace() + "/" + sidecar.name() + " of cluster \""
                            + view.cluster() + "\" imports " + service.hostname() + " for namespace " + namespace
                            + ", where one Sidecar alone counts; take the service out of it or leave the measure out");
        }
    }

    private static boolean imports(SidecarSpec spec, MeshService called, String namespace) {
        return spec.egress().isEmpty()
                || spec.egress().stream()
                        .flatMap(egress -> egress.hosts().stream())
                        .anyMatch(entry -> imports(entry, called, namespace));
    }

    private static boolean imports(String entry, MeshService called, String namespace) {
        int slash = entry.indexOf('/');
        String from = slash < 0 ? "" : entry.substring(0, slash);
        String host = entry.substring(slash + 1);
        boolean inside = from.equals("*")
                || from.equals(called.namespace())
                || from.equals(".") && namespace.equals(called.namespace());
        return inside
                && (host.equals("*")
                        || host.equals(called.hostname())
                        || host.startsWith("*.") && called.hostname().endsWith(host.substring(1)));
    }
}
