package io.eastwest.routing.gateway;

import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Says which tcp and tls matches of one VirtualService are for a server, and tells why not the others. */
final class ServerRuleSteps {
    private static final TraceStep.Stage STAGE = TraceStep.Stage.VIRTUAL_SERVICE;

    private final TraceSink trace;
    private final MeshVirtualService virtualService;
    private final BoundServer server;

    ServerRuleSteps(TraceSink trace, MeshVirtualService virtualService, BoundServer server) {
        this.trace = trace;
        this.virtualService = virtualService;
        this.server = server;
    }

    /** {@return where a match of a rule is written} */
    static Origin match(Origin rule, int index) {
        return new Origin(rule.resource(), rule.path() + ".match[" + index + "]");
    }

    /** {@return whether a match is for the server; told either way} */
    boolean applies(Origin origin, OptionalInt port, List<String> gateways) {
        boolean fits = fits(origin, port, gateways);
        if (fits && trace.isRecording()) {
            trace.taken(STAGE, origin.path(), "every connection", Optional.of(origin.resource()), origin.path());
        }
        return fits;
    }

    /** {@return whether a match may be for the server; told when it is not} */
    boolean fits(Origin origin, OptionalInt port, List<String> gateways) {
        int own = server.server().port().number();
        String reference = server.gateway().reference();
        if (port.orElse(0) != 0 && port.getAsInt() != own) {
            left(origin, new Mismatch("port", Integer.toString(port.getAsInt()), Integer.toString(own)));
            return false;
        }
        if (!gateways.isEmpty() && !gateways.contains(reference)) {
            left(origin, new Mismatch("gateways", "one of " + gateways, reference));
            return false;
        }
        return true;
    }

    /** Tells of a match for some names, of which another may be for one already. */
    void claims(Origin origin, List<String> names, boolean first) {
        if (first && trace.isRecording()) {
            trace.taken(STAGE, origin.path(), "SNI " + names, Optional.of(origin.resource()), origin.path());
        } else if (!first) {
            left(origin, new Mismatch("a match before it has one of its sniHosts", "", ""));
        }
    }

    /** Tells of a rule behind one that takes every connection. */
    void late(Origin origin) {
        left(origin, new Mismatch("a rule before it takes every connection", "", ""));
    }

    private void left(Origin origin, Mismatch why) {
        if (trace.isRecording()) {
            trace.left(STAGE, origin.path(), why, Optional.of(virtualService.resource()), origin.path());
        }
    }
}
