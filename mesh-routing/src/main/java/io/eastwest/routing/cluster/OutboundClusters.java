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
import io.eastwest.routing.trace.TraceSink;
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
     * @param trace takes the steps
     * @return the cluster; empty: the proxy has none
     */
    Optional<Cluster> cluster(SubsetKey key, boolean serverName, TraceSink trace) {
        if (serverName && scope.proxy().kind() != MeshProxy.Kind.ROUTER) {
            return Optional.empty();
        }
        Optional<MeshService> found = scope.service(key.host());
        ClusterSteps.service(key, found, scope, trace);
        return found.filter(service -> service.resolution() != Resolution.ALIAS)
                .filter(service -> !(serverName && service.meshExternal()))
                .flatMap(service -> service.port(key.port())
                        .filter(port -> exists(service, port, serverName))
                        .flatMap(port -> ofPort(service, port, key.subset(), serverName, trace)));
    }

    private static boolean exists(MeshService service, MeshServicePort port, boolean serverName) {
        if (isByName(service) && !serverName) {
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

    private Optional<Cluster> ofPort(
            MeshService service, MeshServicePort port, String subset, boolean serverName, TraceSink trace) {
        Optional<MergedDestinationRule> rule = scope.destinationRule(service, trace);
        ClusterSteps.subset(subset, rule, trace);
        if (!subset.isEmpty()
                && (isByName(service) && !serverName
                        || rule.flatMap(each -> each.subset(subset)).isEmpty())) {
            return Optional.empty();
        }
        TargetCluster target = target(service, port, subset, serverName, rule);
        return subset.isEmpty() || isMade(target.toBuilder().subset("").build())
                ? make(target, target, trace)
                : Optional.empty();
    }

    private TargetCluster target(
            MeshService service,
            MeshServicePort port,
            String subset,
            boolean serverName,
            Optional<MergedDestinationRule> rule) {
        return TargetCluster.builder()
                .proxy(scope.proxy().kind())
                .service(service)
                .port(port)
                .subset(subset)
                .forwardsTls(serverName)
                .rule(rule)
                .addAllAccounts(serverName ? List.of() : inputs.identities().of(service))
                .build();
    }

    /** {@return a cluster with what decides about it; empty: the proxy has none} */
    Optional<ClusterPolicy> policy(SubsetKey key) {
        Optional<Cluster> cluster = cluster(key, false, TraceSink.NONE);
        Optional<MeshService> service = scope.service(key.host());
        return service.flatMap(each -> each.port(key.port()))
                .map(port -> target(service.get(), port, key.subset(), false, scope.destinationRule(service.get())))
                .flatMap(target -> cluster.map(
                        made -> new ClusterPolicy(target, made, preference(target, ClusterTypes.of(target)))));
    }

    /** {@return whether the cluster exists: one that resolves names itself needs at least one endpoint} */
    private boolean isMade(TargetCluster target) {
        return !isResolvedByProxy(ClusterTypes.beforePolicy(target))
                || !inputs.endpoints().find(query(target, true), TraceSink.NONE).isEmpty();
    }

    private static boolean isResolvedByProxy(ClusterType type) {
        return type == ClusterType.STRICT_DNS || type == ClusterType.LOGICAL_DNS;
    }

    /**
     * Makes a cluster.
     *
     * @param target the cluster
     * @param lookup the cluster as it is meant when its endpoints are looked up
     * @param trace takes the steps
     * @return the cluster; empty: the proxy has none
     */
    Optional<Cluster> make(TargetCluster target, TargetCluster lookup, TraceSink trace) {
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
                    lookup,
                    isResolvedByProxy(type),
                    isResolvedByProxy(type) ? preference : preference(lookup, type),
                    trace);
            groups.stream().map(EndpointGroup::toLocalityEndpoints).forEach(cluster::addAssignment);
            if (isResolvedByProxy(type)) {
                NamedEndpoints.finding(target.service(), groups).ifPresent(cluster::addFinding);
            }
        }
        Cluster made = cluster.build();
        if (!target.virtual()) {
            ClusterSteps.transport(made, target.policy(), trace);
        }
        return Optional.of(made).filter(AcceptedClusters::accepts);
    }

    Optional<LocalityPreference> preference(TargetCluster target, ClusterType type) {
        return type == ClusterType.DYNAMIC_FORWARD_PROXY
                ? Optional.empty()
                : LocalityPreference.of(scope.view().meshConfig(), target.policy(), target.service());
    }

    private List<EndpointGroup> groups(
            TargetCluster lookup, boolean byProxy, Optional<LocalityPreference> preference, TraceSink trace) {
        EndpointQuery query = query(lookup, byProxy);
        List<EndpointGroup> groups = inputs.endpoints().find(query, trace);
        Optional<LocalityPreference> applied = byProxy
                ? preference.flatMap(each -> NamedEndpoints.preference(
                        each, lookup, groups, inputs.endpoints().registered(query)))
                : preference;
        Locality place = Locality.parse(scope.proxy().locality());
        List<EndpointGroup> ordered = applied.map(each ->
                        LocalityBalancing.apply(groups, place, scope.proxy().labels(), each))
                .orElse(groups);
        LocalitySteps.tell(applied, ordered, place, trace);
        return ordered;
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
