package io.eastwest.routing.locality;

import java.util.List;

/** Labels by which a service that asks for near endpoints is balanced. */
final class FailoverLabels {
    private static final String NETWORK = "topology.istio.io/network";
    private static final String REGION = "topology.kubernetes.io/region";
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String SUBZONE = "topology.istio.io/subzone";
    private static final String NODE = "kubernetes.io/hostname";

    static final List<String> SAME_ZONE = List.of(NETWORK, REGION, ZONE);
    static final List<String> SAME_NODE = List.of(NETWORK, REGION, ZONE, SUBZONE, NODE);

    private FailoverLabels() {}
}
