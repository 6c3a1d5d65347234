package io.eastwest.routing.question;

import io.eastwest.model.MeshResource;
import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.gatewayapi.GatewayClass;
import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.istio.security.PolicyTargetReference;
import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.ambient.AmbientService;
import io.eastwest.routing.question.IneffectivePolicy.Reason;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether what a policy is attached to is there, and whether something enforces the policy for it. */
final class TargetChecks {
    private final ControlPlaneView view;
    private final Optional<AmbientIndex> ambient;

    TargetChecks(ControlPlaneView view) {
        this.view = view;
        this.ambient = view.ambient().enabled() ? Optional.of(AmbientIndex.of(view)) : Optional.empty();
    }

    /** A target at which a policy does nothing. */
    record Problem(Reason reason, String text) {}

    /** {@return why a policy does nothing at a target; empty: it is enforced for it} */
    Optional<Problem> of(String namespace, PolicyTargetReference target) {
        return switch (target.kind()) {
            case "Gateway" ->
                exists(Gateway.class, namespace, target.name())
                        ? Optional.empty()
                        : missing("Gateway " + namespace + "/" + target.name());
            case "GatewayClass" -> ofClass(namespace, target.name());
            case "Service", "ServiceEntry" -> ofService(namespace, target);
            default -> missing("kind " + target.kind());
        };
    }

    private Optional<Problem> ofClass(String namespace, String name) {
        if (!namespace.equals(view.rootNamespace())) {
            return Optional.of(new Problem(
                    Reason.TARGET_NOT_THERE,
                    "policies for a GatewayClass count in the root namespace " + view.rootNamespace() + " alone"));
        }
        boolean there = view.clusters().stream()
                .flatMap(cluster -> cluster.resources(GatewayClass.class).stream())
                .anyMatch(each -> each.metadata().name().equals(name));
        return there || name.equals("istio-waypoint") ? Optional.empty() : missing("GatewayClass " + name);
    }

    private Optional<Problem> ofService(String namespace, PolicyTargetReference target) {
        boolean entry = target.kind().equals("ServiceEntry");
        List<MeshService> services = view.services().stream()
                .filter(service -> service.namespace().equals(namespace)
                        && service.name().equals(target.name())
                        && service.resource().kind().equals(target.kind()))
                .toList();
        boolean there = entry ? exists(ServiceEntry.class, namespace, target.name()) : !services.isEmpty();
        if (!there) {
            return missing(target.kind() + " " + namespace + "/" + target.name());
        }
        boolean served = services.stream()
                .flatMap(service -> served(service).stream())
                .anyMatch(each -> each.waypoint().isPresent());
        return served
                ? Optional.empty()
                : Optional.of(new Problem(
                        Reason.TARGET_WITHOUT_WAYPOINT,
                        "no waypoint serves " + target.kind() + " " + namespace + "/" + target.name()));
    }

    private Optional<AmbientService> served(MeshService service) {
        return ambient.flatMap(index -> index.serviceByHostname(service.hostname(), service.namespace()));
    }

    private <T extends MeshResource> boolean exists(Class<T> kind, String namespace, String name) {
        return Stream.of(view.clusters().get(0))
                .flatMap(cluster -> cluster.resources(kind).stream())
                .anyMatch(each -> each.metadata().namespaceOrDefault().equals(namespace)
                        && each.metadata().name().equals(name));
    }

    private static Optional<Problem> missing(String what) {
        return Optional.of(new Problem(Reason.TARGET_NOT_THERE, "there is no " + what));
    }
}
