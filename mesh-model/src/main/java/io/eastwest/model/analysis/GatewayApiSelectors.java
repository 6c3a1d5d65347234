package io.eastwest.model.analysis;

import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.extensions.WasmPlugin;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.PolicyTarget;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.model.istio.security.RequestAuthentication;
import io.eastwest.model.istio.telemetry.Telemetry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Policies that select pods of a Gateway of the Gateway API by label, which only a target reference does. Mirrors istio
 * 1.30.3 {@code pkg/config/analysis/analyzers/k8sgateway/workloadselector.go}.
 */
final class GatewayApiSelectors {
    private static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";

    private GatewayApiSelectors() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        List<MeshPod> gateways = scope.pods().all().stream()
                .filter(pod -> pod.labels().containsKey(GATEWAY_NAME))
                .toList();
        if (!gateways.isEmpty()) {
            check(scope, AuthorizationPolicy.class, AuthorizationPolicy::spec, gateways, findings);
            check(scope, RequestAuthentication.class, RequestAuthentication::spec, gateways, findings);
            check(scope, Telemetry.class, Telemetry::spec, gateways, findings);
            check(scope, WasmPlugin.class, WasmPlugin::spec, gateways, findings);
        }
    }

    private static <T extends MeshResource> void check(
            ControlPlaneScope scope,
            Class<T> type,
            Function<T, ? extends PolicyTarget> spec,
            List<MeshPod> gateways,
            Findings findings) {
        for (Found<T> policy : scope.configuration(type)) {
            PolicyTarget target = spec.apply(policy.resource());
            Optional<PolicyWorkloadSelector> selector = target.selector();
            if (selector.isPresent() && target.targetRef().isEmpty()) {
                Set<String> names = new TreeSet<>();
                gateways.stream()
                        .filter(pod -> pod.namespace().equals(policy.namespace()))
                        .filter(pod -> pod.hasLabels(selector.get().matchLabels()))
                        .forEach(pod -> names.add(pod.labels().getOrDefault(GATEWAY_NAME, "")));
                if (!names.isEmpty()) {
                    findings.warning(
                            IssueCode.SELECTOR_INEFFECTIVE_ON_GATEWAY,
                            policy,
                            AnalysisPaths.SPEC.field("selector"),
                            "selects pods of the Gateway API Gateway " + Texts.list(names)
                                    + ", to which selectors do not apply",
                            "name the Gateway in targetRefs");
                }
            }
        }
    }
}
