package io.eastwest.model.analysis;

import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The codes under which {@code istioctl analyze} knows problems, such as {@code IST0101}. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/msg/messages.yaml}.
 */
public final class AnalysisCodes {
    private static final String SCHEMA_ERROR = "IST0106";
    private static final String SCHEMA_WARNING = "IST0133";
    private static final Map<IssueCode, String> CODES = Collections.unmodifiableMap(codes());

    /** What the control plane's analyzers have no word for: reading, the topology, and checks of this SDK alone. */
    private static final Set<IssueCode> OWN = Collections.unmodifiableSet(own());

    private AnalysisCodes() {}

    /**
     * The code of a check across objects.
     *
     * @param code kind of problem
     * @return Istio's code; empty for other problems, also for those of single objects, see {@link #of(Issue)}
     */
    public static Optional<String> of(IssueCode code) {
        return Optional.ofNullable(CODES.get(code));
    }

    /**
     * The code of a problem. What an object does wrong alone is IST0106 for an error and IST0133 for a warning.
     *
     * @param issue the problem
     * @return Istio's code; empty for problems of reading and of the topology, and for checks that Istio does not have
     */
    public static Optional<String> of(Issue issue) {
        if (CODES.containsKey(issue.code()) || OWN.contains(issue.code()) || issue.severity() == Severity.INFO) {
            return of(issue.code());
        }
        return Optional.of(issue.isError() ? SCHEMA_ERROR : SCHEMA_WARNING);
    }

    /** {@return whether a text is the code of a problem, Istio's or ours} */
    static boolean isNamed(String code, Issue issue) {
        return code.equals(issue.code().name())
                || of(issue).filter(code::equals).isPresent();
    }

