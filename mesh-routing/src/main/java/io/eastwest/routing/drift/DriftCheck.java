package io.eastwest.routing.drift;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.ProxyResources;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.proxy.ProxyLeg;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares what a running proxy has with what the manifests of a snapshot mean: domains and routes of its outbound route
 * configurations (match, destination with weights, timeout, retries, rewrites, mirrors, redirects), type, load balancing, connect
 * timeout and outlier detection of its clusters, and endpoints with locality, priority, weight and health. Pure; the dump is read
 * by {@link ProxyDump}.
 *
 * <p>A proxy that has received its configuration a moment ago, or a control plane that reads other objects than the snapshot has,
 * shows as drift; so does behaviour that is not modelled.
 */
public final class DriftCheck {
    /** Names that istiod gives to route configurations of outbound listeners and of gateways; others are made elsewhere. */
    private static final Pattern OUTBOUND = Pattern.compile("[0-9]+|.+:[0-9]+|https?\\.[0-9]+.*");

    private final ProxyResources expected;
    private final ProxyDump actual;
    private final List<Drift> differences = new ArrayList<>();
    private final Unread unread = new Unread();
    private final Set<String> skipped = new TreeSet<>();
    private int routes;
    private int clusters;
    private int assignments;

    private DriftCheck(ProxyResources expected, ProxyDump actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * Compares.
     *
     * @param router the mesh
     * @param proxy the pod, {@code <cluster>/<namespace>/<pod>}
     * @param leg {@link ProxyLeg#GATEWAY} for a gateway, else {@link ProxyLeg#OUTBOUND}
     * @param dump what the proxy has
     * @return how it differs
     * @throws IllegalArgumentException if the mesh has no such pod
     */
    public static DriftReport of(MeshRouter router, String proxy, ProxyLeg leg, ProxyDump dump) {
        return new DriftCheck(router.proxy(proxy).resources(leg), dump).report();
    }

    private DriftReport report() {
        if (actual.has(ProxyDump.Section.ROUTES)) {
            compareRoutes();
        }
        if (actual.has(ProxyDump.Section.CLUSTERS)) {
            compareClusters();
        }
        compareEndpoints();
        List<String> notCompared = new ArrayList<>(skipped);
        notCompared.addAll(unread.fields());
        String compared =
                routes + " route configurations, " + clusters + " clusters, endpoints of " + assignments + " clusters";
        return new DriftReport(differences, compared, notCompared);
    }

    private void compareRoutes() {
        Set<String> names = routeNames();
        Set<String> found = new TreeSet<>();
        for (DumpNode node : actual.entries(ProxyDump.Section.ROUTES)) {
            String name = node.text("name");
            // Asked by name, a control plane answers for ports that no listener has, too.
            Optional<RouteConfiguration> wanted =
                    names.contains(name) ? expected.routeConfiguration(name) : Optional.empty();
            if (wanted.isPresent()) {
                found.add(name);
                routes++;
                compareHosts(name, wanted.get(), node);
            } else if (OUTBOUND.matcher(name).matches()) {
                differences.add(Drift.unexpected("route " + name, "route configuration"));
            } else {
                skipped.add("route configuration \"" + name + "\"");
            }
        }
        for (String name : names) {
            if (!found.contains(name)) {
                expected.routeConfiguration(name)
                        .ifPresent(each -> differences.add(Drift.missing("route " + name, "route configuration")));
            }
        }
    }

    private void compareHosts(String name, RouteConfiguration wanted, DumpNode node) {
        DumpRoutes reader = new DumpRoutes(unread);
        Map<String, HostFacts> found = new LinkedHashMap<>();
        node.list("virtual_hosts").forEach(host -> found.put(host.text("name"), reader.host(host)));
        for (VirtualHost host : wanted.virtualHosts()) {
            String path = "route " + name + " > " + host.name();
            HostFacts other = found.remove(host.name());
            if (other == null) {
                differences.add(Drift.missing(path, "virtual host"));
            } else {
                new HostComparison(path, differences).compare(ExpectedRoutes.host(host), other);
            }
        }
        found.keySet()
                .forEach(host -> differences.add(Drift.unexpected("route " + name + " > " + host, "virtual host")));
    }

    private void compareClusters() {
        Set<String> found = new TreeSet<>();
        for (DumpNode node : actual.entries(ProxyDump.Section.CLUSTERS)) {
            String name = node.text("name");
            Optional<Cluster> wanted = expected.cluster(name);
            if (wanted.isPresent()) {
                found.add(name);
                clusters++;
                HostComparison.aspects(
                        "cluster " + name, ClusterFacts.of(wanted.get()), ClusterFacts.of(node, unread), differences);
                if (node.has("load_assignment")) {
                    compareEndpoints(name, EndpointFacts.ofAssignment(node.get("load_assignment")));
                }
            } else if (name.startsWith("outbound")) {
                differences.add(Drift.unexpected("cluster " + name, "cluster"));
            } else {
                skipped.add("cluster \"" + name + "\"");
            }
        }
        for (String name : clusterNames()) {
            if (!found.contains(name) && expected.cluster(name).isPresent()) {
                differences.add(Drift.missing("cluster " + name, "cluster"));
            }
        }
    }

    private void compareEndpoints() {
        for (DumpNode node : actual.entries(ProxyDump.Section.ENDPOINTS)) {
            compareEndpoints(node.text("cluster_name"), EndpointFacts.ofAssignment(node));
        }
        for (DumpNode node : actual.entries(ProxyDump.Section.HOSTS)) {
            compareEndpoints(node.text("name"), EndpointFacts.ofHosts(node));
        }
    }

    private void compareEndpoints(String cluster, EndpointFacts found) {
        Optional<Cluster> wanted = expected.cluster(cluster);
        if (wanted.isEmpty()) {
            skipped.add("endpoints of \"" + cluster + "\"");
            return;
        }
        assignments++;
        String path = "endpoints " + cluster;
        EndpointFacts facts = EndpointFacts.of(wanted.get().assignment());
        differ(path, facts.endpoints(), found.endpoints());
        if (!found.groups().isEmpty()) {
            differ(path + " > groups", facts.groups(), found.groups());
        }
    }

    private void differ(String path, Set<String> wanted, Set<String> found) {
        wanted.stream()
                .filter(each -> !found.contains(each))
                .forEach(each -> differences.add(Drift.missing(path, each)));
        found.stream()
                .filter(each -> !wanted.contains(each))
                .forEach(each -> differences.add(Drift.unexpected(path, each)));
    }

    private Stream<FilterChain> chains() {
        return expected.outboundListeners().stream().flatMap(DriftCheck::chains);
    }

    private static Stream<FilterChain> chains(ProxyListener listener) {
        return Stream.concat(listener.filterChains().stream(), listener.defaultFilterChain().stream());
    }

    private Set<String> routeNames() {
        Set<String> names = new TreeSet<>();
        chains().map(FilterChain::filter).forEach(filter -> {
            if (filter instanceof HttpConnectionManager manager
                    && manager.inlineRoutes().isEmpty()) {
                names.add(manager.routeConfiguration());
            }
        });
        return names;
    }

    private Set<String> clusterNames() {
        Set<String> names = new TreeSet<>();
        chains().map(FilterChain::filter).forEach(filter -> {
            if (filter instanceof TcpProxy tcp) {
                tcp.clusters().stream().map(WeightedCluster::cluster).forEach(names::add);
            }
        });
        for (String name : routeNames()) {
            expected.routeConfiguration(name).stream()
                    .flatMap(each -> each.virtualHosts().stream())
                    .flatMap(host -> host.routes().stream())
                    .filter(route -> route.action() instanceof ForwardAction)
                    .flatMap(route -> ((ForwardAction) route.action()).clusters().stream())
                    .map(WeightedCluster::cluster)
                    .forEach(names::add);
        }
        return names;
    }
}
