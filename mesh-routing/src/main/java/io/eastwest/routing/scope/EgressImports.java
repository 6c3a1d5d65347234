package io.eastwest.routing.scope;

import io.eastwest.model.istio.networking.CaptureMode;
import io.eastwest.model.istio.networking.SidecarEgress;
import io.eastwest.model.istio.networking.SidecarPort;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.scope.EgressListener.Port;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Registry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Egress listeners with what they import. Mirrors istio 1.30.3 {@code
 * pilot/pkg/model/sidecar.go:convertIstioListenerToWrapper, selectServices}.
 */
final class EgressImports {
    private static final String LOOPBACK = "127.0.0.1";

    private EgressImports() {}

    static EgressListener everything(NamespaceScope scope) {
        return new EgressListener(
                Optional.empty(),
                Optional.empty(),
                oneNamespacePerHostname(scope.services(), scope.namespace()),
                scope.virtualServices(VirtualServiceSpec.MESH_GATEWAY, true));
    }

    static EgressListener of(SidecarEgress egress, NamespaceScope scope) {
        EgressHosts hosts = new EgressHosts(egress.hosts(), scope.namespace());
        Optional<String> bind = bind(egress);
        Optional<Port> port = egress.port().map(declared -> port(declared, bind));
        List<MeshService> imported = new ArrayList<>();
        for (MeshService service : scope.services()) {
            hosts.imported(service).flatMap(each -> trimmed(each, port)).ifPresent(imported::add);
        }
        List<MeshVirtualService> virtualServices = scope.virtualServices(VirtualServiceSpec.MESH_GATEWAY, true).stream()
                .filter(hosts::imports)
                .toList();
        return new EgressListener(port, bind, oneNamespacePerHostname(imported, scope.namespace()), virtualServices);
    }

    /** {@return the address that the listener binds; a listener outside of the capture binds the loopback address} */
    private static Optional<String> bind(SidecarEgress egress) {
        Optional<String> written = egress.bind().filter(bind -> !bind.isEmpty());
        boolean captured = egress.captureMode().orElse(CaptureMode.DEFAULT) != CaptureMode.NONE;
        return written.isPresent() || captured ? written : Optional.of(LOOPBACK);
    }

    /** {@return whether only services with the listener's port are imported} */
    static boolean matchesPort(Optional<Port> port) {
        return port.filter(each -> each.number() != 0 && each.protocol() != PortProtocol.HTTP_PROXY)
                .isPresent();
    }

    private static Port port(SidecarPort port, Optional<String> bind) {
        return new Port(
                port.number().orElse(0), PortProtocol.parse(port.protocol().orElse("")), bind);
    }

    private static Optional<MeshService> trimmed(MeshService service, Optional<Port> port) {
        return matchesPort(port) ? ServicePorts.only(service, port.orElseThrow().number()) : Optional.of(service);
    }

    private static List<MeshService> oneNamespacePerHostname(List<MeshService> services, String ownNamespace) {
        Map<String, MeshService> chosen = new LinkedHashMap<>();
        for (MeshService service : services) {
            chosen.merge(
                    service.hostname(),
                    service,
                    (current, other) -> prefers(other, current, ownNamespace) ? other : current);
        }
        return services.stream()
                .filter(service -> chosen.getOrDefault(service.hostname(), service)
                        .namespace()
                        .equals(service.namespace()))
                .toList();
    }

    private static boolean prefers(MeshService service, MeshService current, String ownNamespace) {
        if (current.namespace().equals(ownNamespace)) {
            return false;
        }
        return service.namespace().equals(ownNamespace)
                || (service.registry() == Registry.KUBERNETES && current.registry() != Registry.KUBERNETES);
    }
}
