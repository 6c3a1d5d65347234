package io.eastwest.routing.ambient;

import io.eastwest.model.istio.mesh.ServiceScope;
import io.eastwest.model.istio.mesh.ServiceScopeConfiguration;
import io.eastwest.routing.view.ClusterView;
import io.eastwest.routing.view.MeshService;
import java.util.List;

/**
 * Which services are shared between clusters. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/ambient/services.go:matchServiceScope}.
 *
 * @param configurations what the mesh configuration says
 */
record ServiceScopes(List<ServiceScopeConfiguration> configurations) {
    ServiceScopes {
        configurations = List.copyOf(configurations);
    }

    /** {@return whether a Service of a cluster is global} */
    boolean isGlobal(MeshService service, ClusterView cluster) {
        return configurations.stream()
                .filter(each -> each.scope().filter(ServiceScope.GLOBAL::equals).isPresent())
                .anyMatch(each -> each.namespaceSelector()
                                .map(selector -> selector.matches(cluster.namespaceLabels(service.namespace())))
                                .orElse(true)
                        && each.servicesSelector()
                                .map(selector -> selector.matches(service.labels()))
                                .orElse(true));
    }
}
