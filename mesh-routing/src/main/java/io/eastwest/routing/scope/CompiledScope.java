package io.eastwest.routing.scope;

import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** What one proxy sees: what it shares with others, of which it chooses by its labels. */
final class CompiledScope implements ProxyScope {
    private final MeshProxy proxy;
    private final ControlPlaneView view;
    private final SharedScope shared;

    CompiledScope(MeshProxy proxy, ControlPlaneView view, SharedScope shared) {
        this.proxy = proxy;
        this.view = view;
        this.shared = shared;
    }

    @Override
    public MeshProxy proxy() {
        return proxy;
    }

    @Override
    public Object group() {
        return shared;
    }

    @Override
    public ProxyScope with(MeshProxy other) {
        return new CompiledScope(other, view, shared);
    }

    @Override
    public ControlPlaneView view() {
        return view;
    }

    @Override
    public List<EgressListener> egressListeners() {
        return shared.egressListeners();
    }

    @Override
    public List<MeshService> services() {
        return shared.services();
    }

    @Override
    public Optional<MeshService> service(String hostname) {
        return shared.service(hostname);
    }

    @Override
    public Optional<MeshService> service(String hostname, String preferred) {
        NamespaceScope namespace = shared.namespace();
        return namespace
                .ofNamespace(hostname, preferred)
                .filter(namespace::sees)
                .or(() -> shared.service(hostname));
    }

    @Override
    public Optional<MergedDestinationRule> destinationRule(MeshService service) {
        return choose(shared.rules(service));
    }

    @Override
    public Optional<MergedDestinationRule> destinationRule(MeshService service, TraceSink trace) {
        List<MergedDestinationRule> entries = shared.rules(service, trace);
        Optional<MergedDestinationRule> chosen = choose(entries);
        RuleSteps.chosen(entries, chosen, proxy, trace);
        return chosen;
    }

    @Override
    public Mismatch absence(MeshService service) {
        NamespaceScope namespace = shared.namespace();
        if (!namespace.sees(service)) {
            return new Mismatch("exportTo", "* or " + proxy.namespace(), namespace.exportTo(service));
        }
        return shared.service(service.hostname())
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
        return shared.rules(service).stream()
                .filter(entry -> entry.workloadSelector().isEmpty())
                .reduce((first, last) -> last);
    }

    @Override
    public Optional<Sidecar> sidecar() {
        return shared.sidecar();
    }

    @Override
    public List<MeshVirtualService> virtualServices(String gateway) {
        if (gateway.equals(VirtualServiceSpec.MESH_GATEWAY)) {
            return shared.virtualServices();
        }
        return shared.namespace().virtualServices(gateway, false);
    }

    @Override
    public void traceAbsentRules(
            String gateway,
            List<MeshVirtualService> present,
            Predicate<MeshVirtualService> wanted,
            BiConsumer<MeshVirtualService, Mismatch> told) {
        for (MeshVirtualService each : shared.namespace().allVirtualServices()) {
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
        NamespaceScope namespace = shared.namespace();
        return namespace.sees(virtualService) ? notImported("a host of it") : namespace.notExported(virtualService);
    }

    private Mismatch notImported(String wanted) {
        Optional<Sidecar> sidecar = shared.sidecar();
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
        return shared.outboundPolicy();
    }
}
