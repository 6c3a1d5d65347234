package io.eastwest.routing.table;

import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.scalar.IpBlock;
import io.eastwest.routing.scope.EgressListener;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import java.util.List;
import java.util.Optional;

/** Tells which rules of VirtualServices a sidecar has for connections to one address, by making their filter chains once more. */
final class ChainTrace {
    private final ProxyScope scope;
    private final String address;
    private final int port;
    private final TraceSink sink;

    ChainTrace(ProxyScope scope, String address, int port, TraceSink sink) {
        this.scope = scope;
        this.address = address;
        this.port = port;
        this.sink = sink;
    }

    void tell() {
        for (EgressListener egress : scope.egressListeners()) {
            for (MeshService service : egress.services()) {
                service.port(port)
                        .filter(each -> !each.protocol().isHttp() && isAt(service))
                        .ifPresent(each -> tell(egress, service, each));
            }
        }
    }

    private boolean isAt(MeshService service) {
        List<String> own = ServiceAddresses.all(service, scope.proxy());
        return ServiceAddresses.isUnspecified(ServiceAddresses.primary(service, scope.proxy()))
                || own.stream().anyMatch(this::holds)
                || scope.view().endpoints(service).stream()
                        .anyMatch(endpoint -> endpoint.address().equals(address));
    }

    private boolean holds(String range) {
        Optional<IpBlock> dialled = IpBlock.parse(address);
        return range.equals(address)
                || IpBlock.parse(range)
                        .filter(block -> dialled.filter(block::contains).isPresent())
                        .isPresent();
    }

    private void tell(EgressListener egress, MeshService service, MeshServicePort declared) {
        VirtualServiceTrace trace = VirtualServiceTrace.of(List.of(service.hostname()), sink);
        scope.traceAbsentRules(VirtualServiceSpec.MESH_GATEWAY, egress.virtualServices(), trace::wants, trace::left);
        new OutboundChains(scope, trace)
                .of(service, declared, ServiceAddresses.wildcard(scope.proxy()), List.of(), egress.virtualServices());
    }
}
