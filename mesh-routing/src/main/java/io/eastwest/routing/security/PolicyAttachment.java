package io.eastwest.routing.security;

import io.eastwest.model.istio.security.PolicyTarget;
import io.eastwest.model.istio.security.PolicyTargetReference;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.Registry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which policies a proxy gets.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/model/policyattachment.go:ShouldAttachPolicy}. Services as targets count on the
 * chains that a waypoint has for them.
 *
 * @param namespace namespace of the proxy
 * @param labels its labels
 * @param waypoint whether it is a waypoint
 * @param rootNamespace root namespace of the mesh
 * @param service the service whose chain it is; empty: the proxy as a whole
 */
public record PolicyAttachment(
        String namespace,
        Map<String, String> labels,
        boolean waypoint,
        String rootNamespace,
        Optional<MeshService> service) {
    private static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";
    private static final String GATEWAY_GROUP = "gateway.networking.k8s.io";
    private static final String WAYPOINT_CLASS = "istio-waypoint";
    private static final String ENTRY_GROUP = "networking.istio.io";
    /** What istiod takes for the group without a name. */
    private static final String CORE_GROUP = "core";

    /**
     * A proxy as a whole.
     *
     * @param namespace namespace of the proxy
     * @param labels its labels
     * @param waypoint whether it is a waypoint
     * @param rootNamespace root namespace of the mesh
     */
    public PolicyAttachment(String namespace, Map<String, String> labels, boolean waypoint, String rootNamespace) {
        this(namespace, labels, waypoint, rootNamespace, Optional.empty());
    }

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
     * {@return which policies the proxy gets on its chain for a service}
     *
     * @param served the service; empty: the proxy as a whole
     */
    public PolicyAttachment with(Optional<MeshService> served) {
        return new PolicyAttachment(namespace, labels, waypoint, rootNamespace, served);
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
        if (waypoint
                && service.filter(each -> names(target, policyNamespace, each)).isPresent()) {
            return true;
        }
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

    private static boolean names(PolicyTargetReference target, String policyNamespace, MeshService service) {
        String group = target.group().orElse("");
        boolean kind = service.registry() == Registry.EXTERNAL
                ? group.equals(ENTRY_GROUP) && target.kind().equals("ServiceEntry")
                : (group.isEmpty() || group.equals(CORE_GROUP)) && target.kind().equals("Service");
        return kind && target.name().equals(service.name()) && policyNamespace.equals(service.namespace());
    }

    private boolean selects(Optional<PolicyWorkloadSelector> selector) {
        return selector.map(PolicyWorkloadSelector::matchLabels)
                .map(wanted -> labels.entrySet().containsAll(wanted.entrySet()))
                .orElse(true);
    }
}
