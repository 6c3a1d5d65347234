package io.eastwest.routing.endpoints;

import io.eastwest.model.istio.networking.ClientTlsMode;
import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.envoy.EndpointHealth;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.security.PeerAuthenticationModes;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.EndpointState;
import io.eastwest.routing.view.NetworkGatewayAddress;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Groups of endpoints of one control plane. Immutable and thread-safe.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/xds/endpoints/endpoint_builder.go:BuildClusterLoadAssignment, generate} and
 * {@code mtls_checker.go:checkMtlsEnabled}.
 */
public final class EndpointGroups {
    private final ControlPlaneView view;
    private final PeerAuthenticationModes modes;
    private final ClusterLocalHosts clusterLocal;
    private final SharedServices scopes;
    private final WaypointEndpoints waypoints;
    private final GatewaySet resolved;
    private final GatewaySet unresolved;

    private EndpointGroups(
            ControlPlaneView view, PeerAuthenticationModes modes, Supplier<Optional<AmbientIndex>> ambient) {
        this.view = view;
        this.scopes = new SharedServices(view, ambient);
        this.modes = modes;
        this.clusterLocal = ClusterLocalHosts.of(view.meshConfig(), view.domainSuffix());
        this.waypoints =
                new WaypointEndpoints(view, ambient, service -> clusterLocal.isClusterLocal(service.hostname()));
        List<NetworkGatewayAddress> gateways = view.networkGateways();
        this.unresolved = new GatewaySet(gateways);
        this.resolved = new GatewaySet(gateways.stream()
                .filter(gateway -> AddressText.isIp(gateway.address()))
                .toList());
    }

    /**
     * Prepares the groups of one control plane. Gateways whose address is a host name count for clusters that resolve names
     * themselves only: nothing is looked up.
     *
     * @param view what it knows
     * @param modes its PeerAuthentications
     * @return its groups
     */
    public static EndpointGroups of(ControlPlaneView view, PeerAuthenticationModes modes) {
        return of(view, modes, Optional::empty);
    }

    /**
     * Prepares the groups of one control plane; see {@link #of(ControlPlaneView, PeerAuthenticationModes)}.
     *
     * @param view what it knows
     * @param modes its PeerAuthentications
     * @param ambient gives what it sends to ztunnels; empty: it does not serve ambient mode
     * @return its groups
     */
    public static EndpointGroups of(
            ControlPlaneView view, PeerAuthenticationModes modes, Supplier<Optional<AmbientIndex>> ambient) {
        return new EndpointGroups(view, modes, ambient);
    }

    /**
     * Finds endpoints.
     *
     * @param query which, and for whom
     * @return groups by the bytes of the locality text, all of priority 0; a group may be empty
     */
    public List<EndpointGroup> find(EndpointQuery query) {
        return find(query, TraceSink.NONE);
    }

    /**
     * Finds endpoints; see {@link #find(EndpointQuery)}.
     *
     * @param query which, and for whom
     * @param trace takes each endpoint that is considered
     * @return groups
     */
    public List<EndpointGroup> find(EndpointQuery query, TraceSink trace) {
        EndpointSteps steps = new EndpointSteps(query, trace);
        return groups(query, waypoints.find(query).orElseGet(() -> ofService(query, steps)), steps);
    }

    /**
     * Counts endpoints.
     *
     * @param query which
     * @return how many are registered, whether the proxy of the query sees them or not
     */
    public int registered(EndpointQuery query) {
        return (int) view.endpoints(query.service()).stream()
                .filter(endpoint -> isAskedFor(endpoint, query))
                .count();
    }

    private WaypointEndpoints.Found ofService(EndpointQuery query, EndpointSteps steps) {
        List<ServiceEndpoint> asked = view.endpoints(query.service()).stream()
                .filter(endpoint -> isAskedFor(endpoint, query))
                .toList();
        if (steps.isRecording()) {
            view.endpoints(query.service()).stream()
                    .filter(endpoint -> isOfPort(endpoint, query) && !isOfSubset(endpoint, query))
                    .forEach(steps::otherLabels);
        }
        return new WaypointEndpoints.Found(asked, endpoint -> member(endpoint, query));
    }

