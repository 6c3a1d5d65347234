package io.eastwest.routing.view;

import io.eastwest.routing.style.RoutingValue;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One endpoint of a service. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface ServiceEndpoint {
    /** {@return IP address, host name, {@code unix://} path, or empty} */
    String address();

    /** {@return port} */
    int port();

    /** {@return name of the service port it belongs to} */
    String portName();

    /** {@return number of the service port it belongs to, where a ServiceEntry gives the endpoint; 0: its name alone counts} */
    @Value.Default
    default int servicePort() {
        return 0;
    }

    /**
     * {@return whether it belongs to a port by what clusters look at that hold their endpoints themselves: the number where a
     * ServiceEntry gives the endpoint, else the name} Mirrors istio 1.30.3 {@code
     * pilot/pkg/model/endpointshards.go:CopyEndpoints}.
     *
     * @param port a port of its service
     */
    default boolean isOfPort(MeshServicePort port) {
        return servicePort() == 0 ? portName().equals(port.name()) : servicePort() == port.number();
    }

    /** {@return labels of the workload with istiod's augmentation} */
    Map<String, String> labels();

    /** {@return raw locality text, {@code region/zone/subzone}; may be empty or end with a slash} */
    String locality();

    /** {@return cluster id of the registry} */
    String cluster();

    /** {@return network; empty: none} */
    String network();

    /** {@return weight, 1 unless a WorkloadEntry says otherwise} */
    @Value.Default
    default long weight() {
        return 1;
    }

    /** {@return whether tlsMode is istio} */
    boolean mutualTls();

    /** {@return health as the registry sees it} */
    EndpointState state();

    /** {@return node} */
    Optional<String> nodeName();

    /** {@return namespace of the workload} */
    String namespace();

    /** {@return SPIFFE URI of the workload; empty: none} */
    String serviceAccount();

    /** {@return workload, {@code <cluster>/<namespace>/<name>}} */
    Optional<String> owner();

    /** {@return whether clusters other than its own may use it} */
    @Value.Default
    default boolean discoverable() {
        return true;
    }

    /** {@return which registry lists it: a pod that a ServiceEntry selects is listed by both} */
    @Value.Default
    default Registry registry() {
        return Registry.KUBERNETES;
    }

    /** {@return how the workload takes tunnels, where the control plane serves ambient mode} */
    @Value.Default
    default TunnelProtocol tunnel() {
        return TunnelProtocol.NONE;
    }

    /** {@return whether the pod is labelled {@code istio.io/draining}} */
    @Value.Default
    default boolean draining() {
        return false;
    }

    /** {@return a builder that starts from this value} */
    default ServiceEndpointBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static ServiceEndpointBuilder builder() {
        return new ServiceEndpointBuilder();
    }
}
