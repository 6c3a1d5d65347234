package io.eastwest.routing.ztunnel;

import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.ambient.AmbientWorkload;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.trace.TraceSink;

/**
 * The ztunnel of one workload: it answers what happens to a connection, given what its control plane sent. Answers depend on
 * the arguments alone. Thread-safe.
 */
public final class Ztunnel {
    private final AmbientIndex index;
    private final AmbientWorkload workload;

    private Ztunnel(AmbientIndex index, AmbientWorkload workload) {
        this.index = index;
        this.workload = workload;
    }

    /**
     * The ztunnel of a workload.
     *
     * @param index what its control plane sent
     * @param workload the workload
     * @return its ztunnel
     */
    public static Ztunnel of(AmbientIndex index, AmbientWorkload workload) {
        return new Ztunnel(index, workload);
    }

    /** {@return the workload} */
    public AmbientWorkload workload() {
        return workload;
    }

    /**
     * What happens to a connection that the workload opens.
     *
     * @param connection the connection: the address and port that were dialled
     * @param trace takes the steps of the decision
     * @return where it is sent
     */
    public ZtunnelAnswer outbound(Connection connection, TraceSink trace) {
        return new ZtunnelOutbound(index, workload, connection, trace).answer();
    }

    /**
     * What happens to a connection that arrives without a tunnel.
     *
     * @param connection the connection; its destination port is the container port
     * @param trace takes the steps of the decision
     * @return whether the workload gets it
     */
    public ZtunnelAnswer plaintext(Connection connection, TraceSink trace) {
        return new ZtunnelInbound(index, workload, trace).plaintext(connection);
    }

    /**
     * What happens to a connection that arrives in a tunnel.
     *
     * @param connection the tunnel: its source and the certificate of its client
     * @param authority what the tunnel is asked to reach, {@code ip:port} or {@code host:port}
     * @param trace takes the steps of the decision
     * @return whether the workload gets it
     */
    public ZtunnelAnswer hbone(Connection connection, String authority, TraceSink trace) {
        return new ZtunnelInbound(index, workload, trace).hbone(connection, authority);
    }
}
