package io.eastwest.routing.drift;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One virtual host as it is compared.
 *
 * @param domains its domains
 * @param requiresTls whether plaintext requests are redirected
 * @param routes its routes in their order
 */
record HostFacts(Set<String> domains, boolean requiresTls, List<RouteFacts> routes) {
    HostFacts {
        domains = new TreeSet<>(domains);
        routes = List.copyOf(routes);
    }
}
