package io.eastwest.routing;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.ambient.Waypoint;
import io.eastwest.routing.cluster.ClusterInputs;
import io.eastwest.routing.cluster.ClusterPolicy;
import io.eastwest.routing.credential.ProxyCredentials;
import io.eastwest.routing.envoy.ProxyResources;
import io.eastwest.routing.gatewayapi.GatewayApiRules;
import io.eastwest.routing.gatewayapi.GatewayApiStatus;
import io.eastwest.routing.proxy.ProxyMemory;
import io.eastwest.routing.rules.MeshGateway;
import io.eastwest.routing.rules.MeshRules;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.security.SecurityPolicies;
import io.eastwest.routing.unmodelled.UnmodelledParts;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One control plane: what it knows, compiled as far as all its proxies share it. */
final class ControlPlane {
    private static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";
    private static final String MANAGED = "gateway.istio.io/managed";
    private static final List<String> AMBIENT = List.of("istio.io-mesh-controller", "istio.io-eastwest-controller");

    private final ControlPlaneView view;
    private final ProxyScopes scopes;
    private final List<MeshGateway> gateways;
    private final SecurityPolicies policies;
    private final ClusterInputs clusterInputs;
    private final UnmodelledParts unmodelled;
    private final ProxyMemory memory = ProxyMemory.empty();
    private final SharedResources shared = new SharedResources();
    private final Map<String, ProxyCredentials> credentials = new ConcurrentHashMap<>();
    private volatile @Nullable AmbientIndex ambient;

    ControlPlane(ControlPlaneView view) {
        MeshRules written = MeshRules.of(view);
        GatewayApiRules made = GatewayApiRules.of(view);
        this.view = view;
        this.policies = SecurityPolicies.of(view);
        this.clusterInputs = ClusterInputs.of(view, this::ambient);
        this.unmodelled = UnmodelledParts.of(view, made);
        this.scopes = ProxyScopes.of(
                view, concat(written.virtualServices(), made.virtualServices()), made.destinationRules());
        this.gateways = concat(written.gateways(), made.gateways()).stream()
                .sorted(Comparator.comparing(MeshGateway::creationTime)
                        .thenComparing(MeshGateway::name)
                        .thenComparing(MeshGateway::namespace))
                .toList();
    }

    /** {@return what it sends to ztunnels; empty: it does not serve ambient mode} */
    Optional<AmbientIndex> ambient() {
        if (!view.ambient().enabled()) {
            return Optional.empty();
        }
        AmbientIndex known = ambient;
        if (known == null) {
            known = AmbientIndex.of(view);
            ambient = known;
        }
        return Optional.of(known);
    }

    /**
     * Refuses ambient mode where it is not this control plane's own cluster: Istio supports it for clusters with a control plane of
     * their own only.
     *
     * @throws UnsupportedFeatureException if the cluster is another
     */
    void requireAmbientIn(String cluster) {
        if (view.ambient().enabled() && !view.cluster().equals(cluster)) {
            throw new UnsupportedFeatureException("ambient mode in cluster \"" + cluster
                    + "\" is not modelled: the control plane of cluster \"" + view.cluster()
                    + "\" serves it, and ambient mode needs one in each cluster");
        }
    }

    ControlPlaneView view() {
        return view;
    }

    ProxyMemory memory() {
        return memory;
    }

    /** {@return what it has made for its proxies} */
    SharedResources shared() {
        return shared;
    }

    /** {@return the certificates that it gives to the proxies of a namespace} */
    ProxyCredentials credentials(String cluster, String namespace) {
        return credentials.computeIfAbsent(
                cluster + "/" + namespace, key -> ProxyCredentials.of(view, cluster, namespace));
    }

    /** {@return what it reports of Gateway API objects} */
    GatewayApiStatus status() {
        return GatewayApiStatus.of(view);
    }

