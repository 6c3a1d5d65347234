package io.eastwest.routing.security;

import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.model.istio.security.PeerAuthentication;
import io.eastwest.model.istio.security.PeerMutualTls;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.view.Configured;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PeerAuthentications as ztunnel gets them: policies that deny connections without a peer. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/ambient/authorization.go:convertedSelectorPeerAuthentications, convertPeerAuthentication}.
 */
final class L4Strictness {
    private static final String STATIC = "istio_converted_static_strict";
    private static final String CONVERTED = "converted_peer_authentication_";

    private final String rootNamespace;
    private final Map<String, PeerAuthentication> namespaces = new LinkedHashMap<>();
    private final Map<String, PeerAuthentication> withoutSelector = new LinkedHashMap<>();
    private final Map<String, List<PeerAuthentication>> workloads = new LinkedHashMap<>();

    L4Strictness(List<Configured<PeerAuthentication>> policies, String rootNamespace) {
        this.rootNamespace = rootNamespace;
        for (Configured<PeerAuthentication> policy : policies) {
            PeerAuthentication resource = policy.resource();
            if (resource.spec().selector().isEmpty()) {
                withoutSelector.putIfAbsent(policy.namespace(), resource);
            }
            if (selector(resource).isEmpty()) {
                namespaces.putIfAbsent(policy.namespace(), resource);
            } else if (!policy.namespace().equals(rootNamespace)) {
                workloads
                        .computeIfAbsent(policy.namespace(), key -> new ArrayList<>())
                        .add(resource);
            }
        }
    }

    private static Map<String, String> selector(PeerAuthentication policy) {
        return policy.spec().selector().map(PolicyWorkloadSelector::matchLabels).orElseGet(LinkedHashMap::new);
    }

    /** {@return the policies of a workload} */
    List<L4Policy> policies(String namespace, Map<String, String> labels) {
        Optional<PeerAuthentication> mesh = Optional.ofNullable(
                (namespace.equals(rootNamespace) ? namespaces : withoutSelector).get(rootNamespace));
        Optional<PeerAuthentication> whole =
                namespace.equals(rootNamespace) ? Optional.empty() : Optional.ofNullable(namespaces.get(namespace));
        Optional<PeerAuthentication> source = mesh;
        boolean strict = mode(mesh) == MutualTlsMode.STRICT;
        if (mode(whole) != MutualTlsMode.UNSET) {
            strict = mode(whole) == MutualTlsMode.STRICT;
            source = whole;
        }
        Optional<PeerAuthentication> own = workloads.getOrDefault(namespace, List.of()).stream()
                .filter(policy -> labels.entrySet().containsAll(selector(policy).entrySet()))
                .findFirst();
        if (mode(own) != MutualTlsMode.UNSET) {
            strict = mode(own) == MutualTlsMode.STRICT;
            source = own;
        }
        boolean ports = false;
        if (own.flatMap(policy -> policy.spec().portLevelMtls()).isPresent()) {
            ports = hasException(own.get(), strict);
            strict = strict && !ports;
        }
        List<L4Policy> policies = new ArrayList<>();
        if (strict && source.isPresent()) {
            policies.add(denying(
                    rootNamespace + "/" + STATIC,
                    source.get(),
                    List.of(List.of(List.of(L4Fields.withoutPeer(Optional.empty()))))));
        }
        if (ports) {
            converted(own.orElseThrow()).ifPresent(policies::add);
        }
        return policies;
    }

    /** {@return whether ports differ from what holds for all others; under a mode of others only PERMISSIVE does} */
    private static boolean hasException(PeerAuthentication policy, boolean strict) {
        boolean inherited = mode(Optional.of(policy)) == MutualTlsMode.UNSET;
        return modes(policy).stream().anyMatch(port -> {
            if (!strict) {
                return port == MutualTlsMode.STRICT;
            }
            return port == MutualTlsMode.PERMISSIVE || (port == MutualTlsMode.DISABLE && !inherited);
        });
    }

    private static List<MutualTlsMode> modes(PeerAuthentication policy) {
        return ports(policy).values().stream().map(PeerMutualTls::modeOrUnset).toList();
    }

    private static Map<Integer, PeerMutualTls> ports(PeerAuthentication policy) {
        return policy.spec().portLevelMtls().map(levels -> levels.ports()).orElseGet(LinkedHashMap::new);
    }

    private static MutualTlsMode mode(Optional<PeerAuthentication> policy) {
        return policy.flatMap(each -> each.spec().mtls())
                .map(PeerMutualTls::modeOrUnset)
                .orElse(MutualTlsMode.UNSET);
    }

    /** {@return the policy that a PeerAuthentication with ports becomes; empty: nothing} */
    private Optional<L4Policy> converted(PeerAuthentication policy) {
        Optional<PeerAuthentication> whole =
                Optional.ofNullable(withoutSelector.get(policy.metadata().namespaceOrDefault()));
        Optional<PeerAuthentication> root = Optional.ofNullable(withoutSelector.get(rootNamespace));
        MutualTlsMode mode = mode(Optional.of(policy));
        boolean wholeUnset = mode(whole) == MutualTlsMode.UNSET;
        boolean rootStrict = mode(root) == MutualTlsMode.STRICT;
        boolean wholeStrict = mode(whole) == MutualTlsMode.STRICT;
        boolean byParent = mode == MutualTlsMode.STRICT
                || (mode == MutualTlsMode.UNSET && wholeStrict)
                || (wholeUnset && rootStrict);
        boolean parentIsLoose = whole.map(each -> !wholeStrict).orElseGet(() -> !rootStrict);
        List<List<List<List<FieldCondition>>>> rules = new ArrayList<>();
        List<List<List<FieldCondition>>> exceptions = new ArrayList<>();
        if (mode == MutualTlsMode.STRICT) {
            exceptions.add(List.of(L4Fields.withoutPeer(Optional.empty())));
        }
        boolean loosePort = false;
        for (Map.Entry<Integer, PeerMutualTls> port : ports(policy).entrySet()) {
            MutualTlsMode level = port.getValue().modeOrUnset();
            if (level == MutualTlsMode.STRICT && !byParent) {
                rules.add(List.of(List.of(L4Fields.withoutPeer(Optional.of(port.getKey())))));
            }
            boolean loose = level == MutualTlsMode.PERMISSIVE || level == MutualTlsMode.DISABLE;
            boolean counts = mode == MutualTlsMode.STRICT || (mode == MutualTlsMode.UNSET && !parentIsLoose);
            if (loose && counts) {
                loosePort = true;
                exceptions.add(List.of(L4Fields.otherPort(port.getKey())));
            }
        }
        boolean inherits = (rootStrict && (wholeUnset || wholeStrict)) || wholeStrict;
        if (inherits && loosePort) {
            exceptions.add(List.of(L4Fields.withoutPeer(Optional.empty())));
        }
        if (!exceptions.isEmpty()) {
            rules.add(exceptions);
        }
        String name = policy.metadata().namespaceOrDefault() + "/" + CONVERTED
                + policy.metadata().name();
        return rules.isEmpty() ? Optional.empty() : Optional.of(denying(name, policy, rules));
    }

    private static L4Policy denying(
            String name, PeerAuthentication source, Collection<List<List<List<FieldCondition>>>> rules) {
        Origin origin = new Origin(source.key(), "spec");
        return new L4Policy(
                name,
                true,
                origin,
                rules.stream().map(clauses -> new L4Rule(origin, clauses)).toList());
    }
}
