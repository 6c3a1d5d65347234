package io.eastwest.routing.gatewayapi;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.gatewayapi.ParentReference;
import java.util.List;

/**
 * What istiod reports of a route for one of its parents.
 *
 * @param route the route
 * @param parent the parent as the route names it
 * @param conditions {@code Accepted} and {@code ResolvedRefs}
 */
public record RouteStatus(ResourceKey route, ParentReference parent, List<StatusCondition> conditions) {
    /**
     * Copies the list.
     *
     * @param route the route
     * @param parent the parent
     * @param conditions conditions
     */
    public RouteStatus {
        conditions = List.copyOf(conditions);
    }
}
