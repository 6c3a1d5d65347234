package io.eastwest.routing.inbound;

import io.eastwest.model.istio.networking.CaptureMode;
import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.SidecarIngress;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.ServiceTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The declared ports of a workload: those of its Sidecar's ingress listeners if it has any, else those of the services that select
 * it. Of two services on one port the older wins.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/listener_inbound.go:buildInboundChainConfigs}.
 */
final class InboundPorts {
    private static final List<Integer> STATIC_LISTENERS = List.of(15_021, 15_090);
    private static final int CAPTURED_OUTBOUND = 15_001;
    static final int CAPTURED_INBOUND = 15_006;

    private final ProxyScope scope;
    private final MeshProxy proxy;

    private InboundPorts(ProxyScope scope) {
        this.scope = scope;
        this.proxy = scope.proxy();
    }

    /** {@return the ports, ascending} */
    static List<InboundPort> of(ProxyScope scope) {
        InboundPorts ports = new InboundPorts(scope);
        Optional<Sidecar> sidecar = withIngress(scope);
        Map<Integer, InboundPort> byNumber = new TreeMap<>();
        List<InboundPort> all = sidecar.isPresent() ? ports.ofSidecar(sidecar.get()) : ports.ofServices();
        all.forEach(port -> byNumber.putIfAbsent(port.number(), port));
        return List.copyOf(byNumber.values());
    }

    /** {@return the Sidecar in force if it has ingress listeners} */
    static Optional<Sidecar> withIngress(ProxyScope scope) {
        return scope.sidecar().filter(sidecar -> !sidecar.spec().ingress().isEmpty());
    }

    private List<InboundPort> ofServices() {
        List<InboundPort> ports = new ArrayList<>();
        String wildcard = ProxyAddresses.wildcard(proxy);
        for (ServiceTarget target : scope.serviceTargets()) {
            int number = target.workloadPort();
            if (!STATIC_LISTENERS.contains(number) && number != CAPTURED_OUTBOUND && number != capturedInbound()) {
                ports.add(new InboundPort(
                        wildcard,
                        number,
                        target.port().number(),
                        target.port().protocol(),
                        false,
                        List.of(new Origin(target.service().resource(), ""))));
            }
        }
        return ports;
    }

    private List<InboundPort> ofSidecar(Sidecar sidecar) {
        List<InboundPort> ports = new ArrayList<>();
        List<SidecarIngress> ingress = sidecar.spec().ingress();
        for (int i = 0; i < ingress.size(); i++) {
            SidecarIngress listener = ingress.get(i);
            int number = listener.port().number().orElse(0);
            PortProtocol protocol =
                    PortProtocol.parse(listener.port().protocol().orElse(""));
            String bind = listener.bind().orElse("");
            if (!isStatic(bind, number, protocol)) {
                ports.add(new InboundPort(
                        bind.isEmpty() ? ProxyAddresses.own(proxy) : bind,
                        number,
                        number,
                        protocol,
                        listener.captureMode().orElse(CaptureMode.DEFAULT) == CaptureMode.NONE,
                        List.of(new Origin(sidecar.key(), "spec.ingress[" + i + "]"))));
            }
        }
        return ports;
    }

    private boolean isStatic(String bind, int number, PortProtocol protocol) {
        boolean wildcard = bind.isEmpty() ? protocol.isHttp() : bind.equals(ProxyAddresses.wildcard(proxy));
        return wildcard && STATIC_LISTENERS.contains(number);
    }

    private int capturedInbound() {
        return scope.view().meshConfig().proxyInboundListenPort().orElse(CAPTURED_INBOUND);
    }
}
