package io.eastwest.routing.parity;

import io.eastwest.model.issue.Issue;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.ProxyRouter;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.proxy.EndpointConditions;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.trace.TraceSink;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The routing engine as a user calls it. */
final class RouterEngine implements ParityEngine {
    @Override
    public CompiledMesh compile(ParityCase parityCase) {
        return compile(MeshOfCase.read(parityCase));
    }

    static CompiledMesh compile(MeshOfCase mesh) {
        return new RoutedMesh(mesh, MeshRouter.of(mesh.snapshot()));
    }

    private record RoutedMesh(MeshOfCase mesh, MeshRouter router) implements CompiledMesh {
        @Override
        public ProxyAnswer answer(ParityCall call, TraceSink trace) {
            String pod = mesh.addressOf(call);
            String dialled = call.leg() == ProxyLeg.OUTBOUND ? dialled(call) : pod;
            Connection connection = ConnectionOfCall.of(call, pod, dialled);
            EndpointConditions conditions = new EjectedEndpoints(call.unhealthy());
            ProxyRouter proxy = router.proxy(call.proxy());
            return switch (call.leg()) {
                case OUTBOUND -> proxy.outbound(connection, call.http(), conditions, trace);
                case INBOUND -> proxy.inbound(connection, call.http(), conditions, trace);
                case GATEWAY -> proxy.gateway(connection, call.http(), conditions, trace);
            };
        }

        @Override
        public List<String> findings() {
            return Stream.concat(
                            mesh.findings().stream(), router.issues().stream().map(Issue::toString))
                    .toList();
        }

        private String dialled(ParityCall call) {
            return call.address()
                    .or(() -> resolved(call))
                    .orElseThrow(() -> new IllegalArgumentException(
                            call.host().orElse("no host") + " resolves to no address for " + call.proxy()));
        }

        private Optional<String> resolved(ParityCall call) {
            return call.host().stream()
                    .flatMap(host -> router.resolve(call.proxy(), host).stream())
                    .findFirst();
        }
    }
}
