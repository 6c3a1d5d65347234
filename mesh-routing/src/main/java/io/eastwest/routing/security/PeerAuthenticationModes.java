package io.eastwest.routing.security;

import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.model.istio.security.PeerAuthentication;
import io.eastwest.model.istio.security.PeerMutualTls;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Modes that the PeerAuthentications of one control plane give to namespaces and workloads. Immutable and thread-safe.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/model/authentication.go:addPeerAuthentication, GetNamespaceMutualTLSMode} and
 * {@code pilot/pkg/security/authn/policy_applier.go:ComposePeerAuthentication}.
 */
public final class PeerAuthenticationModes {
    private final String rootNamespace;
    private final Map<String, PeerAuthentication> namespaces = new LinkedHashMap<>();
    private final Map<String, List<PeerAuthentication>> workloads = new LinkedHashMap<>();

    private PeerAuthenticationModes(String rootNamespace) {
        this.rootNamespace = rootNamespace;
    }

    /**
     * Indexes the policies of a control plane.
     *
     * @param view what it knows
     * @return its modes
     */
    public static PeerAuthenticationModes of(ControlPlaneView view) {
        return of(view.configuration(PeerAuthentication.class), view.rootNamespace());
    }

    /**
     * Indexes policies.
     *
     * @param policies policies by creation time, name, namespace; of several for a whole namespace the first counts
     * @param rootNamespace the namespace whose policy is that of the mesh
     * @return their modes
     */
    public static PeerAuthenticationModes of(List<Configured<PeerAuthentication>> policies, String rootNamespace) {
        PeerAuthenticationModes modes = new PeerAuthenticationModes(rootNamespace);
        for (Configured<PeerAuthentication> policy : policies) {
            if (selector(policy.resource()).isEmpty()) {
                modes.namespaces.putIfAbsent(policy.namespace(), policy.resource());
            } else {
                modes.workloads
                        .computeIfAbsent(policy.namespace(), key -> new ArrayList<>())
                        .add(policy.resource());
            }
        }
        return modes;
    }

    /**
     * The mode of a namespace; policies with a selector do not count.
     *
     * @param namespace the namespace
     * @return DISABLE, PERMISSIVE or STRICT
     */
    public MutualTlsMode namespaceMode(String namespace) {
        return wholeNamespace(namespace).or(() -> wholeNamespace(rootNamespace)).orElse(MutualTlsMode.PERMISSIVE);
    }

    /**
     * The mode of a workload: mesh, namespace, then the first policy whose selector takes it. Policies with a selector in
     * the root namespace take nobody.
     *
     * @param namespace namespace of the workload
     * @param labels labels of the workload
     * @return its mode and those of its ports
     */
    public WorkloadMutualTls workload(String namespace, Map<String, String> labels) {
        List<Origin> origins = new ArrayList<>();
        MutualTlsMode mode = MutualTlsMode.PERMISSIVE;
        for (PeerAuthentication policy : levels(namespace, labels)) {
            origins.add(origin(policy));
            mode = mode(policy).orElse(mode);
        }
        Optional<PeerAuthentication> own = selecting(namespace, labels);
        MutualTlsMode whole = mode;
        SortedMap<Integer, MutualTlsMode> ports = new TreeMap<>();
        own.flatMap(each -> each.spec().portLevelMtls())
                .ifPresent(levels -> levels.ports()
                        .forEach((port, level) ->
                                ports.put(port, set(level.mode()).orElse(whole))));
        return new WorkloadMutualTls(whole, ports, origins);
    }

    /**
     * Tells which policies decide the mode of a port of a workload.
     *
     * @param namespace namespace of the workload
     * @param labels labels of the workload
     * @param port container port
     * @param trace takes the steps
     */
    public void trace(String namespace, Map<String, String> labels, int port, TraceSink trace) {
        if (trace.isRecording()) {
            WorkloadMutualTls decided = workload(namespace, labels);
            new PeerAuthenticationSteps(port, trace).tell(decided, levels(namespace, labels));
        }
    }

    /** {@return the policies that may decide, the outermost first} */
    private List<PeerAuthentication> levels(String namespace, Map<String, String> labels) {
        List<PeerAuthentication> levels = new ArrayList<>();
        for (String level : namespace.equals(rootNamespace) ? List.of(namespace) : List.of(rootNamespace, namespace)) {
            Optional.ofNullable(namespaces.get(level)).ifPresent(levels::add);
        }
        selecting(namespace, labels).ifPresent(levels::add);
        return levels;
    }

    /**
     * The mode of a port of a workload.
     *
     * @param namespace namespace of the workload
     * @param labels labels of the workload
     * @param port container port
     * @return DISABLE, PERMISSIVE or STRICT
     */
    public MutualTlsMode mode(String namespace, Map<String, String> labels, int port) {
        return workload(namespace, labels).mode(port);
    }

    private Optional<MutualTlsMode> wholeNamespace(String namespace) {
        return Optional.ofNullable(namespaces.get(namespace)).flatMap(PeerAuthenticationModes::mode);
    }

    private Optional<PeerAuthentication> selecting(String namespace, Map<String, String> labels) {
        if (namespace.equals(rootNamespace)) {
            return Optional.empty();
        }
        return workloads.getOrDefault(namespace, List.of()).stream()
                .filter(policy -> labels.entrySet().containsAll(selector(policy).entrySet()))
                .findFirst();
    }

    private static Map<String, String> selector(PeerAuthentication policy) {
        return policy.spec().selector().map(PolicyWorkloadSelector::matchLabels).orElseGet(LinkedHashMap::new);
    }

    private static Optional<MutualTlsMode> mode(PeerAuthentication policy) {
        return set(policy.spec().mtls().flatMap(PeerMutualTls::mode));
    }

    private static Optional<MutualTlsMode> set(Optional<MutualTlsMode> mode) {
        return mode.filter(each -> each != MutualTlsMode.UNSET);
    }

    private static Origin origin(PeerAuthentication policy) {
        return new Origin(policy.key(), "");
    }
}
