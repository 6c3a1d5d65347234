package io.eastwest.routing;

import io.eastwest.model.scalar.GoDuration;
import java.time.Duration;

/**
 * One thing that happens: something is broken, or new. {@code toString()} tells it to people, {@link #notation()} writes it as
 * {@link Conditions#parse} reads it.
 *
 * <p>Names are compared as they are written. A name is not empty and holds neither blanks nor semicolons, which no name of
 * Kubernetes does.
 */
public sealed interface Condition {
    /** {@return the condition as {@link Conditions#parse} reads it, such as {@code cluster cluster-1 down}} */
    String notation();

    /**
     * All pods of a cluster do not answer, its gateways and its control plane neither.
     *
     * @param cluster the cluster
     */
    record ClusterDown(String cluster) implements Condition {
        /**
         * Checks the name.
         *
         * @param cluster the cluster
         */
        public ClusterDown {
            ConditionNames.check("cluster", cluster);
        }

        @Override
        public String notation() {
            return "cluster " + cluster + " down";
        }

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
        /**
         * Checks the names.
         *
         * @param cluster the cluster
         * @param namespace the namespace
         * @param workload the workload
         */
        public WorkloadDown {
            ConditionNames.checkParts("workload", cluster, namespace, workload);
        }

        @Override
        public String notation() {
            return "workload " + cluster + "/" + namespace + "/" + workload + " down";
        }

        @Override
        public String toString() {
            return "workload " + cluster + "/" + namespace + "/" + workload + " is down";
        }
    }

    /**
     * A pod or WorkloadEntry does not answer. A pod of a gateway takes its part of the gateway's addresses with it, a
     * ztunnel (label {@code app: ztunnel}) the pods of ambient mode on its node.
     *
     * @param pod {@code <cluster>/<namespace>/<pod>}
     */
    record PodDown(String pod) implements Condition {
        /**
         * Checks the name.
         *
         * @param pod {@code <cluster>/<namespace>/<pod>}
         */
        public PodDown {
            ConditionNames.checkCount("pod", pod, 3);
        }

        @Override
        public String notation() {
            return "pod " + pod + " down";
        }

        @Override
        public String toString() {
            return "pod " + pod + " is down";
        }
    }

    /**
     * An address does not answer. It may lie outside of the mesh, so it is not looked up: an address that nobody has breaks
     * nothing.
     *
     * @param address {@code ip:port}, {@code [v6]:port} or {@code name:port}, as proxies get it
     */
    record EndpointDown(String address) implements Condition {
        /**
         * Checks the form.
         *
         * @param address {@code host:port}
         */
        public EndpointDown {
            ConditionNames.checkAddress(address);
        }

        @Override
        public String notation() {
            return "endpoint " + address + " down";
        }

        @Override
        public String toString() {
            return "endpoint " + address + " is down";
        }
    }

    /**
     * All pods on a node do not answer, pods of gateways and the ztunnel among them.
     *
     * @param cluster the cluster
     * @param node name of the node
     */
    record NodeDown(String cluster, String node) implements Condition {
        /**
         * Checks the names.
         *
         * @param cluster the cluster
         * @param node name of the node
         */
        public NodeDown {
            ConditionNames.checkParts("node", cluster, node);
        }

        @Override
        public String notation() {
            return "node " + cluster + "/" + node + " down";
        }

        @Override
        public String toString() {
            return "node " + cluster + "/" + node + " is down";
        }
    }

    /**
     * All pods of a locality do not answer, in whatever cluster they run. What is no workload of the mesh is not meant.
     *
     * @param locality {@code region}, {@code region/zone} or {@code region/zone/subzone}
     */
    record LocalityDown(String locality) implements Condition {
        /**
         * Checks the form.
         *
         * @param locality {@code region}, {@code region/zone} or {@code region/zone/subzone}
         */
        public LocalityDown {
            ConditionNames.checkLocality(locality);
        }

        @Override
        public String notation() {
            return ConditionNames.levelOf(locality) + " " + locality + " down";
        }

        @Override
        public String toString() {
            return "locality " + locality + " is down";
        }
    }

    /**
     * A network carries nothing: its workloads do not answer, and nobody gets into it by its gateways.
     *
     * @param network the network
     */
    record NetworkDown(String network) implements Condition {
        /**
         * Checks the name.
         *
         * @param network the network
         */
        public NetworkDown {
            ConditionNames.check("network", network);
        }

        @Override
        public String notation() {
            return "network " + network + " down";
        }

        @Override
        public String toString() {
            return "network " + network + " is down";
        }
    }

    /**
     * One address of a gateway does not answer. Control planes do not check gateways and go on sending it (istio 1.30.3
     * {@code pilot/pkg/serviceregistry/kube/controller/network.go}); for one of several pods behind an address see
     * {@link PodDown}.
     *
     * @param address IP address or host name, without port
     */
    record GatewayDown(String address) implements Condition {
        /**
         * Checks the name.
         *
         * @param address IP address or host name
         */
        public GatewayDown {
            ConditionNames.check("gateway", address);
        }

        @Override
        public String notation() {
            return "gateway " + address + " down";
        }

        @Override
        public String toString() {
            return "gateway " + address + " is down";
        }
    }

    /**
     * The gateways of a network do not answer.
     *
     * @param network the network
     */
    record GatewaysDown(String network) implements Condition {
        /**
         * Checks the name.
         *
         * @param network the network
         */
        public GatewaysDown {
            ConditionNames.check("network", network);
        }

        @Override
        public String notation() {
            return "gateways " + network + " down";
        }

        @Override
        public String toString() {
            return "gateways of network " + network + " are down";
        }
    }

