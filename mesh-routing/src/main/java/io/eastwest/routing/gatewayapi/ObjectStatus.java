package io.eastwest.routing.gatewayapi;

import io.eastwest.model.ResourceKey;
import java.util.List;

/**
 * What istiod reports of an object as a whole.
 *
 * @param resource the object: a GatewayClass or a ListenerSet
 * @param conditions {@code Accepted}, and of a ListenerSet {@code Programmed}
 */
public record ObjectStatus(ResourceKey resource, List<StatusCondition> conditions) {
    /**
     * Copies the list.
     *
     * @param resource the object
     * @param conditions conditions
     */
    public ObjectStatus {
        conditions = List.copyOf(conditions);
    }
}
