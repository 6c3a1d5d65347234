package io.eastwest.routing.security;

import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.routing.envoy.Origin;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The PeerAuthentication mode of one workload. Never {@link MutualTlsMode#UNSET}.
 *
 * @param mode mode of ports that have none of their own
 * @param ports modes of single ports of the workload, by container port
 * @param origins the resources that decide, the outermost first; empty: the default of istiod
 */
public record WorkloadMutualTls(MutualTlsMode mode, SortedMap<Integer, MutualTlsMode> ports, List<Origin> origins) {
    /**
     * Copies the collections.
     *
     * @param mode mode of ports that have none of their own
     * @param ports modes of single ports
     * @param origins the resources that decide
     */
    public WorkloadMutualTls {
        ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
        origins = List.copyOf(origins);
    }

    /**
     * The mode of a port.
     *
     * @param port container port
     * @return DISABLE, PERMISSIVE or STRICT
     */
    public MutualTlsMode mode(int port) {
        return ports.getOrDefault(port, mode);
    }
}
