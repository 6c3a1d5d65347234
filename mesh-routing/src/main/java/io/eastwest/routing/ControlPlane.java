package io.eastwest.routing;

import io.eastwest.routing.cluster.ClusterInputs;
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

/** One control plane: what it knows, compiled as far as all its proxies share it. */
final class ControlPlane {
    private final ControlPlaneView view;
    private final ProxyScopes scopes;
    private final List<MeshGateway> gateways;
    private final SecurityPolicies policies;
    private final ClusterInputs clusterInputs;
    private final UnmodelledParts unmodelled;
    private final ProxyMemory memory = ProxyMemory.empty();

    ControlPlane(ControlPlaneView view) {
        MeshRules written = MeshRules.of(view);
        GatewayApiRules made = GatewayApiRules.of(view);
        this.view = view;
        this.policies = SecurityPolicies.of(view);
        this.clusterInputs = ClusterInputs.of(view);
        this.unmodelled = UnmodelledParts.of(view, made);
        this.scopes = ProxyScopes.of(
                view, concat(written.virtualServices(), made.virtualServices()), made.destinationRules());
        this.gateways = concat(written.gateways(), made.gateways()).stream()
                .sorted(Comparator.comparing(MeshGateway::creationTime)
                        .thenComparing(MeshGateway::name)
                        .thenComparing(MeshGateway::namespace))
                .toList();
    }

    ProxyMemory memory() {
        return memory;
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
        return proxy.kind() == MeshProxy.Kind.SIDECAR
                ? SidecarResources.of(scopes.scope(proxy), policies, clusterInputs)
                : GatewayResources.of(scopes.scope(proxy), gateways, policies, clusterInputs);
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
