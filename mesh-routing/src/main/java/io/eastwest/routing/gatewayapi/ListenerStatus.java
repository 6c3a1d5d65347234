package io.eastwest.routing.gatewayapi;

import io.eastwest.model.ResourceKey;
import java.util.List;

/**
 * What istiod reports of a listener.
 *
 * @param owner Gateway or ListenerSet that holds it
 * @param listener name of the listener
 * @param supportedKinds kinds of routes that may attach, such as {@code HTTPRoute}
 * @param attachedRoutes number of routes that attach, also of those with unresolved references
 * @param conditions {@code Accepted}, {@code Programmed}, {@code Conflicted} and {@code ResolvedRefs}
 */
public record ListenerStatus(
        ResourceKey owner,
        String listener,
        List<String> supportedKinds,
        int attachedRoutes,
        List<StatusCondition> conditions) {
    /**
     * Copies the lists.
     *
     * @param owner Gateway or ListenerSet
     * @param listener name of the listener
     * @param supportedKinds kinds of routes
     * @param attachedRoutes number of routes
     * @param conditions conditions
     */
    public ListenerStatus {
        supportedKinds = List.copyOf(supportedKinds);
        conditions = List.copyOf(conditions);
    }
}
