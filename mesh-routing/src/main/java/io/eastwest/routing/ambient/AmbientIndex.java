package io.eastwest.routing.ambient;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.gatewayapi.GatewayClass;
import io.eastwest.routing.security.L4Policies;
import io.eastwest.routing.security.L4Policy;
import io.eastwest.routing.view.ClusterView;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All that the ztunnels of one cluster know. Immutable and thread-safe; services are made when they are asked for.
 *
 * <p>Without several networks it holds the own cluster alone. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/ambient/ambientindex.go:New} and ztunnel 1.30.3 {@code src/state.rs:ProxyState}.
 */
public final class AmbientIndex {
    private final String trustDomain;
    private final String network;
    private final boolean allowsWaypoints;
    private final List<String> findings;
    private final Waypoints own;
    private final AmbientWorkloads workloads;
    private final AmbientServices services;
    private final AmbientGateways gateways;
    private final Map<String, Optional<AmbientService>> known = new ConcurrentHashMap<>();

    private AmbientIndex(ControlPlaneView view) {
        this.trustDomain = view.trustDomain(view.cluster());
        this.allowsWaypoints = view.ambient().allowsWaypoints();
        this.findings = view.ambient().findings();
        List<ClusterView> all = view.clusters();
        List<ClusterView> read = view.ambient().multiNetwork() ? all : all.subList(0, 1);
        this.network = all.get(0).network();
        List<GatewayClass> classes = view.configuration(GatewayClass.class).stream()
                .map(Configured::resource)
                .toList();
        List<WorkloadInstance> instances = view.workloads();
        Map<String, Waypoints> waypoints = new LinkedHashMap<>();
        for (ClusterView cluster : read) {
            List<WorkloadInstance> own = instances.stream()
                    .filter(workload -> workload.cluster().equals(cluster.name()))
                    .toList();
            waypoints.put(cluster.name(), new Waypoints(cluster, classes, own, trustDomain));
        }
        this.own = requireNonNull(waypoints.get(all.get(0).name()));
        this.gateways = new AmbientGateways(read, trustDomain);
        this.workloads = new AmbientWorkloads(instances, read, waypoints, L4Policies.of(view), trustDomain);
        this.services = new AmbientServices(view, read, waypoints);
    }

    /**
     * Makes what a control plane sends to ztunnels.
     *
     * @param view what it knows
     * @return its index
     * @throws IllegalArgumentException if the control plane does not serve ambient mode
     */
    public static AmbientIndex of(ControlPlaneView view) {
        if (!view.ambient().enabled()) {
            throw new IllegalArgumentException(
                    "the control plane of cluster \"" + view.cluster() + "\" does not serve ambient mode");
        }
        return new AmbientIndex(view);
    }

    /** {@return trust domain of all identities} */
    public String trustDomain() {
        return trustDomain;
    }

    /** {@return network of the cluster} */
    public String network() {
        return network;
    }

    /** {@return switches of the control plane that are not modelled, one line each} */
    public List<String> findings() {
        return findings;
    }

    /**
     * The policies that the ztunnel of a workload enforces.
     *
     * @param workload the workload
     * @return its policies; where the control plane is told so, one for each waypoint in front of it
     */
    public List<L4Policy> policies(AmbientWorkload workload) {
        if (!allowsWaypoints) {
            return workload.policies();
        }
        Set<Waypoint> waypoints = new LinkedHashSet<>();
        workload.waypoint().ifPresent(waypoints::add);
        for (AmbientServices.Base base : services.all()) {
            base.choice()
                    .waypoint()
                    .filter(waypoint -> service(base).stream()
                            .flatMap(service -> service.endpoints().stream())
                            .anyMatch(endpoint -> endpoint.workload().id().equals(workload.id())))
                    .ifPresent(waypoints::add);
        }
        List<L4Policy> policies = new ArrayList<>(workload.policies());
        waypoints.stream()
                .filter(waypoint -> !waypoint.principals().isEmpty())
                .map(waypoint -> L4Policies.allowingWaypoint(
                        waypoint.namespace(), waypoint.name(), waypoint.resource(), waypoint.principals()))
                .forEach(policies::add);
        return policies;
    }

