package io.eastwest.routing.security;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.PeerAuthentication;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The policies of one control plane as ztunnels enforce them. Immutable and thread-safe.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/serviceregistry/ambient/policies.go:PolicyCollections} and {@code
 * workloads.go:buildWorkloadPolicies}.
 */
public final class L4Policies {
    private record Attachable(Configured<AuthorizationPolicy> written, L4Rules.Converted converted) {
        Optional<PolicyWorkloadSelector> selector() {
            return written.resource().spec().selector();
        }
    }

    private final String rootNamespace;
    private final List<Attachable> authorizations;
    private final L4Strictness strictness;

    private L4Policies(ControlPlaneView view) {
        this.rootNamespace = view.rootNamespace();
        this.authorizations = view.configuration(AuthorizationPolicy.class).stream()
                .map(policy -> new Attachable(policy, L4Rules.convert(policy)))
                .toList();
        this.strictness = new L4Strictness(view.configuration(PeerAuthentication.class), rootNamespace);
    }

    /**
     * Converts the policies of a control plane.
     *
     * @param view what it knows
     * @return its policies at ztunnel
     */
    public static L4Policies of(ControlPlaneView view) {
        return new L4Policies(view);
    }

    /**
     * The policies of a workload: those of its namespace, of the mesh, those that select it, and what PeerAuthentications
     * demand.
     *
     * @param namespace namespace of the workload
     * @param labels its labels
     * @return the policies in the order in which ztunnel looks at them
     */
    public List<L4Policy> policies(String namespace, Map<String, String> labels) {
        List<L4Policy> policies = new ArrayList<>();
        attached(policy -> policy.selector().isEmpty()
                        && policy.written().namespace().equals(namespace)
                        && !namespace.equals(rootNamespace))
                .forEach(policies::add);
        attached(policy -> policy.selector().isEmpty()
                        && policy.written().namespace().equals(rootNamespace))
                .forEach(policies::add);
        attached(policy -> selects(policy, namespace, labels))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(policies::add);
        policies.addAll(strictness.policies(namespace, labels));
        return policies;
    }

    private Stream<L4Policy> attached(Predicate<Attachable> condition) {
        return authorizations.stream().filter(condition).flatMap(policy -> policy.converted().policy().stream());
    }

    /** A selector without labels selects nothing, unlike at Envoy. */
    private boolean selects(Attachable policy, String namespace, Map<String, String> labels) {
        Map<String, String> wanted =
                policy.selector().map(PolicyWorkloadSelector::matchLabels).orElse(Collections.emptyMap());
        String own = policy.written().namespace();
        return !wanted.isEmpty()
                && (own.equals(namespace) || own.equals(rootNamespace))
                && labels.entrySet().containsAll(wanted.entrySet());
    }

    /**
     * What of the policies near a workload its ztunnel does not enforce.
     *
     * @param namespace namespace of the workload
     * @param labels its labels
     * @return one line for each rule
     */
    public List<String> findings(String namespace, Map<String, String> labels) {
        return authorizations.stream()
                .filter(policy -> policy.written().namespace().equals(namespace)
                        || policy.written().namespace().equals(rootNamespace))
                .filter(policy -> policy.selector()
                        .map(selector -> labels.entrySet()
                                .containsAll(selector.matchLabels().entrySet()))
                        .orElse(true))
                .flatMap(policy -> findings(policy).stream())
                .toList();
    }

    private static List<String> findings(Attachable policy) {
        List<String> findings = new ArrayList<>(policy.converted().findings());
        boolean blank = policy.selector()
                .filter(selector -> selector.matchLabels().isEmpty())
                .isPresent();
        if (blank && policy.converted().policy().isPresent()) {
            findings.add("WARNING " + policy.written().resource().key()
                    + " spec.selector: ztunnel gives a policy whose selector has no labels to no workload; remove the"
                    + " selector NOT_ENFORCED_BY_ZTUNNEL");
        }
        return findings;
    }

    /**
     * A policy that istiod adds to workloads behind a waypoint when it is told to.
     *
     * @param namespace namespace of the waypoint
     * @param name its name
     * @param resource the waypoint
     * @param principals its identities, without {@code spiffe://}
     * @return a policy that allows it
     */
    public static L4Policy allowingWaypoint(
            String namespace, String name, ResourceKey resource, List<String> principals) {
        Origin origin = new Origin(resource, "");
        return new L4Policy(
                namespace + "/istio_allow_waypoint_" + namespace + "_" + name,
                false,
                origin,
                List.of(new L4Rule(origin, List.of(List.of(L4Fields.principals(principals))))));
    }
}
