package io.eastwest.model.analysis;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.model.istio.security.RequestAuthentication;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * VirtualServices that match on claims of a JWT at gateways whose pods no RequestAuthentication covers. Mirrors istio 1.30.3
 * {@code pkg/config/analysis/analyzers/virtualservice/jwtclaimroute.go}.
 */
final class ClaimRouting {
    private static final String CLAIMS = "@request.auth.claims";
    private static final String SYSTEM = "istio-system";

    private ClaimRouting() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        if (!scope.pods().isKnown()) {
            return;
        }
        for (Found<VirtualService> service : scope.configuration(VirtualService.class)) {
            Optional<DocumentPath> claim = claim(service.resource().spec());
            if (claim.isPresent()) {
                for (String name : service.resource().spec().gateways()) {
                    if (!name.equals(VirtualServiceSpec.MESH_GATEWAY)) {
                        ResourceKey key = GatewayReferences.key(name, service.namespace());
                        scope.configuration(IstioGateway.class, key)
                                .ifPresent(gateway -> check(scope, service, claim.get(), gateway, findings));
                    }
                }
            }
        }
    }

    private static void check(
            ControlPlaneScope scope,
            Found<VirtualService> service,
            DocumentPath claim,
            Found<IstioGateway> gateway,
            Findings findings) {
        List<Found<RequestAuthentication>> policies = scope.configuration(RequestAuthentication.class);
        List<String> uncovered = scope.pods().selected(gateway.resource().spec().selector()).stream()
                .filter(pod -> policies.stream().noneMatch(policy -> covers(policy, pod)))
                .map(MeshPod::label)
                .toList();
        if (!uncovered.isEmpty()) {
            findings.error(
                    IssueCode.JWT_CLAIMS_UNAVAILABLE,
                    service,
                    claim,
                    "claim " + IssueText.quote(claim.lastField()) + " is never known at " + gateway.key()
                            + " because no RequestAuthentication covers " + Texts.list(uncovered),
                    "add a RequestAuthentication for the pods of the gateway");
        }
    }

    private static boolean covers(Found<RequestAuthentication> policy, MeshPod pod) {
        Map<String, String> selector = policy.resource()
                .spec()
                .selector()
                .map(PolicyWorkloadSelector::matchLabels)
                .orElse(Collections.emptyMap());
        return (policy.namespace().equals(SYSTEM) || policy.namespace().equals(pod.namespace()))
                && pod.hasLabels(selector);
    }

    /** {@return the first header of a match that stands for a claim} */
    private static Optional<DocumentPath> claim(VirtualServiceSpec spec) {
        for (int i = 0; i < spec.http().size(); i++) {
            IstioHttpRoute rule = spec.http().get(i);
            for (int j = 0; j < rule.match().size(); j++) {
                HttpMatchRequest match = rule.match().get(j);
                DocumentPath path =
                        AnalysisPaths.SPEC.field("http").index(i).field("match").index(j);
                Optional<DocumentPath> claim = claim(match.headers(), path.field("headers"))
                        .or(() -> claim(match.withoutHeaders(), path.field("withoutHeaders")));
                if (claim.isPresent()) {
                    return claim;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<DocumentPath> claim(Map<String, ?> headers, DocumentPath path) {
        return headers.keySet().stream()
                .filter(ClaimRouting::isClaim)
                .findFirst()
                .map(path::field);
    }

    /** Mirrors istio 1.30.3 {@code pkg/jwt/routing.go:ToRoutingClaim}. */
    private static boolean isClaim(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(CLAIMS)) {
            return false;
        }
        String name = header.substring(CLAIMS.length());
        return name.startsWith(".") && name.length() > 1
                || name.startsWith("[") && name.endsWith("]") && name.length() > 2;
    }
}
