package io.eastwest.routing.cluster;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshInboundMode;
import io.eastwest.model.istio.networking.ConnectionPoolSettings;
import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.SidecarIngress;
import io.eastwest.routing.destination.EffectivePolicy;
import io.eastwest.routing.destination.InboundSettings;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.scope.MergedDestinationRule;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.ServiceTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Clusters from a sidecar to its own workload: of the ingress listeners of its Sidecar resource, else of the services that
 * select it. Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/cluster.go:buildInboundClusters}.
 */
final class WorkloadClusters {
    private static final LoadBalancingPolicy ROUND_ROBIN = new LoadBalancingPolicy.Simple("ROUND_ROBIN");
    private static final LoadBalancingPolicy CLUSTER_PROVIDED = new LoadBalancingPolicy.Simple("CLUSTER_PROVIDED");

    private final ProxyScope scope;
    private final AtomicReference<List<ServiceTarget>> targets = new AtomicReference<>();

    WorkloadClusters(ProxyScope scope) {
        this.scope = scope;
    }

    Optional<Cluster> cluster(SubsetKey key) {
        if (!key.subset().isEmpty() || !key.host().isEmpty()) {
            return Optional.empty();
        }
        List<SidecarIngress> ingress =
                scope.sidecar().map(each -> each.spec().ingress()).orElse(List.of());
        Optional<ServiceTarget> target = targets().stream()
                .filter(each -> each.workloadPort() == key.port())
                .findFirst();
        return ingress.isEmpty()
                ? target.map(each -> make(key, local(key.port()), each.port(), target))
                : ofSidecar(key, ingress, target);
    }

    private Optional<Cluster> ofSidecar(SubsetKey key, List<SidecarIngress> ingress, Optional<ServiceTarget> target) {
        for (SidecarIngress listener : ingress) {
            Optional<DefaultEndpoint> endpoint =
                    DefaultEndpoint.of(listener, scope.proxy().addresses());
            if (listener.port().number().orElse(0) == key.port() && endpoint.isPresent()) {
                PortProtocol protocol =
                        PortProtocol.parse(listener.port().protocol().orElse(""));
                MeshServicePort port =
                        new MeshServicePort(listener.port().name().orElse(""), key.port(), protocol, "");
                return Optional.of(make(key, endpoint.get().address(), port, target));
            }
        }
        return Optional.empty();
    }

    /** {@return what the workload serves, the oldest service first} */
    private List<ServiceTarget> targets() {
        List<ServiceTarget> known = targets.get();
        if (known == null) {
            known = scope.serviceTargets().stream()
                    .sorted(Comparator.comparing(
                                    (ServiceTarget each) -> each.service().creationTime())
                            .thenComparing(each -> each.service().hostname()))
                    .toList();
            targets.set(known);
        }
        return known;
    }

    private Optional<String> local(int port) {
        boolean localhost = mesh().inboundTrafficPolicy()
                .flatMap(policy -> policy.mode())
                .filter(mode -> mode == MeshInboundMode.LOCALHOST)
                .isPresent();
        return localhost ? Optional.of(DefaultEndpoint.localhost(scope.proxy().addresses(), port)) : Optional.empty();
    }

    private MeshConfig mesh() {
        return scope.view().meshConfig();
    }

    private Cluster make(
            SubsetKey key, Optional<String> address, MeshServicePort port, Optional<ServiceTarget> target) {
        List<Origin> origins = new ArrayList<>();
        target.ifPresent(each -> origins.add(new Origin(each.service().resource(), "")));
        Optional<MergedDestinationRule> rule = target.flatMap(each -> scope.inboundDestinationRule(each.service()));
        rule.ifPresent(each -> each.resources().forEach(resource -> origins.add(new Origin(resource, ""))));
        scope.sidecar().ifPresent(sidecar -> origins.add(new Origin(sidecar.key(), "")));
        return InboundSettings.cluster(
                        key.clusterName(),
                        port.protocol(),
                        EffectivePolicy.of(rule, port.number(), ""),
                        connectionPool(key.port()),
                        mesh())
                .type(address.isPresent() ? ClusterType.STATIC : ClusterType.ORIGINAL_DST)
                .loadBalancing(address.isPresent() ? ROUND_ROBIN : CLUSTER_PROVIDED)
                .addAllAssignment(address.map(this::workload).stream().toList())
                .addAllOrigins(origins)
                .build();
    }

    /** Mirrors istio 1.30.3 {@code pilot/pkg/model/sidecar.go:InboundConnectionPoolForPort}. */
    private Optional<ConnectionPoolSettings> connectionPool(int port) {
        Optional<Sidecar> sidecar = scope.sidecar();
        return sidecar.flatMap(each -> each.spec().ingress().stream()
                        .filter(listener -> listener.port().number().orElse(0) == port)
                        .flatMap(listener -> listener.connectionPool().stream())
                        .findFirst())
                .or(() -> sidecar.flatMap(each -> each.spec().inboundConnectionPool()));
    }

    private LocalityEndpoints workload(String address) {
        return LocalityEndpoints.builder()
                .region("")
                .zone("")
                .subzone("")
                .addEndpoint(LbEndpoint.builder()
                        .address(address)
                        .mutualTls(false)
                        .owner(scope.proxy().id())
                        .build())
                .build();
    }
}
