package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.ParentReference;
import io.eastwest.model.scalar.Hostname;
import java.util.List;
import java.util.Optional;

/**
 * A listener that a route names, or the mesh.
 *
 * @param key object that the reference names
 * @param listener the listener
 * @param reference the reference
 * @param denied why the route does not attach; empty: it does
 * @param otherHostnames hostnames of the other listeners of the object with this port and protocol
 */
record RouteParent(
        ParentKey key,
        RouteListener listener,
        ParentReference reference,
        Optional<Problem> denied,
        List<String> otherHostnames) {
    boolean isMesh() {
        return key.isMesh();
    }

    /**
     * Whether this listener, and not a more specific one, serves a hostname of the route. Mirrors istio 1.30.3 {@code
     * pilot/pkg/config/kube/gateway/conversion.go:hostnameAllowedByIsolation}.
     */
    boolean serves(String routeHost) {
        String own = listener.hostname();
        if (!own.isEmpty() && !Hostname.isWildcard(own)) {
            return true;
        }
        if (!own.isEmpty() && !Hostname.matches(routeHost, own)) {
            return false;
        }
        return otherHostnames.stream()
                .filter(other -> !other.equals(own) && own.length() <= other.length())
                .noneMatch(other -> Hostname.subsetOf(routeHost, other));
    }
}
