package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.BackendTarget;
import io.eastwest.model.istio.networking.Destination;
import java.util.Optional;

/**
 * Destinations of backends. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gateway/conversion.go:buildDestination}; pools of inference are switched off, as by default.
 */
final class Backends {
    private static final Destination UNKNOWN = Destination.host("");

    private final RouteInputs inputs;
    private final GroupKind route;
    private final String namespace;
    private final boolean enforcesGrants;

    Backends(RouteInputs inputs, GroupKind route, String namespace, boolean enforcesGrants) {
        this.inputs = inputs;
        this.route = route;
        this.namespace = namespace;
        this.enforcesGrants = enforcesGrants;
    }

    /**
     * A destination.
     *
     * @param destination where requests go; without host: to a cluster that does not exist
     * @param problem why that is not what was asked for
     */
    record Backend(Destination destination, Optional<Problem> problem) {}

    /**
     * Looks up a backend.
     *
     * @param target the reference
     * @return its destination
     * @throws UnusableRouteException if the whole route is dropped because of it
     */
    Backend of(BackendTarget target) {
        GroupKind kind = GroupKind.of(target.group(), target.kind(), GroupKind.SERVICE);
        String targetNamespace = target.namespace().orElse(namespace);
        if (enforcesGrants
                && !targetNamespace.equals(namespace)
                && !inputs.grants().allows(route, namespace, kind, targetNamespace, target.name())) {
            return bad(
                    Problem.REF_NOT_PERMITTED,
                    "backendRef " + targetNamespace + "/" + target.name() + " may not be used by a " + route.kind()
                            + " of namespace " + namespace + "; a ReferenceGrant is needed");
        }
        if (kind.equals(GroupKind.SERVICE)) {
            return ofService(target, targetNamespace);
        }
        if (kind.equals(GroupKind.HOSTNAME)) {
            return ofHostname(target);
        }
        if (kind.equals(GroupKind.SERVICE_IMPORT)) {
            return found(
                    target,
                    inputs.hostname(targetNamespace, target.name()),
                    inputs.service(targetNamespace, target.name()).isPresent());
        }
        return bad(Problem.INVALID_KIND, "backendRef of kind " + kind + " is not supported; a Service is accepted");
    }

    private Backend ofService(BackendTarget target, String targetNamespace) {
        if (target.name().indexOf('.') >= 0) {
            throw invalid("\"" + target.name() + "\" is no name of a Service; its name is needed, not its hostname");
        }
        return found(
                target,
                inputs.hostname(targetNamespace, target.name()),
                inputs.service(targetNamespace, target.name()).isPresent());
    }

    private Backend ofHostname(BackendTarget target) {
        if (target.namespace().isPresent()) {
            throw invalid("a backendRef of kind Hostname has no namespace");
        }
        return found(target, target.name(), inputs.knowsHost(target.name()));
    }

    private static Backend found(BackendTarget target, String hostname, boolean exists) {
        if (target.port().isEmpty()) {
            throw invalid("a backendRef needs a port");
        }
        Destination destination =
                Destination.host(hostname).onPort(target.port().getAsInt());
        return new Backend(
                destination,
                exists
                        ? Optional.empty()
                        : Optional.of(new Problem(Problem.BACKEND_NOT_FOUND, "backend " + hostname + " not found")));
    }

    private static Backend bad(String reason, String message) {
        return new Backend(UNKNOWN, Optional.of(new Problem(reason, message)));
    }

    private static UnusableRouteException invalid(String message) {
        return new UnusableRouteException(new Problem(Problem.INVALID_DESTINATION, message));
    }
}
