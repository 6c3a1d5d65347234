package io.eastwest.routing.view;

import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A proxy: a sidecar of a pod, or a gateway. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface MeshProxy {
    /** {@return {@code <cluster>/<namespace>/<pod>}} */
    String id();

    /** {@return kind of proxy} */
    Kind kind();

    /** {@return cluster id} */
    String cluster();

    /** {@return namespace} */
    String namespace();

    /** {@return pod name} */
    String name();

    /** {@return labels with istiod's augmentation} */
    Map<String, String> labels();

    /** {@return annotations of the pod} */
    Map<String, String> annotations();

    /** {@return pod IPs} */
    List<String> addresses();

    /** {@return raw locality text} */
    String locality();

    /** {@return network that the proxy reports; empty: none} */
    String network();

    /** {@return node} */
    Optional<String> nodeName();

    /** {@return name of the service account} */
    String serviceAccount();

    /** {@return networks the proxy asks for (ISTIO_META_REQUESTED_NETWORK_VIEW); empty: all} */
    List<String> requestedNetworkView();

    /** {@return whether the gateway pod cannot bind ports below 1024 (ISTIO_META_UNPRIVILEGED_POD)} */
    @Value.Default
    default boolean unprivileged() {
        return false;
    }

    /** {@return declared container ports} */
    List<Integer> containerPorts();

    /** Kind of a proxy. */
    enum Kind {
        /** A sidecar. */
        SIDECAR,

        /** A gateway. */
        ROUTER,

        /** A waypoint. */
        WAYPOINT
    }

    /** {@return whether it is an east-west gateway of ambient mode, which is a kind of waypoint} */
    default boolean isEastWestGateway() {
        return "istio.io-eastwest-controller".equals(labels().get("gateway.istio.io/managed"));
    }

    /** {@return the DNS domain, {@code <namespace>.svc.<suffix>}} */
    @Value.Default
    default String dnsDomain() {
        return namespace() + ".svc.cluster.local";
    }

    /**
     * {@return the answer to a question}
     *
     * @param <T> type of the answer
     * @param question the question
     */
    default <T> T ask(ProxyQuestion<T> question) {
        return question.of(this);
    }

    /** {@return a builder that starts from this value} */
    default MeshProxyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static MeshProxyBuilder builder() {
        return new MeshProxyBuilder();
    }
}
