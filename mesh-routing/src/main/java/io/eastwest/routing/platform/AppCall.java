package io.eastwest.routing.platform;

import java.util.Optional;

/**
 * A call that an application cannot do without.
 *
 * @param service the service called, {@code <namespace>/<name>}
 * @param port port of the service
 * @param path path of the request
 * @param globalHost global name by which it is called without a mesh; empty: the Service of the own cluster
 */
public record AppCall(String service, int port, String path, Optional<String> globalHost) {
    /**
     * Checks the name.
     *
     * @param service the service called
     * @param port port of the service
     * @param path path of the request
     * @param globalHost global name
     * @throws IllegalArgumentException if the service is not named by namespace and name
     */
    public AppCall {
        AppGraph.check(service);
    }

    /**
     * A call to a Service.
     *
     * @param service {@code <namespace>/<name>}
     * @param port its port
     * @return the call, for the root path
     */
    public static AppCall to(String service, int port) {
        return new AppCall(service, port, "/", Optional.empty());
    }

    /**
     * The same call by a global name of the service: a Route of its own in each cluster, in DNS and load balancers too.
     *
     * @param host the global name
     * @return the call
     */
    public AppCall via(String host) {
        return new AppCall(service, port, path, Optional.of(host));
    }

    String namespace() {
        return service.substring(0, service.indexOf('/'));
    }

    String name() {
        return service.substring(service.indexOf('/') + 1);
    }
}
