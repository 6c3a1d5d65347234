package io.eastwest.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.gatewayapi.GatewayStatus;
import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.istio.networking.WorkloadEntry;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.kubernetes.KubernetesService;
import java.util.List;
import java.util.Optional;

/**
 * What the control plane itself said in the status of objects when the mesh was written down. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/conditions/conditions.go}.
 */
final class StatusConditions {
    private static final DocumentPath STATUS = AnalysisPaths.ROOT.field("status");
    private static final List<String> WAYPOINT = List.of("istio.io/WaypointBound");
    private static final List<String> POLICY = List.of("ZtunnelAccepted", "WaypointAccepted");
    private static final List<String> GATEWAY = List.of("Accepted", "Programmed", "ResolvedRefs");

    private final Findings findings;

    private StatusConditions(Findings findings) {
        this.findings = findings;
    }

    static void check(ControlPlaneScope scope, Findings findings) {
        StatusConditions conditions = new StatusConditions(findings);
        for (Found<KubernetesService> found : scope.reported(KubernetesService.class)) {
            found.resource().status().ifPresent(status -> {
                JsonNode list = status.otherFields().getOrDefault("conditions", MissingNode.getInstance());
                conditions.check(found, list, STATUS, WAYPOINT);
            });
        }
        for (Found<ServiceEntry> found : scope.configuration(ServiceEntry.class)) {
            found.resource().status().ifPresent(status -> {
                for (int i = 0; i < status.conditions().size(); i++) {
                    conditions.check(found, status.conditions().get(i), path(STATUS, i), WAYPOINT, false);
                }
            });
        }
        scope.configuration(WorkloadEntry.class)
                .forEach(found -> conditions.check(found, found.resource().status(), WAYPOINT));
        scope.configuration(AuthorizationPolicy.class)
                .forEach(found -> conditions.check(found, found.resource().status(), POLICY));
        for (Found<Gateway> found : scope.configuration(Gateway.class)) {
            found.resource()
                    .status()
                    .flatMap(GatewayStatus::conditions)
                    .ifPresent(list -> conditions.check(found, list, STATUS, GATEWAY));
        }
        scope.configuration(HttpRoute.class)
                .forEach(
                        found -> conditions.checkParents(found, found.resource().status()));
        scope.configuration(GrpcRoute.class)
                .forEach(
                        found -> conditions.checkParents(found, found.resource().status()));
    }

    private void check(Found<?> found, Optional<JsonNode> status, List<String> types) {
        status.ifPresent(node -> check(found, node.path("conditions"), STATUS, types));
    }

    private void checkParents(Found<?> found, Optional<JsonNode> status) {
        if (status.isPresent()) {
            JsonNode parents = status.get().path("parents");
            for (int i = 0; i < parents.size(); i++) {
                check(
                        found,
                        parents.path(i).path("conditions"),
                        STATUS.field("parents").index(i),
                        GATEWAY);
            }
        }
    }

    private void check(Found<?> found, JsonNode conditions, DocumentPath path, List<String> types) {
        for (int i = 0; i < conditions.size(); i++) {
            boolean partly = found.resource() instanceof AuthorizationPolicy;
            check(found, conditions.path(i), path(path, i), types, partly);
        }
    }

    private void check(Found<?> found, JsonNode condition, DocumentPath path, List<String> types, boolean partly) {
        String type = condition.path("type").asText();
        String reason = condition.path("reason").asText();
        boolean refused = condition.path("status").asText().equals("False") && types.contains(type);
        boolean invalid = partly && type.equals("WaypointAccepted") && reason.equals("PartiallyInvalid");
        if (refused || invalid) {
            String message = condition.path("message").asText();
            findings.warning(
                    IssueCode.CONDITION_NEGATIVE,
                    found,
                    path,
                    "condition " + type + " was " + (refused ? "False" : "only partly true")
                            + (reason.isEmpty() ? "" : " for reason " + reason)
                            + (message.isEmpty() ? "" : ": " + IssueText.quote(message)),
                    "follow the reason, then apply the object again");
        }
    }

    private static DocumentPath path(DocumentPath status, int index) {
        return status.field("conditions").index(index);
    }
}
