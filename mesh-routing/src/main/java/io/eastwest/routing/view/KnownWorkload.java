package io.eastwest.routing.view;

import java.util.List;
import java.util.Map;

/**
 * A workload as others see it.
 *
 * @param workload the workload
 * @param ambient whether its control plane serves ambient mode
 */
record KnownWorkload(Workload workload, boolean ambient) implements WorkloadInstance {
    @Override
    public String cluster() {
        return workload.cluster();
    }

    @Override
    public String namespace() {
        return workload.namespace();
    }

    @Override
    public String name() {
        return workload.name();
    }

    @Override
    public Map<String, String> labels() {
        return workload.labels();
    }

    @Override
    public List<String> addresses() {
        return workload.addresses();
    }

    @Override
    public String network() {
        return workload.network();
    }

    @Override
    public String locality() {
        return workload.locality();
    }

    @Override
    public String serviceAccount() {
        return workload.serviceAccount();
    }

    @Override
    public boolean mutualTls() {
        return workload.mutualTls();
    }

    @Override
    public TunnelProtocol tunnel() {
        return ambient ? workload.tunnel() : TunnelProtocol.NONE;
    }

    @Override
    public boolean sidecar() {
        return workload.mutualTls()
                || workload.pod().filter(AmbientCapture::hasSidecar).isPresent();
    }

    @Override
    public boolean pod() {
        return workload.isPod();
    }

    @Override
    public boolean hostNetwork() {
        return workload.hostNetwork();
    }

    @Override
    public String node() {
        return workload.node();
    }
}
