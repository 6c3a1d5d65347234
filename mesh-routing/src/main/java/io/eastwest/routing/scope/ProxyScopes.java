package io.eastwest.routing.scope;

import io.eastwest.model.istio.mesh.MeshOutboundMode;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.OutboundTrafficPolicy;
import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.SidecarEgress;
import io.eastwest.model.istio.networking.SidecarOutboundMode;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.istio.networking.WorkloadSelector;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.scope.EgressListener.Port;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Scopes of the proxies of one control plane. Immutable and thread-safe; what proxies of one namespace and Sidecar resource share is
 * computed once. */
public final class ProxyScopes {
    private final ControlPlaneView view;
    private final List<MeshVirtualService> virtualServices;
    private final DestinationRules destinationRules;
    private final Map<String, NamespaceScope> namespaces = new ConcurrentHashMap<>();
    private final Map<Group, SharedScope> shared = new ConcurrentHashMap<>();

    private ProxyScopes(
            ControlPlaneView view,
            List<MeshVirtualService> virtualServices,
            List<Configured<DestinationRule>> generatedRules) {
        this.view = view;
        this.virtualServices = virtualServices;
        this.destinationRules = DestinationRules.of(view, generatedRules);
    }

    /**
     * Indexes what a control plane knows.
     *
     * @param view what it knows
     * @param virtualServices all VirtualServices, written and made from Gateway API routes, in any order
     * @return its scopes
     */
    public static ProxyScopes of(ControlPlaneView view, List<MeshVirtualService> virtualServices) {
        return of(view, virtualServices, List.of());
    }

    /**
     * Indexes what a control plane knows.
     *
     * @param view what it knows
     * @param virtualServices all VirtualServices, written and made from Gateway API routes, in any order
     * @param generatedRules DestinationRules made from policies of the Gateway API, in any order
     * @return its scopes
     */
    public static ProxyScopes of(
            ControlPlaneView view,
            List<MeshVirtualService> virtualServices,
            List<Configured<DestinationRule>> generatedRules) {
        List<MeshVirtualService> sorted = virtualServices.stream()
                .sorted(Comparator.comparing(MeshVirtualService::creationTime)
                        .thenComparing(MeshVirtualService::name)
                        .thenComparing(MeshVirtualService::namespace))
                .toList();
        return new ProxyScopes(view, sorted, generatedRules);
    }

    /**
     * The scope of a proxy.
     *
     * @param proxy the proxy
     * @return what it sees
     */
    public ProxyScope scope(MeshProxy proxy) {
        NamespaceScope namespace =
                namespaces.computeIfAbsent(proxy.namespace(), name -> new NamespaceScope(name, view, virtualServices));
        Optional<Sidecar> sidecar = proxy.kind() == MeshProxy.Kind.SIDECAR ? sidecar(proxy) : Optional.empty();
        Group group = new Group(proxy.kind(), proxy.namespace(), sidecar);
        return new CompiledScope(
                proxy, view, shared.computeIfAbsent(group, key -> shared(proxy.kind(), sidecar, namespace)));
    }

    /** Proxies that see the same, but for what looks at their labels. */
    private record Group(MeshProxy.Kind kind, String namespace, Optional<Sidecar> sidecar) {}

    private SharedScope shared(MeshProxy.Kind kind, Optional<Sidecar> sidecar, NamespaceScope namespace) {
        return kind == MeshProxy.Kind.SIDECAR ? sidecarScope(sidecar, namespace) : gatewayScope(kind, namespace);
    }

    private SharedScope gatewayScope(MeshProxy.Kind kind, NamespaceScope namespace) {
        ScopeServices services = new ScopeServices();
        namespace.services().forEach(services::add);
        List<MeshVirtualService> rules = kind == MeshProxy.Kind.WAYPOINT
                ? namespace.virtualServices(VirtualServiceSpec.MESH_GATEWAY, false)
                : List.of();
        EgressListener listener = new EgressListener(Optional.empty(), Optional.empty(), services.all(), rules);
        return new SharedScope(
                namespace,
                List.of(listener),
                services,
                new OutboundPolicy(true, Optional.empty()),
                Optional.empty(),
                destinationRules);
    }

    private SharedScope sidecarScope(Optional<Sidecar> sidecar, NamespaceScope namespace) {
        List<EgressListener> listeners = listeners(sidecar, namespace);
        ScopeServices services = new ScopeServices();
        for (EgressListener listener : listeners) {
            listener.services().forEach(services::add);
        }
        for (EgressListener listener : listeners) {
            addDestinations(listener, namespace, services);
        }
        return new SharedScope(namespace, listeners, services, outboundPolicy(sidecar), sidecar, destinationRules);
    }

    private static List<EgressListener> listeners(Optional<Sidecar> sidecar, NamespaceScope namespace) {
        List<SidecarEgress> egress = sidecar.map(each -> each.spec().egress()).orElse(List.of());
        if (egress.isEmpty()) {
            return List.of(EgressImports.everything(namespace));
        }
        return egress.stream().map(each -> EgressImports.of(each, namespace)).toList();
    }

    private static void addDestinations(EgressListener listener, NamespaceScope namespace, ScopeServices services) {
        for (MeshVirtualService virtualService : listener.virtualServices()) {
            RuleDestinations.of(virtualService, namespace.namespace())
                    .forEach((host, ports) -> namespace
                            .destination(host)
                            .flatMap(service -> trimmed(service, ports, listener.port()))
                            .ifPresent(services::add));
        }
    }

    private static Optional<MeshService> trimmed(MeshService service, Set<Integer> ports, Optional<Port> listener) {
        if (EgressImports.matchesPort(listener)) {
            return ServicePorts.only(service, listener.orElseThrow().number());
        }
        return ports.isEmpty() ? Optional.of(service) : ServicePorts.only(service, ports);
    }

    /** Mirrors istio 1.30.3 {@code pilot/pkg/model/push_context.go:getSidecarScope}. */
    private Optional<Sidecar> sidecar(MeshProxy proxy) {
        List<Configured<Sidecar>> all = view.configuration(Sidecar.class);
        return all.stream()
                .filter(each -> each.namespace().equals(proxy.namespace()))
                .map(Configured::resource)
                .sorted(Comparator.comparing(
                        each -> each.spec().workloadSelector().isEmpty()))
                .filter(each -> selects(each, proxy))
                .findFirst()
                .or(() -> all.stream()
                        .filter(each -> each.namespace().equals(view.rootNamespace()))
                        .map(Configured::resource)
                        .filter(each -> each.spec().workloadSelector().isEmpty())
                        .findFirst());
    }

    private static boolean selects(Sidecar sidecar, MeshProxy proxy) {
        return sidecar.spec()
                .workloadSelector()
                .map(WorkloadSelector::labels)
                .map(labels -> proxy.labels().entrySet().containsAll(labels.entrySet()))
                .orElse(true);
    }

    private OutboundPolicy outboundPolicy(Optional<Sidecar> sidecar) {
        Optional<OutboundTrafficPolicy> own =
                sidecar.flatMap(each -> each.spec().outboundTrafficPolicy());
        if (own.isPresent()) {
            return new OutboundPolicy(
                    own.get().modeOrDefault() == SidecarOutboundMode.ALLOW_ANY,
                    own.get().egressProxy());
        }
        boolean allowsAny = view.meshConfig()
                .outboundTrafficPolicy()
                .map(policy -> policy.modeOrDefault() == MeshOutboundMode.ALLOW_ANY)
                .orElse(true);
        return new OutboundPolicy(allowsAny, Optional.empty());
    }
}
