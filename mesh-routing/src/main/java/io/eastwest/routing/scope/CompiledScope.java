package io.eastwest.routing.scope;

import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** A scope whose lists are made; DestinationRules are looked up once per service. */
final class CompiledScope implements ProxyScope {
    private final MeshProxy proxy;
    private final ControlPlaneView view;
    private final NamespaceScope namespace;
    private final List<EgressListener> egressListeners;
    private final ScopeServices services;
    private final List<MeshService> serviceList;
    private final OutboundPolicy outboundPolicy;
    private final Optional<Sidecar> sidecar;
    private final DestinationRules rules;
    private final Map<String, Optional<MergedDestinationRule>> destinationRules = new ConcurrentHashMap<>();

    CompiledScope(
            MeshProxy proxy,
            ControlPlaneView view,
            NamespaceScope namespace,
            List<EgressListener> listeners,
            ScopeServices services,
            OutboundPolicy outboundPolicy,
            Optional<Sidecar> sidecar,
            DestinationRules rules) {
        this.proxy = proxy;
        this.view = view;
        this.namespace = namespace;
        this.egressListeners = List.copyOf(listeners);
        this.services = services;
        this.serviceList = services.all();
        this.outboundPolicy = outboundPolicy;
        this.sidecar = sidecar;
        this.rules = rules;
    }

    @Override
    public MeshProxy proxy() {
        return proxy;
    }

    @Override
    public ControlPlaneView view() {
        return view;
    }

    @Override
    public List<EgressListener> egressListeners() {
        return egressListeners;
    }

    @Override
    public List<MeshService> services() {
        return serviceList;
    }

    @Override
    public Optional<MeshService> service(String hostname) {
        return services.get(hostname);
    }

    @Override
    public Optional<MeshService> service(String hostname, String preferred) {
        return namespace
                .ofNamespace(hostname, preferred)
                .filter(namespace::sees)
                .or(() -> services.get(hostname));
    }

    @Override
    public Optional<MergedDestinationRule> destinationRule(MeshService service) {
        return destinationRules.computeIfAbsent(
                service.namespace() + "/" + service.hostname(), key -> destinationRule(service, TraceSink.NONE));
    }

    @Override
    public Optional<MergedDestinationRule> destinationRule(MeshService service, TraceSink trace) {
        List<MergedDestinationRule> entries = rules(service, trace);
        Optional<MergedDestinationRule> chosen = choose(entries);
        RuleSteps.chosen(entries, chosen, proxy, trace);
        return chosen;
    }

    private List<MergedDestinationRule> rules(MeshService service, TraceSink trace) {
        return rules.lookup(proxy.namespace(), service.namespace(), service.hostname(), trace);
    }

    @Override
    public Mismatch absence(MeshService service) {
        if (!namespace.sees(service)) {
            return new Mismatch("exportTo", "* or " + proxy.namespace(), namespace.exportTo(service));
        }
        return services.get(service.hostname())
                .map(used -> new Mismatch(
                        "namespace", used.namespace() + " which has this hostname too", service.namespace()))
                .orElseGet(() -> notImported("a host for " + service.namespace() + "/" + service.hostname()));
    }

    /** Mirrors istio 1.30.3 {@code pilot/pkg/model/sidecar.go:DestinationRule} for outbound traffic. */
    private Optional<MergedDestinationRule> choose(List<MergedDestinationRule> entries) {
        Optional<MergedDestinationRule> general = Optional.empty();
        for (MergedDestinationRule entry : entries) {
            if (entry.workloadSelector().isEmpty()) {
                general = Optional.of(entry);
            } else if (entry.namespace().equals(proxy.namespace())
                    && proxy.labels()
                            .entrySet()
                            .containsAll(entry.workloadSelector().get().entrySet())) {
                return Optional.of(entry);
            }
        }
        return general;
    }

    /** Mirrors istio 1.30.3 {@code pilot/pkg/model/sidecar.go:DestinationRule} for inbound traffic. */
    @Override
    public Optional<MergedDestinationRule> inboundDestinationRule(MeshService service) {
        if (service(service.hostname()).isEmpty()) {
            return Optional.empty();
        }
        return rules(service, TraceSink.NONE).stream()
                .filter(entry -> entry.workloadSelector().isEmpty())
                .reduce((first, last) -> last);
    }

    @Override
    public Optional<Sidecar> sidecar() {
        return sidecar;
    }

    @Override
    public List<MeshVirtualService> virtualServices(String gateway) {
        if (gateway.equals(VirtualServiceSpec.MESH_GATEWAY)) {
            Map<String, MeshVirtualService> imported = new LinkedHashMap<>();
            for (EgressListener listener : egressListeners) {
                listener.virtualServices()
                        .forEach(each -> imported.putIfAbsent(each.namespace() + "/" + each.name(), each));
            }
            return List.copyOf(imported.values());
        }
        return namespace.virtualServices(gateway, false);
    }

    @Override
    public void traceAbsentRules(
            String gateway,
            List<MeshVirtualService> present,
            Predicate<MeshVirtualService> wanted,
            BiConsumer<MeshVirtualService, Mismatch> told) {
        for (MeshVirtualService each : namespace.allVirtualServices()) {
            if (wanted.test(each) && !present.contains(each)) {
                told.accept(each, absence(each, gateway));
            }
        }
    }

    private Mismatch absence(MeshVirtualService virtualService, String gateway) {
        if (!virtualService.gateways().contains(gateway)) {
            return new Mismatch(
                    "gateways", "one with " + gateway, virtualService.gateways().toString());
        }
        return namespace.sees(virtualService) ? notImported("a host of it") : namespace.notExported(virtualService);
    }

    private Mismatch notImported(String wanted) {
        return new Mismatch(
                sidecar.map(each -> "egress of " + each.key()).orElse("egress"),
                wanted,
                sidecar.map(each -> each.spec().egress().stream()
                                .flatMap(egress -> egress.hosts().stream())
                                .toList()
                                .toString())
                        .orElse("none"));
    }

    @Override
    public OutboundPolicy outboundPolicy() {
        return outboundPolicy;
    }
}
