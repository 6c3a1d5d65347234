package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.ReferenceGrant;
import io.eastwest.model.gatewayapi.ReferenceGrantFrom;
import io.eastwest.model.gatewayapi.ReferenceGrantTo;
import io.eastwest.routing.view.Configured;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What ReferenceGrants allow. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gatewaycommon/references.go:ReferenceGrantsCollection, BackendAllowed, SecretAllowed}.
 */
final class ReferenceGrants {
    private static final List<GroupKind> REFERRERS = List.of(
            GroupKind.GATEWAY,
            GroupKind.LISTENER_SET,
            GroupKind.HTTP_ROUTE,
            GroupKind.GRPC_ROUTE,
            GroupKind.TLS_ROUTE,
            GroupKind.TCP_ROUTE);
    private static final List<GroupKind> TARGETS = List.of(
            GroupKind.CONFIG_MAP,
            GroupKind.SECRET,
            GroupKind.SERVICE,
            new GroupKind("inference.networking.k8s.io", "InferencePool"));
    private static final String EVERY_NAME = "*";

    private final Map<Pair, Set<String>> allowed = new LinkedHashMap<>();

    private record Pair(GroupKind from, String fromNamespace, GroupKind to, String toNamespace) {}

    ReferenceGrants(List<Configured<ReferenceGrant>> grants) {
        for (Configured<ReferenceGrant> grant : grants) {
            for (ReferenceGrantFrom from : grant.resource().spec().referrers()) {
                for (ReferenceGrantTo to : grant.resource().spec().to()) {
                    add(grant.namespace(), from, to);
                }
            }
        }
    }

    private void add(String namespace, ReferenceGrantFrom from, ReferenceGrantTo to) {
        GroupKind referrer = new GroupKind(from.group(), from.kind());
        GroupKind target = new GroupKind(to.group(), to.kind());
        if (REFERRERS.contains(referrer) && TARGETS.contains(target)) {
            allowed.computeIfAbsent(
                            new Pair(referrer, from.namespace(), target, namespace), key -> new LinkedHashSet<>())
                    .add(to.name().orElse(EVERY_NAME));
        }
    }

    /** {@return whether an object of one kind and namespace may name an object of another} */
    boolean allows(GroupKind from, String fromNamespace, GroupKind to, String toNamespace, String toName) {
        return Optional.ofNullable(allowed.get(new Pair(from, fromNamespace, to, toNamespace)))
                .filter(names -> names.contains(EVERY_NAME) || names.contains(toName))
                .isPresent();
    }
}