    /** {@return what it knows that is not modelled} */
    UnmodelledParts unmodelled() {
        return unmodelled;
    }

    /** {@return a pod as this kind of proxy} */
    MeshProxy proxy(String id, MeshProxy.Kind kind) {
        return view.proxy(id, kind)
                .orElseThrow(() -> new IllegalArgumentException("no pod \"" + id + "\" in the mesh"));
    }

    /** {@return what it sends to a proxy} */
    ProxyResources resources(MeshProxy proxy) {
        return switch (proxy.kind()) {
            case SIDECAR -> sidecar(proxy, false);
            case ROUTER -> GatewayResources.of(scopes.scope(proxy), gateways, policies, clusterInputs, shared);
            case WAYPOINT -> waypoint(proxy);
        };
    }

    /**
     * {@return what it decides about a cluster of a proxy}
     *
     * @throws IllegalArgumentException if the proxy has no such cluster
     */
    ClusterPolicy policy(String id, MeshProxy.Kind kind, String host, int port, String subset) {
        MeshProxy proxy = proxy(id, kind);
        if (kind == MeshProxy.Kind.WAYPOINT && proxy.isEastWestGateway()) {
            throw new IllegalArgumentException(
                    "\"" + id
                            + "\" is an east-west gateway of ambient mode, which no DestinationRule reaches; ask the waypoint of the service");
        }
        return new PolicySearch(scopes.scope(proxy), clusterInputs, served(proxy)).find(host, port, subset);
    }

    /** {@return the hosts that a proxy serves as their waypoint} */
    private List<String> served(MeshProxy proxy) {
        if (proxy.kind() != MeshProxy.Kind.WAYPOINT) {
            return List.of();
        }
        requireAmbientIn(proxy.cluster());
        AmbientIndex index = index();
        return index.servedBy(waypoint(proxy, index)).stream()
                .map(each -> each.service().hostname())
                .toList();
    }

    private AmbientIndex index() {
        return ambient()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the control plane of cluster \"" + view.cluster() + "\" does not serve ambient mode"));
    }

    private static Waypoint waypoint(MeshProxy proxy, AmbientIndex index) {
        return index.waypointOf(proxy.namespace(), proxy.labels())
                .orElseThrow(() -> new IllegalArgumentException("pod \"" + proxy.id() + "\" is no waypoint"));
    }

    /** {@return what it sends to a sidecar for connections that come out of tunnels} */
    ProxyResources tunnelled(MeshProxy proxy) {
        return sidecar(proxy, true);
    }

    private ProxyResources sidecar(MeshProxy proxy, boolean tunnelled) {
        return new SidecarResources(scopes.scope(proxy), tunnelled, policies, clusterInputs, shared);
    }

    private ProxyResources waypoint(MeshProxy proxy) {
        requireAmbientIn(proxy.cluster());
        AmbientIndex index = index();
        if (proxy.isEastWestGateway()) {
            return WaypointResources.ofGateway(scopes.scope(proxy), index, policies, clusterInputs, shared);
        }
        Waypoint waypoint = waypoint(proxy, index);
        return WaypointResources.of(scopes.scope(proxy), index, waypoint, policies, clusterInputs, shared);
    }

    /**
     * {@return whether pods with these labels are gateways: those of the Gateway API, and those that a Gateway selects by any label}
     *
     * @param labels labels of a pod
     */
    boolean isGateway(Map<String, String> labels) {
        if (labels.containsKey(GATEWAY_NAME)) {
            return !AMBIENT.contains(labels.getOrDefault(MANAGED, ""));
        }
        return gateways.stream()
                .anyMatch(gateway -> !gateway.gatewaySemantics()
                        && !gateway.selector().isEmpty()
                        && labels.entrySet().containsAll(gateway.selector().entrySet()));
    }

    /** {@return the trust domains whose certificates a proxy of this control plane accepts from clients} */
    List<String> trustDomains() {
        return policies.trustDomains();
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
