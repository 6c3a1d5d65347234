package io.eastwest.routing.endpoints;

import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.NetworkGatewayAddress;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Tells which endpoints a proxy gets, and why not the others. Used by one search only. */
final class EndpointSteps {
    private static final TraceStep.Stage STAGE = TraceStep.Stage.DISCOVERY;

    private final EndpointQuery query;
    private final TraceSink trace;

    EndpointSteps(EndpointQuery query, TraceSink trace) {
        this.query = query;
        this.trace = trace;
    }

    boolean isRecording() {
        return trace.isRecording();
    }

    /** An endpoint of the service is of another subset. */
    void otherLabels(ServiceEndpoint endpoint) {
        TreeMap<String, String> labels = new TreeMap<>(endpoint.labels());
        labels.keySet().retainAll(query.subsetLabels().keySet());
        String wanted = new TreeMap<>(query.subsetLabels()).toString();
        left(endpoint, new Mismatch("subset labels", wanted, labels.toString()));
    }

    void left(ServiceEndpoint endpoint, EndpointObstacle obstacle) {
        if (trace.isRecording()) {
            left(endpoint, mismatch(endpoint, obstacle));
        }
    }

    private void left(ServiceEndpoint endpoint, Mismatch why) {
        trace.left(STAGE, name(endpoint), why, Optional.of(query.service().resource()), "");
    }

    private static String name(ServiceEndpoint endpoint) {
        String address = AddressText.of(endpoint.address(), endpoint.port());
        return endpoint.owner().map(owner -> owner + " " + address).orElse(address);
    }

    private Mismatch mismatch(ServiceEndpoint endpoint, EndpointObstacle obstacle) {
        MeshProxy proxy = query.proxy();
        return switch (obstacle) {
            case OTHER_NODE ->
                new Mismatch(
                        "node",
                        text(proxy.nodeName()) + " as internalTrafficPolicy is Local",
                        text(endpoint.nodeName()));
            case OUT_OF_VIEW -> new Mismatch("network", "one of " + proxy.requestedNetworkView(), endpoint.network());
            case CLUSTER_LOCAL ->
                new Mismatch("cluster", proxy.cluster() + " as the service is cluster-local", endpoint.cluster());
            case NOT_DISCOVERABLE ->
                new Mismatch("cluster", proxy.cluster() + ", or a ServiceExport", endpoint.cluster());
            case NO_ADDRESS -> new Mismatch("address", "an address, or a gateway of its network", "none");
            case STATE ->
                new Mismatch(
                        "state",
                        "HEALTHY",
                        endpoint.draining() ? "DRAINING" : endpoint.state().name());
            case NOT_GLOBAL ->
                new Mismatch("cluster", proxy.cluster() + " as the service is not global", endpoint.cluster());
            case NO_GATEWAY ->
                new Mismatch("network", text(proxy.network()) + ", or one with a gateway", endpoint.network());
            case NO_MUTUAL_TLS -> new Mismatch("mutual TLS", "on, as it is on network " + endpoint.network(), "off");
        };
    }

    private static String text(Optional<String> value) {
        return value.orElse("none");
    }

    private static String text(String value) {
        return value.isEmpty() ? "none" : value;
    }

    /** An endpoint of another network is stood for by gateways. */
    void behind(ServiceEndpoint endpoint, List<NetworkGatewayAddress> gateways) {
        if (trace.isRecording()) {
            List<String> addresses =
                    gateways.stream().map(NetworkGatewayAddress::address).toList();
            trace.taken(
                    STAGE,
                    name(endpoint),
                    "network " + endpoint.network() + ", behind gateways " + addresses,
                    Optional.of(query.service().resource()),
                    "");
        }
    }

    /** The endpoints that are sent at last. */
    void sent(List<EndpointGroup> sent, List<EndpointGroup> before) {
        if (!trace.isRecording()) {
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            List<GroupMember> kept = sent.get(i).members();
            for (GroupMember member : before.get(i).members()) {
                LbEndpoint endpoint = member.endpoint();
                String name = endpoint.owner()
                        .map(owner -> owner + " " + endpoint.address())
                        .orElse(endpoint.address());
                if (kept.contains(member)) {
                    trace.taken(
                            STAGE,
                            name,
                            how(endpoint),
                            Optional.of(query.service().resource()),
                            "");
                } else {
                    Mismatch why = new Mismatch("mutual TLS", "on, as the proxy passes TLS on", "off");
                    trace.left(STAGE, name, why, Optional.of(query.service().resource()), "");
                }
            }
        }
    }

    private static String how(LbEndpoint endpoint) {
        String health = endpoint.health().name();
        String secured = endpoint.tunnel() ? "in a tunnel" : endpoint.mutualTls() ? "mutual TLS" : "no mutual TLS";
        String gateway = endpoint.gateway()
                .map(hop -> ", gateway of network " + hop.network())
                .orElse("");
        return "sent: " + health + ", weight " + endpoint.weight() + ", " + secured + gateway;
    }
}