    /**
     * {@return a workload}
     *
     * @param id {@code <cluster>/<namespace>/<name>}
     */
    public Optional<AmbientWorkload> workload(String id) {
        return workloads.byId(id);
    }

    /**
     * {@return the workload of an address in the own network}
     *
     * @param address IP address
     */
    public Optional<AmbientWorkload> workloadByAddress(String address) {
        return workloads.byAddress(new NetworkAddress(network, address));
    }

    /**
     * The service of a virtual address in the own network.
     *
     * @param address IP address
     * @param preferred namespace whose service counts where several have the address; then the oldest Service does
     * @return the service; empty: none has it
     */
    public Optional<AmbientService> serviceByAddress(String address, String preferred) {
        List<AmbientServices.Base> exact = services.byAddress(new NetworkAddress(network, address));
        return exact.isEmpty()
                ? services.byRange(network, address, preferred).flatMap(this::service)
                : best(exact, preferred);
    }

    /**
     * The service of a hostname.
     *
     * @param hostname full hostname
     * @param preferred namespace whose service counts where several have the name
     * @return the service; empty: none has it
     */
    public Optional<AmbientService> serviceByHostname(String hostname, String preferred) {
        return best(services.byHostname(hostname), preferred);
    }

    /**
     * The waypoint that a pod belongs to.
     *
     * @param namespace namespace of the pod
     * @param labels labels of the pod
     * @return the waypoint of the own cluster; empty: the pod is none of a waypoint
     */
    public Optional<Waypoint> waypointOf(String namespace, Map<String, String> labels) {
        String gateway = labels.get(Waypoints.GATEWAY_NAME);
        return own.all().stream()
                .filter(waypoint -> waypoint.namespace().equals(namespace)
                        && waypoint.name().equals(gateway))
                .findFirst();
    }

    /**
     * The services that a waypoint serves.
     *
     * @param waypoint the waypoint
     * @return the services, the oldest first
     */
    public List<AmbientService> servedBy(Waypoint waypoint) {
        List<AmbientService> served = new ArrayList<>();
        for (AmbientServices.Base base : services.all()) {
            service(base)
                    .filter(each -> each.waypoint()
                            .filter(own -> own.resource().equals(waypoint.resource()))
                            .isPresent())
                    .ifPresent(served::add);
        }
        return served;
    }

    /**
     * The services that gateways of this network take calls for from other networks: those that are global, and the waypoints
     * in front of them.
     *
     * @return the services in the order of their definition
     */
    public List<AmbientService> sharedServices() {
        Map<String, AmbientService> shared = new LinkedHashMap<>();
        for (AmbientServices.Base base : services.all()) {
            if (base.global()) {
                service(base).ifPresent(each -> {
                    shared.putIfAbsent(each.service().hostname(), each);
                    each.waypoint()
                            .flatMap(waypoint ->
                                    waypoint.hostname().flatMap(name -> serviceByHostname(name, waypoint.namespace())))
                            .ifPresent(own -> shared.putIfAbsent(own.service().hostname(), own));
                });
            }
        }
        return List.copyOf(shared.values());
    }

    /**
     * The workloads that a waypoint serves.
     *
     * @param waypoint the waypoint
     * @return the workloads of the own network
     */
    public List<AmbientWorkload> workloadsBehind(Waypoint waypoint) {
        return workloads.all().stream()
                .filter(workload -> workload.waypoint()
                        .filter(own -> own.resource().equals(waypoint.resource()))
                        .isPresent())
                .toList();
    }

    private Optional<AmbientService> best(List<AmbientServices.Base> found, String preferred) {
        return found.stream()
                .filter(base -> base.service().namespace().equals(preferred))
                .findFirst()
                .or(() -> found.stream().findFirst())
                .flatMap(this::service);
    }

    private Optional<AmbientService> service(AmbientServices.Base base) {
        MeshService service = base.service();
        return known.computeIfAbsent(
                service.namespace() + "/" + service.hostname(),
                key -> Optional.of(new AmbientEndpoints(network, workloads, gateways, trustDomain)
                        .complete(base, services.endpoints(base))));
    }
}
