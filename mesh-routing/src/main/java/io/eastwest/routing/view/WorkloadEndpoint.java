package io.eastwest.routing.view;

import java.util.Map;
import java.util.Optional;

/** An endpoint that shares all but address, port and state with the other endpoints of its workload. */
record WorkloadEndpoint(
        Workload workload,
        String address,
        int port,
        String portName,
        int servicePort,
        String network,
        EndpointState state)
        implements ServiceEndpoint {
    /** Makes an endpoint that belongs to a port by name. */
    WorkloadEndpoint(
            Workload workload, String address, int port, String portName, String network, EndpointState state) {
        this(workload, address, port, portName, 0, network, state);
    }

    @Override
    public Map<String, String> labels() {
        return workload.labels();
    }

    @Override
    public String locality() {
        return workload.locality();
    }

    @Override
    public String cluster() {
        return workload.cluster();
    }

    @Override
    public long weight() {
        return workload.weight();
    }

    @Override
    public boolean mutualTls() {
        return workload.mutualTls();
    }

    @Override
    public Optional<String> nodeName() {
        return workload.node().isEmpty() ? Optional.empty() : Optional.of(workload.node());
    }

    @Override
    public String namespace() {
        return workload.namespace();
    }

    @Override
    public String serviceAccount() {
        return workload.serviceAccount();
    }

    @Override
    public Optional<String> owner() {
        return workload.owner();
    }

    @Override
    public TunnelProtocol tunnel() {
        return workload.tunnel();
    }

    /** Only a ServiceEntry gives the number of its port. */
    @Override
    public Registry registry() {
        return servicePort == 0 ? Registry.KUBERNETES : Registry.EXTERNAL;
    }

    @Override
    public boolean draining() {
        return workload.draining();
    }
}
