package io.eastwest.routing.ambient;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A workload as endpoint of a service.
 *
 * @param workload the workload
 * @param address address as it is dialled: an IP address, or a name that ztunnel looks up; empty text: none
 * @param ports its ports by service port
 * @param healthy whether it is ready, or need not be
 */
public record AmbientEndpoint(
        AmbientWorkload workload, String address, SortedMap<Integer, Integer> ports, boolean healthy) {
    /**
     * Copies the ports.
     *
     * @param workload the workload
     * @param address address as it is dialled
     * @param ports its ports by service port
     * @param healthy whether it is ready, or need not be
     */
    public AmbientEndpoint {
        ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
    }
}
