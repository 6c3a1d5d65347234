package io.eastwest.routing.cluster;

import io.eastwest.routing.destination.TargetCluster;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.locality.LocalityPreference;
import java.util.Optional;

/**
 * A cluster of a proxy to a service with what decides about it.
 *
 * @param target its service, port and subset, the DestinationRule and what it says there
 * @param cluster the cluster as the proxy receives it, with defaults
 * @param locality preference between localities; empty: none
 */
public record ClusterPolicy(TargetCluster target, Cluster cluster, Optional<LocalityPreference> locality) {}