    private static Map<IssueCode, String> codes() {
        Map<IssueCode, String> codes = new EnumMap<>(IssueCode.class);
        codes.put(IssueCode.FEATURE_DEPRECATED, "IST0002");
        codes.put(IssueCode.HOST_NOT_FOUND, "IST0101");
        codes.put(IssueCode.PORT_NOT_FOUND, "IST0101");
        codes.put(IssueCode.SUBSET_UNKNOWN, "IST0101");
        codes.put(IssueCode.GATEWAY_NOT_FOUND, "IST0101");
        codes.put(IssueCode.SELECTOR_WITHOUT_PODS, "IST0101");
        codes.put(IssueCode.CREDENTIAL_NOT_FOUND, "IST0101");
        codes.put(IssueCode.NAMESPACE_NOT_FOUND, "IST0101");
        codes.put(IssueCode.NAMESPACE_NOT_INJECTED, "IST0102");
        codes.put(IssueCode.PROXY_MISSING, "IST0103");
        codes.put(IssueCode.ANNOTATION_MISPLACED, "IST0107");
        codes.put(IssueCode.ANNOTATION_UNKNOWN, "IST0108");
        codes.put(IssueCode.MESH_HOST_CONFLICT, "IST0109");
        codes.put(IssueCode.SIDECAR_SELECTORS_OVERLAP, "IST0110");
        codes.put(IssueCode.SIDECARS_WITHOUT_SELECTOR, "IST0111");
        codes.put(IssueCode.DESTINATION_PORT_REQUIRED, "IST0112");
        codes.put(IssueCode.PORT_PROTOCOL_CONFLICT, "IST0116");
        codes.put(IssueCode.PORT_PROTOCOL_UNKNOWN, "IST0118");
        codes.put(IssueCode.INJECTION_LABELS_CONFLICT, "IST0123");
        codes.put(IssueCode.NETWORK_REGISTRY_UNKNOWN, "IST0126");
        codes.put(IssueCode.POLICY_WITHOUT_WORKLOADS, "IST0127");
        codes.put(IssueCode.SERVER_NOT_VERIFIED, "IST0128");
        codes.put(IssueCode.SERVER_NOT_VERIFIED_ON_PORT, "IST0129");
        codes.put(IssueCode.RULE_UNREACHABLE, "IST0130");
        codes.put(IssueCode.MATCH_INEFFECTIVE, "IST0131");
        codes.put(IssueCode.HOST_NOT_IN_GATEWAY, "IST0132");
        codes.put(IssueCode.SERVICE_ENTRY_ADDRESS_REQUIRED, "IST0134");
        codes.put(IssueCode.ANNOTATION_DEPRECATED, "IST0135");
        codes.put(IssueCode.TARGET_PORT_CONFLICT, "IST0137");
        codes.put(IssueCode.CERTIFICATE_SHARED_BY_GATEWAYS, "IST0138");
        codes.put(IssueCode.INJECTOR_WEBHOOK_INVALID, "IST0139");
        codes.put(IssueCode.SUBSET_WITHOUT_EFFECT_AT_GATEWAY, "IST0140");
        codes.put(IssueCode.PROXY_USER_TAKEN, "IST0144");
        codes.put(IssueCode.GATEWAYS_CONFLICT, "IST0145");
        codes.put(IssueCode.IMAGE_NOT_INJECTED, "IST0146");
        codes.put(IssueCode.IMAGE_NOT_INJECTED_IN_POD, "IST0147");
        codes.put(IssueCode.NAMESPACE_INJECTED_BY_DEFAULT, "IST0148");
        codes.put(IssueCode.JWT_CLAIMS_UNAVAILABLE, "IST0149");
        codes.put(IssueCode.EXTERNAL_NAME_PORT_UNUSABLE, "IST0150");
        codes.put(IssueCode.ENVOY_FILTER_ORDER_UNDEFINED, "IST0151");
        codes.put(IssueCode.ENVOY_FILTER_REPLACE_IGNORED, "IST0152");
        codes.put(IssueCode.ENVOY_FILTER_ADD_IGNORED, "IST0153");
        codes.put(IssueCode.ENVOY_FILTER_REMOVE_IGNORED, "IST0154");
        codes.put(IssueCode.ENVOY_FILTER_ORDER_DEPENDS_ON_VERSION, "IST0155");
        codes.put(IssueCode.TELEMETRY_WITHOUT_PROVIDER, "IST0157");
        codes.put(IssueCode.PROXY_IMAGE_OUTDATED, "IST0158");
        codes.put(IssueCode.TELEMETRY_SELECTORS_OVERLAP, "IST0159");
        codes.put(IssueCode.TELEMETRIES_WITHOUT_SELECTOR, "IST0160");
        codes.put(IssueCode.CREDENTIAL_UNUSABLE, "IST0161");
        codes.put(IssueCode.GATEWAY_PORT_NOT_EXPOSED, "IST0162");
        codes.put(IssueCode.EXTERNAL_CONTROL_PLANE_ADDRESS_INVALID, "IST0163");
        codes.put(IssueCode.EXTERNAL_CONTROL_PLANE_ADDRESS_IS_IP, "IST0164");
        codes.put(IssueCode.INTERNAL_GATEWAY_REFERENCED, "IST0165");
        codes.put(IssueCode.SELECTOR_INEFFECTIVE_ON_GATEWAY, "IST0166");
        codes.put(IssueCode.SIDECAR_WITHOUT_EFFECT, "IST0167");
        codes.put(IssueCode.SERVICE_DIFFERS_BETWEEN_CLUSTERS, "IST0170");
        codes.put(IssueCode.CONDITION_NEGATIVE, "IST0171");
        codes.put(IssueCode.SUBSET_SELECTS_NOTHING, "IST0173");
        codes.put(IssueCode.DESTINATION_RULE_HOST_UNKNOWN, "IST0174");
        codes.put(IssueCode.JWKS_FETCH_UNRESTRICTED, "IST0175");
        codes.put(IssueCode.GATEWAY_API_TOO_OLD, "IST0176");
        return codes;
    }

    private static Set<IssueCode> own() {
        Set<IssueCode> own = EnumSet.of(
                IssueCode.FILE_UNREADABLE,
                IssueCode.LINK_LEAVES_ROOT,
                IssueCode.LIMIT_EXCEEDED,
                IssueCode.NOT_YAML,
                IssueCode.DUPLICATE_KEY,
                IssueCode.AMBIGUOUS_SCALAR,
                IssueCode.UNSUPPORTED_YAML,
                IssueCode.NOT_A_RESOURCE,
                IssueCode.VERSION_NOT_SERVED);
        own.addAll(List.of(
                IssueCode.TOPOLOGY_MISSING,
                IssueCode.TOPOLOGY_CONFLICT,
                IssueCode.CLUSTER_UNKNOWN,
                IssueCode.CLUSTER_NOT_IN_TOPOLOGY,
                IssueCode.CLUSTER_WITHOUT_MANIFESTS,
                IssueCode.DUPLICATE_RESOURCE,
                IssueCode.MESH_CONFIG_CONFLICT,
                IssueCode.REMOTE_SECRET_IGNORED,
                IssueCode.SELECTED_WORKLOADS_COLLIDE,
                IssueCode.NETWORK_GATEWAY_WITHOUT_PORT,
                IssueCode.SOURCE_CLUSTER_UNKNOWN,
                IssueCode.SUBSET_MISSING_IN_CLUSTER,
                IssueCode.HOST_NOT_RESOLVABLE,
                IssueCode.NETWORK_LABEL_CONFLICT,
                IssueCode.HIDDEN_FROM_EAST_WEST_GATEWAY));
        return own;
    }
}
