package io.eastwest.routing.security;

import io.eastwest.model.istio.security.AuthorizationPolicy;
import java.util.List;

/** Whether a policy is only tried. Values that Go's ParseBool does not read count as no. */
final class DryRun {
    private static final String ANNOTATION = "istio.io/dry-run";
    private static final List<String> YES = List.of("1", "t", "T", "true", "TRUE", "True");

    private DryRun() {}

    static boolean isSet(AuthorizationPolicy policy) {
        String value = policy.metadata().annotations().get(ANNOTATION);
        return value != null && YES.contains(value);
    }
}
