package io.eastwest.routing.destination;

import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.scope.MergedDestinationRule;
import io.eastwest.routing.style.RoutingValue;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.Resolution;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** An outbound cluster that a proxy gets: its service, port and subset, and what decides about it. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface TargetCluster {
    /** {@return kind of the proxy} */
    MeshProxy.Kind proxy();

    /** {@return service} */
    MeshService service();

    /** {@return port} */
    MeshServicePort port();

    /** {@return subset; empty: none} */
    String subset();

    /** {@return whether it forwards mutual TLS as it comes, named like an SNI} */
    boolean forwardsTls();

    /** {@return whether it is a cluster of a waypoint to a service that it serves; each is made by its own policy alone} */
    @Value.Default
    default boolean virtual() {
        return false;
    }

    /** {@return the rule for the service; empty: none} */
    Optional<MergedDestinationRule> rule();

    /** {@return identities of the service, sorted} */
    List<String> accounts();

    /** {@return name as istiod gives it} */
    default String name() {
        SubsetKey key = SubsetKey.outbound(port().number(), subset(), service().hostname());
        return forwardsTls() ? key.serverName() : key.clusterName();
    }

    /** {@return the effective policy} */
    @Value.Lazy
    default EffectivePolicy policy() {
        return EffectivePolicy.of(rule(), port().number(), subset());
    }

    /** {@return the policy as written at the level of the cluster: of the subset, or of the rule} */
    default Optional<TrafficPolicy> writtenPolicy() {
        return subset().isEmpty()
                ? rule().flatMap(MergedDestinationRule::trafficPolicy)
                : rule().flatMap(each -> each.subset(subset()))
                        .flatMap(each -> each.subset().trafficPolicy());
    }

    /** {@return whether the proxy is a sidecar} */
    default boolean sidecar() {
        return proxy() == MeshProxy.Kind.SIDECAR;
    }

    /** {@return whether the rule has a workload selector} */
    default boolean ruleSelectsWorkloads() {
        return rule().flatMap(MergedDestinationRule::workloadSelector).isPresent();
    }

    /** {@return SNI of mesh mutual TLS; empty where the name of the request is taken (wildcard hosts)} */
    default Optional<String> meshServerName() {
        return service().resolution() == Resolution.DYNAMIC_DNS
                        && service().hostname().startsWith("*")
                ? Optional.empty()
                : Optional.of(
                        SubsetKey.outbound(port().number(), subset(), service().hostname())
                                .serverName());
    }

    /** {@return a builder that starts from this value} */
    default TargetClusterBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static TargetClusterBuilder builder() {
        return new TargetClusterBuilder();
    }
}
