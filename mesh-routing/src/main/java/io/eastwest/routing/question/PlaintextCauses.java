package io.eastwest.routing.question;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.model.istio.security.PeerAuthentication;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.Hop;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.question.PlaintextPair.Cause;
import io.eastwest.routing.security.PeerAuthenticationModes;
import io.eastwest.routing.security.WorkloadMutualTls;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.Resolution;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Because of what a part of a way is not encrypted. */
final class PlaintextCauses {
    private final MeshRouter router;
    private final MeshPods pods;
    private final Map<String, PeerAuthenticationModes> modes = new LinkedHashMap<>();

    PlaintextCauses(MeshRouter router, MeshPods pods) {
        this.router = router;
        this.pods = pods;
    }

    /**
     * A cause.
     *
     * @param kind what kind
     * @param resource the resource that says so; empty: none does
     * @param text the cause in words
     */
    record Found(Cause kind, Optional<ResourceKey> resource, String text) {
        static Found of(Cause kind, String text) {
            return new Found(kind, Optional.empty(), text);
        }
    }

    /**
     * {@return the cause}
     *
     * @param decision the decision
     * @param way the way
     * @param index index of the hop that receives in plaintext
     */
    Found of(Decision decision, EndpointTarget way, int index) {
        Hop from = way.hops().get(index - 1);
        Hop to = way.hops().get(index);
        Optional<WorkloadInstance> server = pods.named(to.proxy());
        if (from.kind() == Hop.Kind.CLIENT_APPLICATION) {
            return Found.of(Cause.CALLER_WITHOUT_PROXY, from.proxy() + " has no proxy");
        }
        if (server.isEmpty()) {
            return Found.of(Cause.OUTSIDE_OF_MESH, to.address() + " is no workload of the mesh");
        }
        if (to.kind() == Hop.Kind.APPLICATION) {
            return Found.of(Cause.SERVER_WITHOUT_PROXY, to.proxy() + " has no proxy");
        }
        if (from.kind() == Hop.Kind.CLIENT_ZTUNNEL) {
            return Found.of(
                    Cause.NO_COMMON_PROTOCOL,
                    "a ztunnel speaks HBONE alone, which the sidecar of " + to.proxy() + " does not take");
        }
        Optional<Cluster> cluster = index == 1 ? cluster(decision, way.routedTo()) : Optional.empty();
        String client = pods.named(from.proxy())
                .map(WorkloadInstance::cluster)
                .orElse(server.get().cluster());
        return ofEnvoy(router.view(client), cluster, way, to, server.get());
    }

    private static Optional<Cluster> cluster(Decision decision, String name) {
        return decision.firstLeg().clusters().stream()
                .filter(share -> share.name().equals(name))
                .findFirst()
                .flatMap(ClusterShare::cluster);
    }

    private Found ofEnvoy(
            ControlPlaneView view, Optional<Cluster> cluster, EndpointTarget way, Hop to, WorkloadInstance server) {
        int port = Integer.parseInt(to.address().substring(to.address().lastIndexOf(':') + 1));
        Optional<Found> rule = cluster.flatMap(each -> rule(view, each));
        boolean auto = cluster.filter(each -> each.tls().mode() == UpstreamTls.Mode.AUTO)
                .isPresent();
        WorkloadMutualTls mode = modes(view).workload(server.namespace(), server.labels());
        if (!auto && rule.isPresent()) {
            return rule.get();
        }
        if (!auto && !view.meshConfig().enableAutoMtls().orElse(true)) {
            return Found.of(Cause.AUTO_MUTUAL_TLS_OFF, "enableAutoMtls is false, and no DestinationRule asks for TLS");
        }
        if (auto && mode.mode(port) == MutualTlsMode.DISABLE) {
            return disabled(view, mode.origins(), port, "of " + to.proxy());
        }
        Optional<MeshService> service = view
                .servicesByHostname(SubsetKey.parse(way.routedTo()).host())
                .stream()
                .findFirst();
        if (!auto && service.filter(MeshService::meshExternal).isPresent()) {
            return new Found(
                    Cause.OUTSIDE_OF_MESH,
                    service.map(MeshService::resource),
                    "the service is declared to be outside of the mesh");
        }
        Optional<String> namespace = service.map(MeshService::namespace);
        if (!auto
                && namespace
                        .filter(each -> modes(view).namespaceMode(each) == MutualTlsMode.DISABLE)
                        .isPresent()) {
            WorkloadMutualTls whole = modes(view).workload(namespace.get(), new LinkedHashMap<>());
            return disabled(view, whole.origins(), 0, "of namespace " + namespace.get());
        }
        if (!auto
                && service.filter(each -> each.resolution() == Resolution.PASSTHROUGH)
                        .isPresent()) {
            return new Found(
                    Cause.HEADLESS_SERVICE,
                    service.map(MeshService::resource),
                    "an endpoint of the headless service has no sidecar");
        }
        return rule.orElseGet(() -> Found.of(Cause.OTHER, "nothing asks for TLS"));
    }

    private PeerAuthenticationModes modes(ControlPlaneView view) {
        return modes.computeIfAbsent(view.cluster(), key -> PeerAuthenticationModes.of(view));
    }

    private static Optional<Found> rule(ControlPlaneView view, Cluster cluster) {
        List<ResourceKey> keys =
                cluster.origins().stream().map(Origin::resource).toList();
        return view.configuration(DestinationRule.class).stream()
                .filter(rule -> keys.contains(rule.resource().key())
                        && saysTls(rule.resource().spec()))
                .findFirst()
                .map(rule -> new Found(
                        Cause.DESTINATION_RULE,
                        Optional.of(rule.resource().key()),
                        rule.resource().key() + " leaves the calls without TLS"));
    }

    private static boolean saysTls(DestinationRuleSpec spec) {
        return Stream.concat(
                        spec.trafficPolicy().stream(),
                        spec.subsets().stream().flatMap(subset -> subset.trafficPolicy().stream()))
                .anyMatch(PlaintextCauses::saysTls);
    }

    private static boolean saysTls(TrafficPolicy policy) {
        return policy.tls().isPresent()
                || policy.portLevelSettings().stream()
                        .anyMatch(port -> port.tls().isPresent());
    }

    /** The innermost policy that says DISABLE itself. */
    private static Found disabled(ControlPlaneView view, List<Origin> origins, int port, String whose) {
        Optional<ResourceKey> policy = Optional.empty();
        for (Origin origin : origins) {
            boolean says = view.configuration(PeerAuthentication.class).stream()
                    .filter(each -> each.resource().key().equals(origin.resource()))
                    .anyMatch(each -> disables(each.resource(), port));
            policy = says ? Optional.of(origin.resource()) : policy;
        }
        return new Found(
                Cause.PEER_AUTHENTICATION,
                policy,
                policy.map(key -> key + " disables mutual TLS " + whose).orElse("mutual TLS is disabled " + whose));
    }

    private static boolean disables(PeerAuthentication policy, int port) {
        boolean ofPort = policy.spec()
                .portLevelMtls()
                .map(levels -> levels.ports().get(port))
                .filter(level -> level.modeOrUnset() == MutualTlsMode.DISABLE)
                .isPresent();
        return ofPort
                || policy.spec()
                        .mtls()
                        .filter(each -> each.modeOrUnset() == MutualTlsMode.DISABLE)
                        .isPresent();
    }
}
