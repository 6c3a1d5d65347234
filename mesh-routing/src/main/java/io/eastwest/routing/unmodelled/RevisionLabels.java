package io.eastwest.routing.unmodelled;

import io.eastwest.model.MeshResource;
import io.eastwest.model.gatewayapi.BackendTlsPolicy;
import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.TlsRoute;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.WorkloadEntry;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.PeerAuthentication;
import io.eastwest.model.istio.security.RequestAuthentication;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.List;

/**
 * Resources for one revision of istiod where the manifests do not say which revision serves the cluster. Answers follow them.
 *
 * <p>Mirrors istio 1.30.3 {@code pkg/config/model.go:LabelsInRevision}.
 */
final class RevisionLabels implements UnmodelledSource {
    private static final String LABEL = "istio.io/rev";

    /** Kinds that are for proxies of their own namespace, or of all if they are in the root namespace. */
    private static final List<Class<? extends MeshResource>> NEAR =
            List.of(Sidecar.class, AuthorizationPolicy.class, PeerAuthentication.class, RequestAuthentication.class);

    /** Kinds that may be for any proxy. */
    private static final List<Class<? extends MeshResource>> ANYWHERE = List.of(
            VirtualService.class,
            DestinationRule.class,
            ServiceEntry.class,
            WorkloadEntry.class,
            IstioGateway.class,
            HttpRoute.class,
            GrpcRoute.class,
            TlsRoute.class,
            BackendTlsPolicy.class);

    private final ControlPlaneView view;
    private final List<Configured<? extends MeshResource>> near = new ArrayList<>();
    private final List<NotModelled> anywhere = new ArrayList<>();

    RevisionLabels(ControlPlaneView view) {
        this.view = view;
        if (view.installation().revision().isEmpty()) {
            NEAR.forEach(kind -> near.addAll(labelled(kind)));
            ANYWHERE.forEach(kind -> labelled(kind).forEach(found -> anywhere.add(finding(found))));
        }
    }

    private List<Configured<? extends MeshResource>> labelled(Class<? extends MeshResource> kind) {
        List<Configured<? extends MeshResource>> found = new ArrayList<>();
        for (Configured<? extends MeshResource> each : view.configuration(kind)) {
            if (each.resource().metadata().labels().containsKey(LABEL)) {
                found.add(each);
            }
        }
        return found;
    }

    private static NotModelled finding(Configured<? extends MeshResource> found) {
        return new NotModelled(
                new Origin(found.resource().key(), "metadata.labels[\"" + LABEL + "\"]"),
                "is for revision \"" + found.resource().metadata().labels().get(LABEL)
                        + "\" alone, and the manifests do not say which revision serves the cluster");
    }

    @Override
    public List<NotModelled> of(UnmodelledCall call) {
        if (near.isEmpty()) {
            return anywhere;
        }
        List<NotModelled> found = new ArrayList<>(anywhere);
        near.stream().filter(each -> call.isNear(each.namespace(), view)).forEach(each -> found.add(finding(each)));
        return found;
    }
}
