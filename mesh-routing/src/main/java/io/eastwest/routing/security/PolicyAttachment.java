package io.eastwest.routing.security;

import io.eastwest.model.istio.security.PolicyTarget;
import io.eastwest.model.istio.security.PolicyTargetReference;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.routing.view.MeshProxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which policies a proxy gets.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/model/policyattachment.go:ShouldAttachPolicy}. Services as targets need a waypoint that
 * serves them and attach to no other proxy.
 *
 * @param namespace namespace of the proxy
 * @param labels its labels
 * @param waypoint whether it is a waypoint
 * @param rootNamespace root namespace of the mesh
 */
public record PolicyAttachment(String namespace, Map<String, String> labels, boolean waypoint, String rootNamespace) {
    private static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";
    private static final String GATEWAY_GROUP = "gateway.networking.k8s.io";
    private static final String WAYPOINT_CLASS = "istio-waypoint";

    /**
     * {@return which policies a proxy gets}
     *
     * @param proxy the proxy
     * @param rootNamespace root namespace of the mesh
     */
    public static PolicyAttachment of(MeshProxy proxy, String rootNamespace) {
        return new PolicyAttachment(
                proxy.namespace(), proxy.labels(), proxy.kind() == MeshProxy.Kind.WAYPOINT, rootNamespace);
    }

    /**
     * {@return whether the proxy gets a policy}
     *
     * @param policyNamespace namespace of the policy
     * @param policy what the policy is for
     */
    public boolean attaches(String policyNamespace, PolicyTarget policy) {
        return attaches(policyNamespace, policy.targets(), policy.selector());
    }

    /**
     * {@return whether the proxy gets a policy}
     *
     * @param policyNamespace namespace of the policy
     * @param targets resources that the policy names
     * @param selector labels that the policy wants; empty: any
     */
    public boolean attaches(
            String policyNamespace, List<PolicyTargetReference> targets, Optional<PolicyWorkloadSelector> selector) {
        String gateway = labels.get(GATEWAY_NAME);
        if (gateway == null) {
            return targets.isEmpty() && selects(selector);
        }
        if (targets.isEmpty()) {
            return !waypoint && selects(selector);
        }
        return targets.stream().anyMatch(target -> isTarget(target, policyNamespace, gateway));
    }

    private boolean isTarget(PolicyTargetReference target, String policyNamespace, String gateway) {
        if (!target.group().orElse("").equals(GATEWAY_GROUP)) {
            return false;
        }
        if (target.kind().equals("GatewayClass")) {
            return waypoint
                    && policyNamespace.equals(rootNamespace)
                    && target.name().equals(WAYPOINT_CLASS);
        }
        String elsewhere = target.namespace().orElse("");
        return target.kind().equals("Gateway")
                && target.name().equals(gateway)
                && policyNamespace.equals(namespace)
                && (elsewhere.isEmpty() || elsewhere.equals(namespace));
    }

    private boolean selects(Optional<PolicyWorkloadSelector> selector) {
        return selector.map(PolicyWorkloadSelector::matchLabels)
                .map(wanted -> labels.entrySet().containsAll(wanted.entrySet()))
                .orElse(true);
    }
}
