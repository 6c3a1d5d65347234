package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import io.eastwest.model.gatewayapi.Gateway;
import java.util.List;
import java.util.Optional;

/**
 * Which resources a control plane reads by the label that gives them to one revision. A Gateway of the Gateway API is read by all. Mirrors
 * istio 1.30.3 {@code pkg/config/model.go:LabelsInRevision} and {@code pilot/pkg/config/kube/crdclient/client.go:addCRD}.
 */
final class Revisions {
    private static final String LABEL = "istio.io/rev";
    private static final List<String> GROUPS = List.of(
            "networking.istio.io",
            "security.istio.io",
            "telemetry.istio.io",
            "extensions.istio.io",
            "gateway.networking.k8s.io",
            "gateway.networking.x-k8s.io");

    private Revisions() {}

    /** {@return whether a resource is for one revision alone} */
    static boolean isLabelled(MeshResource resource) {
        return resource.metadata().labels().containsKey(LABEL)
                && GROUPS.contains(resource.group())
                && !(resource instanceof Gateway);
    }

    /** {@return whether a control plane reads a resource; one of which the revision is not known reads all} */
    static boolean isRead(MeshResource resource, Optional<String> revision) {
        return !isLabelled(resource)
                || revision.isEmpty()
                || revision.get().equals(resource.metadata().labels().get(LABEL));
    }
}