    /**
     * Two networks do not reach each other, neither gateways nor workloads. It does not matter which is named first.
     *
     * @param one a network, the first by name
     * @param other another network
     */
    record LinkCut(String one, String other) implements Condition {
        /**
         * Checks the names and sorts them.
         *
         * @param one a network
         * @param other another network
         */
        public LinkCut {
            ConditionNames.check("network", one);
            ConditionNames.check("network", other);
            if (one.compareTo(other) > 0) {
                String first = other;
                other = one;
                one = first;
            }
        }

        /** {@return whether it parts two networks} */
        boolean joins(String left, String right) {
            return (one.equals(left) && other.equals(right)) || (one.equals(right) && other.equals(left));
        }

        @Override
        public String notation() {
            return "link " + one + " " + other + " cut";
        }

        @Override
        public String toString() {
            return "link between " + one + " and " + other + " is cut";
        }
    }

    /**
     * The control plane of a cluster does not answer. Proxies that run keep their last configuration and their certificates,
     * so no decision changes; a decision tells what stops. Certificates live 24 hours and are renewed after half of it, so
     * the first of them end after about 12 hours: see {@link CertificateExpired}.
     *
     * @param cluster cluster that runs the control plane
     */
    record ControlPlaneDown(String cluster) implements Condition {
        /**
         * Checks the name.
         *
         * @param cluster cluster that runs the control plane
         */
        public ControlPlaneDown {
            ConditionNames.check("cluster", cluster);
        }

        @Override
        public String notation() {
            return "control-plane " + cluster + " down";
        }

        @Override
        public String toString() {
            return "control plane of " + cluster + " is down";
        }
    }

    /**
     * The certificates of all pods of a workload in one cluster have expired. New connections with mutual TLS or HBONE fail
     * in the handshake, whether such a pod is the client or the server: the other side refuses the certificate. Plain text
     * goes on.
     *
     * @param cluster the cluster
     * @param namespace the namespace
     * @param workload the workload, as in {@link Caller#workload()}
     */
    record CertificateExpired(String cluster, String namespace, String workload) implements Condition {
        /**
         * Checks the names.
         *
         * @param cluster the cluster
         * @param namespace the namespace
         * @param workload the workload
         */
        public CertificateExpired {
            ConditionNames.checkParts("certificate", cluster, namespace, workload);
        }

        @Override
        public String notation() {
            return "certificate " + cluster + "/" + namespace + "/" + workload + " expired";
        }

        @Override
        public String toString() {
            return "certificate of workload " + cluster + "/" + namespace + "/" + workload + " has expired";
        }
    }

    /**
     * The intermediate certificate with which the control plane of a cluster signs has expired, and with it the chain of
     * every workload that this control plane serves, in all its clusters: as {@link CertificateExpired} for each. A signed
     * certificate never outlives its signer (istio 1.30.3 {@code security/pkg/pki/util/generate_cert.go}).
     *
     * @param cluster cluster that runs the control plane
     */
    record AuthorityExpired(String cluster) implements Condition {
        /**
         * Checks the name.
         *
         * @param cluster cluster that runs the control plane
         */
        public AuthorityExpired {
            ConditionNames.check("cluster", cluster);
        }

        @Override
        public String notation() {
            return "authority " + cluster + " expired";
        }

        @Override
        public String toString() {
            return "certificate authority of " + cluster + " has expired";
        }
    }

    /**
     * The outlier detection of one proxy has ejected a host of one of its clusters. The host goes on answering whoever calls it:
     * other proxies, other clusters of the proxy, and the proxy itself when it has too few other hosts (panic).
     *
     * @param proxy pod of the proxy, {@code <cluster>/<namespace>/<pod>}
     * @param cluster name of the Envoy cluster, such as {@code outbound|80||api.shop.svc.cluster.local}
     * @param address {@code ip:port} of the host, as the proxy gets it
     */
    record HostEjected(String proxy, String cluster, String address) implements Condition {
        /**
         * Checks the forms.
         *
         * @param proxy pod of the proxy
         * @param cluster name of the Envoy cluster
         * @param address {@code ip:port} of the host
         */
        public HostEjected {
            ConditionNames.checkCount("pod", proxy, 3);
            ConditionNames.check("cluster", cluster);
            ConditionNames.checkAddress(address);
        }

        @Override
        public String notation() {
            return "host " + proxy + " " + cluster + " " + address + " ejected";
        }

        @Override
        public String toString() {
            return proxy + " has ejected " + address + " from " + cluster;
        }
    }

    /**
     * An endpoint joined a short time ago: it answers, but where {@code warmup} is configured for a cluster with ROUND_ROBIN or
     * LEAST_REQUEST it gets less than its weight until the window is over. It joined every proxy that has it at the same time.
     * Endpoints of which nothing is said joined long ago.
     *
     * @param address {@code ip:port} of an endpoint, as proxies get it
     * @param age time since then, 0 or more, in whole milliseconds
     */
    record EndpointJoined(String address, Duration age) implements Condition {
        private static final long LONGEST_DAYS = 3_650;

        /**
         * Checks the form.
         *
         * @param address {@code ip:port} of an endpoint
         * @param age time since then
         */
        public EndpointJoined {
            ConditionNames.checkAddress(address);
            if (age.isNegative()
                    || age.compareTo(Duration.ofDays(LONGEST_DAYS)) > 0
                    || !age.equals(Duration.ofMillis(age.toMillis()))) {
                throw new IllegalArgumentException(
                        "an age is 0 to 10 years long, in whole milliseconds, but this is " + age);
            }
        }

        @Override
        public String notation() {
            return "joined " + address + " " + GoDuration.format(age) + " ago";
        }

        @Override
        public String toString() {
            return "endpoint " + address + " joined " + GoDuration.format(age) + " ago";
        }
    }
}
