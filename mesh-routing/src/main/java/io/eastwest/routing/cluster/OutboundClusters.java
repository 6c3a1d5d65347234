package io.eastwest.routing.cluster;

import io.eastwest.model.istio.networking.Subset;
import io.eastwest.routing.destination.ClusterTypes;
import io.eastwest.routing.destination.EndpointTlsMode;
import io.eastwest.routing.destination.TargetCluster;
import io.eastwest.routing.endpoints.EndpointGroup;
import io.eastwest.routing.endpoints.EndpointQuery;
import io.eastwest.routing.endpoints.Locality;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterBuilder;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.locality.LocalityBalancing;
import io.eastwest.routing.locality.LocalityPreference;
import io.eastwest.routing.scope.MergedDestinationRule;
import io.eastwest.routing.scope.MergedDestinationRule.SourcedSubset;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Resolution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clusters to services. Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/cluster.go:buildOutboundClusters,
 * buildOutboundSniDnatClusters}.
 */
final class OutboundClusters {
    private final ProxyScope scope;
    private final ClusterInputs inputs;

    OutboundClusters(ProxyScope scope, ClusterInputs inputs) {
        this.scope = scope;
        this.inputs = inputs;
    }

    /**
     * Makes a cluster.
     *
     * @param key its name in parts
     * @param serverName whether it is named like an SNI: it forwards mutual TLS as it comes
     * @return the cluster; empty: the proxy has none
     */
    Optional<Cluster> cluster(SubsetKey key, boolean serverName) {
        if (serverName && scope.proxy().kind() != MeshProxy.Kind.ROUTER) {
            return Optional.empty();
        }
        return scope.service(key.host())
                .filter(service -> service.resolution() != Resolution.ALIAS)
                .filter(service -> !(serverName && service.meshExternal()))
                .flatMap(service -> service.port(key.port())
                        .filter(port -> exists(service, port))
                        .flatMap(port -> ofPort(service, port, key.subset(), serverName)));
    }

    private static boolean exists(MeshService service, MeshServicePort port) {
        if (isByName(service)) {
            return switch (port.protocol()) {
                case HTTP, TLS, GRPC, HTTP2 -> true;
                default -> false;
            };
        }
        return port.protocol() != PortProtocol.UDP;
    }

    private static boolean isByName(MeshService service) {
        return service.resolution() == Resolution.DYNAMIC_DNS
                && service.hostname().startsWith("*");
    }

    private Optional<Cluster> ofPort(MeshService service, MeshServicePort port, String subset, boolean serverName) {
        Optional<MergedDestinationRule> rule = scope.destinationRule(service);
        if (!subset.isEmpty()
                && (isByName(service)
                        || rule.flatMap(each -> each.subset(subset)).isEmpty())) {
            return Optional.empty();
        }
        TargetCluster target = TargetCluster.builder()
                .proxy(scope.proxy().kind())
                .service(service)
                .port(port)
                .subset(subset)
                .forwardsTls(serverName)
                .rule(rule)
                .addAllAccounts(serverName ? List.of() : inputs.identities().of(service))
                .build();
        return subset.isEmpty() || isMade(target.toBuilder().subset("").build()) ? make(target) : Optional.empty();
    }

    /** {@return whether the cluster exists: one that resolves names itself needs at least one endpoint} */
    private boolean isMade(TargetCluster target) {
        return !isResolvedByProxy(ClusterTypes.beforePolicy(target))
                || !inputs.endpoints().find(query(target, true)).isEmpty();
    }

    private static boolean isResolvedByProxy(ClusterType type) {
        return type == ClusterType.STRICT_DNS || type == ClusterType.LOGICAL_DNS;
    }

    private Optional<Cluster> make(TargetCluster target) {
        return make(target, target);
    }

    /**
     * Makes a cluster.
     *
     * @param target the cluster
     * @param lookup the cluster as it is meant when its endpoints are looked up
     * @return the cluster; empty: the proxy has none
     */
    Optional<Cluster> make(TargetCluster target, TargetCluster lookup) {
        if (!isMade(lookup)) {
            return Optional.empty();
        }
        ClusterType type = ClusterTypes.of(target);
        Optional<LocalityPreference> preference = preference(target, type);
        ClusterBuilder cluster = inputs.settings()
                .cluster(target)
                .localityWeighted(
                        preference.filter(LocalityPreference::isWeighted).isPresent());
        preference.flatMap(InertPreference::finding).ifPresent(cluster::addFinding);
        if (type == ClusterType.EDS || isResolvedByProxy(type)) {
            List<EndpointGroup> groups = groups(
                    lookup, isResolvedByProxy(type), isResolvedByProxy(type) ? preference : preference(lookup, type));
            groups.stream().map(EndpointGroup::toLocalityEndpoints).forEach(cluster::addAssignment);
            if (isResolvedByProxy(type)) {
                NamedEndpoints.finding(target.service(), groups).ifPresent(cluster::addFinding);
            }
        }
        return Optional.of(cluster.build()).filter(AcceptedClusters::accepts);
    }

    private Optional<LocalityPreference> preference(TargetCluster target, ClusterType type) {
        return type == ClusterType.DYNAMIC_FORWARD_PROXY
                ? Optional.empty()
                : LocalityPreference.of(scope.view().meshConfig(), target.policy(), target.service());
    }

    private List<EndpointGroup> groups(TargetCluster lookup, boolean byProxy, Optional<LocalityPreference> preference) {
        EndpointQuery query = query(lookup, byProxy);
        List<EndpointGroup> groups = inputs.endpoints().find(query);
        Optional<LocalityPreference> applied = byProxy
                ? preference.flatMap(each -> NamedEndpoints.preference(
                        each, lookup, groups, inputs.endpoints().registered(query)))
                : preference;
        Locality place = Locality.parse(scope.proxy().locality());
        return applied.map(each ->
                        LocalityBalancing.apply(groups, place, scope.proxy().labels(), each))
                .orElse(groups);
    }

    private EndpointQuery query(TargetCluster target, boolean resolvedByProxy) {
        Map<String, String> labels = target.rule()
                .flatMap(rule -> rule.subset(target.subset()))
                .map(SourcedSubset::subset)
                .map(Subset::labels)
                .orElseGet(LinkedHashMap::new);
        return EndpointQuery.builder()
                .proxy(scope.proxy())
                .service(target.service())
                .port(target.port())
                .subsetLabels(labels)
                .tlsMode(EndpointTlsMode.of(target.rule(), target.port().number(), target.subset()))
                .resolvedByProxy(resolvedByProxy)
                .mutualTlsOnly(target.forwardsTls())
                .servedByWaypoint(target.virtual())
                .build();
    }
}
