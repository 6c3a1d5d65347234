package io.eastwest.routing;

/** One thing that is broken. */
public sealed interface Condition {
    /**
     * All pods of a cluster do not answer.
     *
     * @param cluster the cluster
     */
    record ClusterDown(String cluster) implements Condition {
        @Override
        public String toString() {
            return "cluster " + cluster + " is down";
        }
    }

    /**
     * All pods of a workload in one cluster do not answer.
     *
     * @param cluster the cluster
     * @param namespace the namespace
     * @param workload the workload, as in {@link Caller#workload()}
     */
    record WorkloadDown(String cluster, String namespace, String workload) implements Condition {
        @Override
        public String toString() {
            return "workload " + cluster + "/" + namespace + "/" + workload + " is down";
        }
    }

    /**
     * A pod does not answer.
     *
     * @param pod {@code <cluster>/<namespace>/<pod>}
     */
    record PodDown(String pod) implements Condition {
        @Override
        public String toString() {
            return "pod " + pod + " is down";
        }
    }

    /**
     * An address does not answer.
     *
     * @param address {@code ip:port}
     */
    record EndpointDown(String address) implements Condition {
        @Override
        public String toString() {
            return "endpoint " + address + " is down";
        }
    }

    /**
     * All pods of a locality do not answer.
     *
     * @param locality {@code region} or {@code region/zone}
     */
    record LocalityDown(String locality) implements Condition {
        @Override
        public String toString() {
            return "locality " + locality + " is down";
        }
    }

    /**
     * The gateways of a network do not answer.
     *
     * @param network the network
     */
    record GatewaysDown(String network) implements Condition {
        @Override
        public String toString() {
            return "gateways of network " + network + " are down";
        }
    }

    /**
     * Two networks do not reach each other's gateways.
     *
     * @param one a network
     * @param other another network
     */
    record LinkCut(String one, String other) implements Condition {
        @Override
        public String toString() {
            return "link between " + one + " and " + other + " is cut";
        }
    }
}
