package io.eastwest.routing.ambient;

import io.eastwest.model.scalar.IpBlock;
import io.eastwest.routing.view.ClusterView;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.Resolution;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Services of all clusters that are read as one list: those of the own cluster win, those of others count where they are
 * global. Mirrors istio 1.30.3 {@code pilot/pkg/serviceregistry/ambient/services.go} and {@code
 * multicluster.go:mergeServiceInfosWithCluster}.
 */
final class AmbientServices {
    private static final String NO_ADDRESS = "0.0.0.0";
    private static final String MANAGED = "gateway.istio.io/managed";
    private static final List<String> WITHOUT_WAYPOINT =
            List.of("istio.io-mesh-controller", "istio.io-eastwest-controller");
    private static final String GATEWAYS_USE_WAYPOINT = "istio.io/ingress-use-waypoint";
    private static final List<String> YES = List.of("1", "t", "T", "true", "TRUE", "True");

    /**
     * A service without its endpoints.
     *
     * @param service the service
     * @param addresses its virtual addresses
     * @param choice its waypoint
     * @param gatewaysUseWaypoint whether gateways send to the waypoint too
     * @param global whether it is shared
     * @param clusters clusters whose workloads are its endpoints
     */
    record Base(
            MeshService service,
            List<NetworkAddress> addresses,
            Waypoints.Choice choice,
            boolean gatewaysUseWaypoint,
            boolean global,
            Set<String> clusters) {}

    private final ControlPlaneView view;
    private final ServiceScopes scopes;
    private final Map<String, Waypoints> waypoints;
    private final Map<String, Base> bases = new LinkedHashMap<>();
    /**
     * A range of addresses of a service.
     *
     * @param network network of the addresses
     * @param range the range
     * @param service the service
     */
    private record ServiceRange(String network, IpBlock range, Base service) {}

    private final List<ServiceRange> ranges = new ArrayList<>();
    private final Map<NetworkAddress, List<Base>> byAddress = new LinkedHashMap<>();
    private final Map<String, List<Base>> byHostname = new LinkedHashMap<>();

    AmbientServices(ControlPlaneView view, List<ClusterView> clusters, Map<String, Waypoints> waypoints) {
        this.view = view;
        this.scopes =
                new ServiceScopes(view.ambient().multiNetwork() ? view.ambient().scopes() : List.of());
        this.waypoints = waypoints;
        ClusterView own = clusters.get(0);
        for (MeshService service : own.services()) {
            add(service, own, scopes.isGlobal(service, own));
        }
        for (ClusterView cluster : clusters.subList(1, clusters.size())) {
            for (MeshService service : cluster.services()) {
                if (scopes.isGlobal(service, cluster)) {
                    merge(service, cluster);
                }
            }
        }
        for (MeshService service : view.services()) {
            if (service.registry() == Registry.EXTERNAL) {
                add(service, own, false);
            }
        }
        bases.values().forEach(this::index);
    }

    private static String key(MeshService service) {
        return service.namespace() + "/" + service.hostname();
    }

    private void add(MeshService service, ClusterView cluster, boolean global) {
        if (service.resolution() == Resolution.ALIAS) {
            return;
        }
        Map<String, String> namespace = cluster.namespaceLabels(service.namespace());
        String gateways =
                service.labels().getOrDefault(GATEWAYS_USE_WAYPOINT, namespace.getOrDefault(GATEWAYS_USE_WAYPOINT, ""));
        Base base = new Base(
                service,
                addresses(service, cluster),
                choice(service, cluster),
                YES.contains(gateways),
                global,
                new LinkedHashSet<>(List.of(cluster.name())));
        Base first = bases.putIfAbsent(key(service), base);
        if (first != null && first.service().resource().equals(service.resource())) {
            join(first, base.addresses());
        }
    }

    private Waypoints.Choice choice(MeshService service, ClusterView cluster) {
        Waypoints known = waypoints.get(cluster.name());
        boolean none = WITHOUT_WAYPOINT.contains(service.labels().getOrDefault(MANAGED, ""));
        return none || known == null
                ? Waypoints.Choice.NOTHING
                : known.ofService(service.labels(), service.namespace());
    }

    /** A global Service of another cluster joins a global one, or stands for itself where there is none. */
    private void merge(MeshService service, ClusterView cluster) {
        Base base = bases.get(key(service));
        if (base == null) {
            add(service, cluster, true);
            return;
        }
        base.clusters().add(cluster.name());
        if (base.global()) {
            join(base, addresses(service, cluster));
        }
    }

    private void join(Base base, List<NetworkAddress> further) {
        Set<NetworkAddress> joined = new LinkedHashSet<>(base.addresses());
        joined.addAll(further);
        bases.put(
                key(base.service()),
                new Base(
                        base.service(),
                        List.copyOf(joined),
                        base.choice(),
                        base.gatewaysUseWaypoint(),
                        base.global(),
                        base.clusters()));
    }

    private static List<NetworkAddress> addresses(MeshService service, ClusterView cluster) {
        List<String> own = service.clusterAddresses().getOrDefault(cluster.name(), service.defaultAddresses());
        Set<NetworkAddress> addresses = new LinkedHashSet<>();
        own.forEach(address -> addresses.add(new NetworkAddress(cluster.network(), address)));
        if (service.registry() == Registry.EXTERNAL) {
            service.autoAllocatedAddresses()
                    .forEach(address -> addresses.add(new NetworkAddress(cluster.network(), address)));
        }
        addresses.removeIf(
                each -> each.address().equals(NO_ADDRESS) || each.address().isEmpty());
        return List.copyOf(addresses);
    }

    private void index(Base base) {
        for (NetworkAddress address : base.addresses()) {
            if (address.address().indexOf('/') >= 0) {
                IpBlock.parse(address.address())
                        .ifPresent(range -> ranges.add(new ServiceRange(address.network(), range, base)));
            }
        }
        base.addresses()
                .forEach(address -> byAddress
                        .computeIfAbsent(address, key -> new ArrayList<>())
                        .add(base));
        byHostname
                .computeIfAbsent(base.service().hostname(), key -> new ArrayList<>())
                .add(base);
    }

    List<Base> all() {
        return List.copyOf(bases.values());
    }

    List<Base> byAddress(NetworkAddress address) {
        return byAddress.getOrDefault(address, List.of());
    }

    /** {@return the service with a range that has the address: of the preferred namespace, else of the longest prefix} */
    Optional<Base> byRange(String network, String address, String preferred) {
        Comparator<ServiceRange> better = Comparator.comparing((ServiceRange each) ->
                        each.service().service().namespace().equals(preferred))
                .thenComparing(each -> each.range().prefixLength());
        Optional<IpBlock> single = IpBlock.parseAddress(address);
        return ranges.stream()
                .filter(each -> each.network().equals(network)
                        && single.filter(each.range()::contains).isPresent())
                .reduce((one, other) -> better.compare(other, one) > 0 ? other : one)
                .map(ServiceRange::service);
    }

    List<Base> byHostname(String hostname) {
        return byHostname.getOrDefault(hostname, List.of());
    }

    /** {@return endpoints in the clusters that count} */
    List<ServiceEndpoint> endpoints(Base base) {
        return view.endpoints(base.service()).stream()
                .filter(endpoint -> base.clusters().contains(endpoint.cluster()))
                .toList();
    }
}
