package io.eastwest.routing.gatewayapi;

import io.eastwest.model.ResourceKey;
import java.util.List;

/**
 * What istiod reports of a Gateway as a whole. That something is wrong with a listener is no part of it.
 *
 * @param gateway the Gateway
 * @param addresses addresses at which it can be reached: of load balancers, else of its Services
 * @param attachedListenerSets number of ListenerSets whose listeners it takes
 * @param conditions {@code Accepted} and {@code Programmed}
 */
public record GatewayReport(
        ResourceKey gateway, List<String> addresses, int attachedListenerSets, List<StatusCondition> conditions) {
    /**
     * Copies the lists.
     *
     * @param gateway the Gateway
     * @param addresses addresses
     * @param attachedListenerSets number of ListenerSets
     * @param conditions conditions
     */
    public GatewayReport {
        addresses = List.copyOf(addresses);
        conditions = List.copyOf(conditions);
    }
}
