package io.eastwest.model.analysis;

import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
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
        codes.put(IssueCode.HOST_NOT_FOUND, "IST0101");
        codes.put(IssueCode.PORT_NOT_FOUND, "IST0101");
        codes.put(IssueCode.SUBSET_UNKNOWN, "IST0101");
        codes.put(IssueCode.GATEWAY_NOT_FOUND, "IST0101");
        codes.put(IssueCode.MESH_HOST_CONFLICT, "IST0109");
        codes.put(IssueCode.DESTINATION_PORT_REQUIRED, "IST0112");
        codes.put(IssueCode.SERVER_NOT_VERIFIED, "IST0128");
        codes.put(IssueCode.SERVER_NOT_VERIFIED_ON_PORT, "IST0129");
        codes.put(IssueCode.HOST_NOT_IN_GATEWAY, "IST0132");
        codes.put(IssueCode.SUBSET_WITHOUT_EFFECT_AT_GATEWAY, "IST0140");
        codes.put(IssueCode.JWT_CLAIMS_UNAVAILABLE, "IST0149");
        codes.put(IssueCode.INTERNAL_GATEWAY_REFERENCED, "IST0165");
        codes.put(IssueCode.SUBSET_SELECTS_NOTHING, "IST0173");
        codes.put(IssueCode.DESTINATION_RULE_HOST_UNKNOWN, "IST0174");
        return codes;
    }

    private static Set<IssueCode> own() {
        Set<IssueCode> own = EnumSet.range(IssueCode.FILE_UNREADABLE, IssueCode.VERSION_NOT_SERVED);
        own.addAll(EnumSet.range(IssueCode.TOPOLOGY_MISSING, IssueCode.NETWORK_GATEWAY_WITHOUT_PORT));
        return own;
    }
}
