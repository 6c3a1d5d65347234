package io.eastwest.routing.table;

import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;
import java.util.Optional;

/** Tells which rules of VirtualServices a proxy gets for the hosts of one call, and why not the others. Used by one call only. */
public final class VirtualServiceTrace {
    /** Tells nothing. */
    static final VirtualServiceTrace NONE = new VirtualServiceTrace(List.of(), TraceSink.NONE);

    private static final TraceStep.Stage STAGE = TraceStep.Stage.VIRTUAL_SERVICE;

    private final List<String> hosts;
    private final TraceSink trace;

    private VirtualServiceTrace(List<String> hosts, TraceSink trace) {
        this.hosts = hosts;
        this.trace = trace;
    }

    /**
     * {@return a trace of what is for some hosts}
     *
     * @param hosts the hosts that a call is for, in lower case
     * @param trace takes the steps
     */
    public static VirtualServiceTrace of(List<String> hosts, TraceSink trace) {
        return new VirtualServiceTrace(List.copyOf(hosts), trace);
    }

    /**
     * {@return whether a VirtualService may be for the call}
     *
     * @param virtualService a VirtualService
     */
    public boolean wants(MeshVirtualService virtualService) {
        return trace.isRecording()
                && virtualService.hosts().stream()
                        .anyMatch(host -> hosts.stream().anyMatch(wanted -> Hostname.matches(host, wanted)));
    }

    /**
     * {@return what takes the steps of a VirtualService}
     *
     * @param virtualService a VirtualService
     */
    public TraceSink sink(MeshVirtualService virtualService) {
        return wants(virtualService) ? trace : TraceSink.NONE;
    }

    /**
     * Tells that a VirtualService does not count.
     *
     * @param virtualService a VirtualService
     * @param why why
     */
    public void left(MeshVirtualService virtualService, Mismatch why) {
        if (wants(virtualService)) {
            trace.left(STAGE, name(virtualService), why, Optional.of(virtualService.resource()), "");
        }
    }

    /**
     * Tells that a VirtualService has no rule here.
     *
     * @param virtualService a VirtualService
     * @param port port of the listener or server
     */
    public void empty(MeshVirtualService virtualService, int port) {
        if (wants(virtualService)) {
            left(virtualService, new Mismatch("http", "a rule for this proxy and port " + port, "none"));
        }
    }

    /** Tells that a host keeps the rules of what comes first. */
    void shadowed(String host, Origin origin, Origin owner) {
        if (isFor(host)) {
            trace.left(
                    STAGE,
                    origin.resource().toString(),
                    new Mismatch("host " + host, "not taken by one before it", "taken by " + owner.resource()),
                    Optional.of(origin.resource()),
                    origin.path());
        }
    }

    /**
     * Tells whose rules a host has.
     *
     * @param host the host
     * @param origin the VirtualService, or the service with its default route
     */
    public void taken(String host, Origin origin) {
        if (isFor(host)) {
            trace.taken(
                    STAGE,
                    origin.resource().toString(),
                    "rules of host " + host,
                    Optional.of(origin.resource()),
                    origin.path());
        }
    }

    private boolean isFor(String host) {
        return trace.isRecording() && hosts.stream().anyMatch(wanted -> Hostname.matches(host, wanted));
    }

    private static String name(MeshVirtualService virtualService) {
        return virtualService.resource().toString();
    }
}
