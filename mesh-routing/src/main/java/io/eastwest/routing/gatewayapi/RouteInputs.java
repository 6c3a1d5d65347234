package io.eastwest.routing.gatewayapi;

import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the conversion of routes looks up. Services and ServiceEntries are those of the configuration cluster. */
final class RouteInputs {
    private final ControlPlaneView view;
    private final ReferenceGrants grants;
    private final Map<ParentKey, List<RouteListener>> listeners;
    private final Map<String, KubernetesService> services = new LinkedHashMap<>();
    private final Map<String, ServiceEntry> serviceEntries = new LinkedHashMap<>();

    RouteInputs(ControlPlaneView view, ReferenceGrants grants, Map<ParentKey, List<RouteListener>> listeners) {
        this.view = view;
        this.grants = grants;
        this.listeners = listeners;
        for (Configured<KubernetesService> each : view.configuration(KubernetesService.class)) {
            services.put(each.namespace() + "/" + each.name(), each.resource());
        }
        for (Configured<ServiceEntry> each : view.configuration(ServiceEntry.class)) {
            serviceEntries.put(each.namespace() + "/" + each.name(), each.resource());
        }
    }

    ReferenceGrants grants() {
        return grants;
    }

    /** {@return listeners of a Gateway or ListenerSet; empty: it is not known or not served} */
    List<RouteListener> listeners(ParentKey parent) {
        return listeners.getOrDefault(parent, List.of());
    }

    Optional<KubernetesService> service(String namespace, String name) {
        return Optional.ofNullable(services.get(namespace + "/" + name));
    }

    Optional<ServiceEntry> serviceEntry(String namespace, String name) {
        return Optional.ofNullable(serviceEntries.get(namespace + "/" + name));
    }

    boolean knowsHost(String hostname) {
        return !view.servicesByHostname(hostname).isEmpty();
    }

    String hostname(String namespace, String service) {
        return service + "." + namespace + ".svc." + view.domainSuffix();
    }
}
