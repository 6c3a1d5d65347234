package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.ParentReference;
import io.eastwest.model.scalar.Hostname;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a route attaches to. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gateway/conversion.go:extractParentReferenceInfo, referenceAllowed}.
 */
final class RouteAttachments {
    private static final String ANY = "*";

    private final RouteInputs inputs;
    private final GroupKind kind;
    private final String namespace;
    private final List<String> hostnames;

    RouteAttachments(RouteInputs inputs, GroupKind kind, String namespace, List<String> hostnames) {
        this.inputs = inputs;
        this.kind = kind;
        this.namespace = namespace;
        this.hostnames = hostnames.isEmpty() ? List.of(ANY) : hostnames;
    }

    /** {@return every listener of every parent that is known, in the order of istiod; with why the route is denied} */
    List<RouteParent> all(List<ParentReference> references) {
        List<RouteParent> parents = new ArrayList<>();
        for (ParentReference reference : references) {
            ParentKey key = new ParentKey(
                    GroupKind.of(reference.group(), reference.kind(), GroupKind.GATEWAY),
                    reference.namespace().orElse(namespace),
                    reference.name());
            if (key.isMesh()) {
                parents.add(new RouteParent(key, RouteListener.MESH, reference, deniedByMesh(key), List.of()));
            } else {
                List<RouteListener> listeners = inputs.listeners(key);
                listeners.forEach(listener -> parents.add(new RouteParent(
                        key, listener, reference, denied(listener, reference), others(listener, listeners))));
            }
        }
        parents.sort(Comparator.comparing(parent -> text(parent.reference())));
        return parents;
    }

    /** {@return those to which the route attaches, by internal name of the listener} */
    static List<RouteParent> attached(List<RouteParent> parents) {
        return parents.stream()
                .filter(parent -> parent.denied().isEmpty())
                .sorted(Comparator.comparing(parent -> parent.listener().internalName()))
                .toList();
    }

    private String text(ParentReference reference) {
        return String.join(
                "/",
                reference.group().orElse(GroupKind.GATEWAY.group()),
                reference.kind().orElse(GroupKind.GATEWAY.kind()),
                reference.name(),
                reference.sectionName().orElse(""),
                reference.port().orElse(0) + "." + reference.namespace().orElse(namespace));
    }

    private static List<String> others(RouteListener own, List<RouteListener> listeners) {
        return listeners.stream()
                .filter(each -> !each.section().equals(own.section())
                        && each.port() == own.port()
                        && each.protocol().equals(own.protocol()))
                .map(RouteListener::hostname)
                .toList();
    }

    private Optional<Problem> deniedByMesh(ParentKey key) {
        boolean exists = key.kind().equals(GroupKind.SERVICE)
                ? inputs.service(key.namespace(), key.name()).isPresent()
                : inputs.serviceEntry(key.namespace(), key.name()).isPresent();
        return exists ? Optional.empty() : problem(Problem.NO_MATCHING_PARENT, "parent " + key.name() + " not found");
    }

    private Optional<Problem> denied(RouteListener listener, ParentReference reference) {
        if (reference.port().orElse(0) != 0 && reference.port().getAsInt() != listener.port()) {
            return problem(
                    Problem.NO_MATCHING_PARENT, "port " + reference.port().getAsInt() + " not found");
        }
        String section = reference.sectionName().orElse("");
        if (!section.isEmpty() && !section.equals(listener.section())) {
            return problem(Problem.NO_MATCHING_PARENT, "sectionName \"" + section + "\" not found");
        }
        Optional<Problem> byHost = deniedByHost(listener);
        if (byHost.isPresent()) {
            return byHost;
        }
        return listener.kinds().contains(kind)
                ? Optional.empty()
                : problem(Problem.NOT_ALLOWED, "kind " + kind.kind() + " is not allowed");
    }

    private Optional<Problem> deniedByHost(RouteListener listener) {
        boolean hostMatched = false;
        for (String host : hostnames) {
            for (String parent : listener.hosts()) {
                int slash = parent.indexOf('/');
                String from = slash < 0 ? ANY : parent.substring(0, slash);
                if (Hostname.matches(parent.substring(slash + 1), host)) {
                    hostMatched = true;
                    if (from.equals(ANY) || from.equals(namespace)) {
                        return Optional.empty();
                    }
                }
            }
        }
        return hostMatched
                ? problem(
                        Problem.NOT_ALLOWED,
                        "hostnames match \"" + listener.hostname() + "\", but namespace \"" + namespace
                                + "\" is not allowed")
                : problem(Problem.NO_MATCHING_HOSTNAME, "no hostnames match \"" + listener.hostname() + "\"");
    }

    private static Optional<Problem> problem(String reason, String message) {
        return Optional.of(new Problem(reason, message));
    }
}
