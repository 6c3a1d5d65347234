package io.eastwest.routing.gatewayapi;

import io.eastwest.model.ResourceKey;
import java.util.List;

/**
 * What istiod reports of a policy for one of its ancestors: a target, or a Gateway with a route to one.
 *
 * @param policy the BackendTLSPolicy
 * @param ancestor the target or Gateway
 * @param section name of the port of a target; empty: all ports
 * @param controller name of the controller that reports: that of the mesh for a target
 * @param conditions {@code Accepted} and {@code ResolvedRefs}; of a policy that is switched off only the first
 */
public record PolicyStatus(
        ResourceKey policy, ResourceKey ancestor, String section, String controller, List<StatusCondition> conditions) {
    /**
     * Copies the list.
     *
     * @param policy the policy
     * @param ancestor the target or Gateway
     * @param section name of the port
     * @param controller name of the controller
     * @param conditions conditions
     */
    public PolicyStatus {
        conditions = List.copyOf(conditions);
    }
}
