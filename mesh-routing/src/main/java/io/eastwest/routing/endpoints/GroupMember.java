package io.eastwest.routing.endpoints;

import io.eastwest.routing.envoy.LbEndpoint;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An endpoint of a group with what the choice of its priority looks at.
 *
 * @param endpoint the endpoint as it is sent
 * @param labels labels of the workload; of a gateway only its cluster and network
 */
public record GroupMember(LbEndpoint endpoint, SortedMap<String, String> labels) {
    /**
     * Copies the labels.
     *
     * @param endpoint the endpoint as it is sent
     * @param labels labels of the workload
     */
    public GroupMember {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
}
