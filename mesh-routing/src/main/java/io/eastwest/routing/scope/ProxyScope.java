package io.eastwest.routing.scope;

import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.ServiceTarget;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** What one proxy sees. Immutable and thread-safe; proxies that see the same share the parts. */
public interface ProxyScope {
    /** {@return the proxy} */
    MeshProxy proxy();

    /** {@return the same for proxies whose scopes differ in {@link #proxy()} and what looks at it only} */
    Object group();

    /**
     * {@return this scope for another proxy of the group}
     *
     * @param proxy the other proxy
     */
    ProxyScope with(MeshProxy proxy);

    /** {@return services whose selector takes the proxy; see {@link ControlPlaneView#serviceTargets(MeshProxy)}} */
    default List<ServiceTarget> serviceTargets() {
        return proxy().ask(new ServedServices(view()));
    }

    /** {@return what its control plane knows} */
    ControlPlaneView view();

    /** {@return egress listeners of the Sidecar resource in force, port listeners first, catch-all last; one catch-all when there is none, and for gateways} */
    List<EgressListener> egressListeners();

    /** {@return services that get clusters, in istiod's order, one per hostname} */
    List<MeshService> services();

    /**
     * {@return the service of this hostname in the scope}
     *
     * @param hostname hostname
     */
    Optional<MeshService> service(String hostname);

    /**
     * The service that a rule of a VirtualService names at a gateway: that of the VirtualService's namespace when this
     * proxy may see it, else that of the scope.
     *
     * @param hostname hostname
     * @param preferred namespace of the VirtualService
     * @return the service; empty: none
     */
    Optional<MeshService> service(String hostname, String preferred);

    /**
     * {@return the effective rule for a service for outbound traffic, after merge and lookup; empty: none}
     *
     * @param service a service
     */
    Optional<MergedDestinationRule> destinationRule(MeshService service);

    /**
     * {@return the effective rule for a service for outbound traffic; see {@link #destinationRule(MeshService)}}
     *
     * @param service a service
     * @param trace takes each rule that is considered
     */
    Optional<MergedDestinationRule> destinationRule(MeshService service, TraceSink trace);

    /**
     * {@return why this proxy does not use a service that its control plane knows}
     *
     * @param service a service that is not the one of its hostname in the scope
     */
    Mismatch absence(MeshService service);

    /**
     * {@return the effective rule for a service for connections that arrive: workload selectors do not count; empty:
     * none}
     *
     * @param service a service
     */
    Optional<MergedDestinationRule> inboundDestinationRule(MeshService service);

    /** {@return the Sidecar resource in force; empty: none, and for gateways} */
    Optional<Sidecar> sidecar();

    /**
     * {@return VirtualServices that this proxy may use for a gateway, in istiod's order}
     *
     * @param gateway {@code mesh}, or {@code <namespace>/<name>} of a Gateway bound to the proxy
     */
    List<MeshVirtualService> virtualServices(String gateway);

    /**
     * Tells why VirtualServices that the control plane knows are not for this proxy.
     *
     * @param gateway {@code mesh}, or {@code <namespace>/<name>} of a Gateway
     * @param present those that are for it
     * @param wanted which are asked about
     * @param told takes each with the reason
     */
    void traceAbsentRules(
            String gateway,
            List<MeshVirtualService> present,
            Predicate<MeshVirtualService> wanted,
            BiConsumer<MeshVirtualService, Mismatch> told);

    /** {@return what happens to traffic that no service takes} */
    OutboundPolicy outboundPolicy();
}
