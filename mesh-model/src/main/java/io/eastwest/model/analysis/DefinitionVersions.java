package io.eastwest.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.kubernetes.CustomResourceDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Custom resource definitions: those of the Gateway API that are too old to be read, and those of Istio that nothing reads
 * any more. Mirrors istio 1.30.3 {@code pkg/config/analysis/analyzers/k8sgateway/crdversion.go}, {@code
 * pkg/config/schema/gatewayapi/minimumversions.go} and {@code pkg/config/analysis/analyzers/deprecation/deprecation.go}.
 */
final class DefinitionVersions {
    private static final String VERSION = "gateway.networking.k8s.io/bundle-version";
    private static final List<String> REMOVED =
            List.of("ClusterRbacConfig", "RbacConfig", "ServiceRole", "ServiceRoleBinding");

    private DefinitionVersions() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        for (Found<CustomResourceDefinition> found : scope.discovered(CustomResourceDefinition.class)) {
            int[] minimum = minimum(found.name());
            String text = found.annotations().getOrDefault(VERSION, "");
            Optional<int[]> version = parse(text);
            if (minimum.length > 0 && version.isPresent() && Arrays.compare(version.get(), minimum) < 0) {
                findings.warning(
                        IssueCode.GATEWAY_API_TOO_OLD,
                        found,
                        AnalysisPaths.annotation(VERSION),
                        "Istio reads this kind from " + minimum[0] + "." + minimum[1] + "." + minimum[2]
                                + " of the Gateway API on, but this is " + IssueText.quote(text)
                                + ", so its objects have no effect",
                        "install a later release of the Gateway API");
            }
            JsonNode spec = found.resource().spec().orElse(MissingNode.getInstance());
            String kind = spec.path("names").path("kind").asText();
            if (spec.path("group").asText().equals("rbac.istio.io") && REMOVED.contains(kind)) {
                findings.warning(
                        IssueCode.FEATURE_DEPRECATED,
                        found,
                        AnalysisPaths.SPEC.field("names").field("kind"),
                        "kind " + kind + " of group rbac.istio.io has been removed from Istio",
                        "use AuthorizationPolicy and delete the definition");
            }
        }
    }

    private static int[] minimum(String definition) {
        return switch (definition) {
            case "grpcroutes.gateway.networking.k8s.io" -> new int[] {1, 1, 0};
            case "backendtlspolicies.gateway.networking.k8s.io" -> new int[] {1, 4, 0};
            case "tlsroutes.gateway.networking.k8s.io" -> new int[] {1, 5, 0};
            default -> new int[0];
        };
    }

    /** {@return major, minor and patch of a version such as {@code v1.5.0-rc.1}; empty if it is none} */
    private static Optional<int[]> parse(String text) {
        String numbers = text.startsWith("v") ? text.substring(1) : text;
        int end = 0;
        while (end < numbers.length() && numbers.charAt(end) != '-' && numbers.charAt(end) != '+') {
            end++;
        }
        String[] parts = numbers.substring(0, end).split("\\.", -1);
        if (parts.length > 3) {
            return Optional.empty();
        }
        int[] version = new int[3];
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            boolean digits = part.chars().allMatch(c -> c >= '0' && c <= '9');
            if (part.isEmpty() || part.length() > 6 || !digits) {
                return Optional.empty();
            }
            version[i] = Integer.parseInt(part);
        }
        return Optional.of(version);
    }
}
