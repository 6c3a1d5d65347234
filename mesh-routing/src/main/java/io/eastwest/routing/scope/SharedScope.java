package io.eastwest.routing.scope;

import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.MeshService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What all proxies of one kind see that are in one namespace and under one Sidecar resource. Thread-safe. */
final class SharedScope {
    private final NamespaceScope namespace;
    private final List<EgressListener> egressListeners;
    private final List<MeshVirtualService> virtualServices;
    private final ScopeServices services;
    private final List<MeshService> serviceList;
    private final OutboundPolicy outboundPolicy;
    private final Optional<Sidecar> sidecar;
    private final DestinationRules rules;
    private final Map<String, List<MergedDestinationRule>> found = new ConcurrentHashMap<>();

    SharedScope(
            NamespaceScope namespace,
            List<EgressListener> listeners,
            ScopeServices services,
            OutboundPolicy outboundPolicy,
            Optional<Sidecar> sidecar,
            DestinationRules rules) {
        this.namespace = namespace;
        this.egressListeners = List.copyOf(listeners);
        this.virtualServices = virtualServices(egressListeners);
        this.services = services;
        this.serviceList = services.all();
        this.outboundPolicy = outboundPolicy;
        this.sidecar = sidecar;
        this.rules = rules;
    }

    private static List<MeshVirtualService> virtualServices(List<EgressListener> listeners) {
        if (listeners.size() == 1) {
            return listeners.get(0).virtualServices();
        }
        Map<String, MeshVirtualService> imported = new LinkedHashMap<>();
        for (EgressListener listener : listeners) {
            listener.virtualServices()
                    .forEach(each -> imported.putIfAbsent(each.namespace() + "/" + each.name(), each));
        }
        return List.copyOf(imported.values());
    }

    NamespaceScope namespace() {
        return namespace;
    }

    List<EgressListener> egressListeners() {
        return egressListeners;
    }

    /** {@return imported VirtualServices of gateway mesh, each once} */
    List<MeshVirtualService> virtualServices() {
        return virtualServices;
    }

    List<MeshService> services() {
        return serviceList;
    }

    Optional<MeshService> service(String hostname) {
        return services.get(hostname);
    }

    OutboundPolicy outboundPolicy() {
        return outboundPolicy;
    }

    Optional<Sidecar> sidecar() {
        return sidecar;
    }

    /** {@return the rules of a service of which each proxy chooses one} */
    List<MergedDestinationRule> rules(MeshService service) {
        return found.computeIfAbsent(
                service.namespace() + "/" + service.hostname(), key -> rules(service, TraceSink.NONE));
    }

    List<MergedDestinationRule> rules(MeshService service, TraceSink trace) {
        return rules.lookup(namespace.namespace(), service.namespace(), service.hostname(), trace);
    }
}