    private List<EndpointGroup> groups(EndpointQuery query, WaypointEndpoints.Found found, EndpointSteps steps) {
        GatewaySet gateways = query.resolvedByProxy() ? unresolved : resolved;
        boolean local = clusterLocal.isClusterLocal(query.service().hostname());
        EndpointVisibility visibility =
                new EndpointVisibility(query.proxy(), query.service(), local, !gateways.isEmpty());
        Map<String, List<CandidateGroup.Candidate>> byLocality = new TreeMap<>();
        for (ServiceEndpoint endpoint : found.endpoints()) {
            Optional<EndpointObstacle> obstacle = local && !isListedFor(endpoint, query)
                    ? Optional.of(EndpointObstacle.CLUSTER_LOCAL)
                    : visibility
                            .obstacle(endpoint)
                            .or(() -> scopes.shares(endpoint, query)
                                    ? Optional.empty()
                                    : Optional.of(EndpointObstacle.NOT_GLOBAL));
            obstacle.ifPresent(each -> steps.left(endpoint, each));
            if (obstacle.isEmpty()) {
                byLocality
                        .computeIfAbsent(endpoint.locality(), key -> new ArrayList<>())
                        .add(new CandidateGroup.Candidate(
                                endpoint, found.member().apply(endpoint)));
            }
        }
        List<CandidateGroup> groups = new ArrayList<>();
        byLocality.forEach((text, members) -> groups.add(new CandidateGroup(Locality.parse(text), members)));
        List<EndpointGroup> replaced = new SplitHorizon(query.proxy(), gateways, AmbientReach.of(view.ambient(), query))
                .replace(groups, steps);
        List<EndpointGroup> sent = query.mutualTlsOnly()
                ? replaced.stream().map(EndpointGroups::withMutualTls).toList()
                : replaced;
        steps.sent(sent, replaced);
        return sent;
    }

    private static boolean isAskedFor(ServiceEndpoint endpoint, EndpointQuery query) {
        return isOfPort(endpoint, query) && isOfSubset(endpoint, query);
    }

    private static boolean isOfSubset(ServiceEndpoint endpoint, EndpointQuery query) {
        return endpoint.labels().entrySet().containsAll(query.subsetLabels().entrySet());
    }

    private static boolean isOfPort(ServiceEndpoint endpoint, EndpointQuery query) {
        boolean name = !endpoint.address().isEmpty() && endpoint.port() != 0 && !AddressText.isIp(endpoint.address());
        boolean ofPort = query.resolvedByProxy()
                ? endpoint.isOfPort(query.port())
                : endpoint.portName().equals(query.port().name());
        return ofPort && (query.resolvedByProxy() || !name);
    }

    /**
     * What a ServiceEntry lists is kept under the cluster of the control plane, and of a cluster-local service only the list of the
     * proxy's own cluster is read, wherever the workloads are.
     */
    private boolean isListedFor(ServiceEndpoint endpoint, EndpointQuery query) {
        return query.resolvedByProxy()
                || endpoint.registry() == Registry.KUBERNETES
                || view.cluster().equals(query.proxy().cluster());
    }

    private GroupMember member(ServiceEndpoint endpoint, EndpointQuery query) {
        boolean tunnel = TunnelUse.tunnels(endpoint, query, view);
        LbEndpoint sent = LbEndpoint.builder()
                .address(AddressText.of(endpoint.address(), endpoint.port()))
                .weight(endpoint.weight() == 0 ? 1 : endpoint.weight())
                .health(health(endpoint))
                .mutualTls(!tunnel && endpoint.mutualTls() && mayUseMutualTls(endpoint, query))
                .tunnel(tunnel)
                .owner(endpoint.owner())
                .build();
        return new GroupMember(sent, new TreeMap<>(endpoint.labels()));
    }

    private boolean mayUseMutualTls(ServiceEndpoint endpoint, EndpointQuery query) {
        return query.tlsMode()
                .map(mode -> mode == ClientTlsMode.ISTIO_MUTUAL)
                .orElseGet(() ->
                        modes.mode(endpoint.namespace(), endpoint.labels(), endpoint.port()) != MutualTlsMode.DISABLE);
    }

    static EndpointHealth health(ServiceEndpoint endpoint) {
        if (endpoint.draining() || endpoint.state() == EndpointState.DRAINING) {
            return EndpointHealth.DRAINING;
        }
        return endpoint.state() == EndpointState.UNHEALTHY ? EndpointHealth.UNHEALTHY : EndpointHealth.HEALTHY;
    }

    /** Mirrors istio 1.30.3 {@code pilot/pkg/xds/endpoints/ep_filters.go:EndpointsWithMTLSFilter}. */
    private static EndpointGroup withMutualTls(EndpointGroup group) {
        List<GroupMember> members = group.members().stream()
                .filter(member -> member.endpoint().mutualTls())
                .toList();
        return EndpointGroup.builder()
                .locality(group.locality())
                .members(members)
                .weight(SplitHorizon.weight(members))
                .build();
    }
}
