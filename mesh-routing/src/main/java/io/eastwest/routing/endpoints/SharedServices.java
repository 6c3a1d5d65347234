package io.eastwest.routing.endpoints;

import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.ambient.AmbientService;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which endpoints of other clusters a service has where ambient mode shares services. Mirrors istio 1.30.3 {@code
 * pilot/pkg/xds/endpoints/endpoint_builder.go:filterIstioEndpoint}.
 */
final class SharedServices {
    private final boolean restricts;
    private final Supplier<Optional<AmbientIndex>> ambient;

    SharedServices(ControlPlaneView view, Supplier<Optional<AmbientIndex>> ambient) {
        this.restricts = view.ambient().multiNetwork();
        this.ambient = ambient;
    }

    /** {@return whether a proxy may use an endpoint: of another cluster only if the service is global} */
    boolean shares(ServiceEndpoint endpoint, EndpointQuery query) {
        return !restricts
                || endpoint.cluster().equals(query.proxy().cluster())
                || of(query.service()).map(AmbientService::global).orElse(true);
    }

    private Optional<AmbientService> of(MeshService service) {
        return ambient.get()
                .flatMap(index -> index.serviceByHostname(service.hostname(), service.namespace()))
                .filter(found -> found.service().namespace().equals(service.namespace()));
    }
}
