package io.eastwest.routing.view;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.style.RoutingValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A service as istiod models it: a Kubernetes Service merged over clusters, or one host of a ServiceEntry. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface MeshService {
    /** {@return hostname; may be a wildcard} */
    String hostname();

    /** {@return namespace} */
    String namespace();

    /** {@return name of the object} */
    String name();

    /** {@return where it comes from} */
    Registry registry();

    /** {@return the object that defines it} */
    ResourceKey resource();

    /** {@return cluster whose object defines ports and attributes} */
    String definedIn();

    /** {@return ports in order} */
    List<MeshServicePort> ports();

    /** {@return how endpoints are found} */
    Resolution resolution();

    /** {@return whether it is outside of the mesh} */
    @Value.Default
    default boolean meshExternal() {
        return false;
    }

    /** {@return virtual addresses by cluster id} */
    Map<String, List<String>> clusterAddresses();

    /** {@return addresses when the proxy's cluster has none; 0.0.0.0 means none} */
    List<String> defaultAddresses();

    /** {@return addresses allocated for DNS capture only} */
    List<String> autoAllocatedAddresses();

    /** {@return exportTo as written, trimmed; empty: mesh default} */
    List<String> exportTo();

    /** {@return labels of the object} */
    Map<String, String> labels();

    /** {@return annotations of the object} */
    Map<String, String> annotations();

    /** {@return label selector; empty: none} */
    Map<String, String> selector();

    /** {@return traffic distribution} */
    @Value.Default
    default TrafficDistribution trafficDistribution() {
        return TrafficDistribution.ANY;
    }

    /** {@return whether only endpoints of the caller's node count (internalTrafficPolicy Local)} */
    @Value.Default
    default boolean nodeLocal() {
        return false;
    }

    /** {@return whether unready pods are published} */
    @Value.Default
    default boolean publishNotReadyAddresses() {
        return false;
    }

    /** {@return creation time} */
    Instant creationTime();

    /** {@return target of an ExternalName service} */
    Optional<String> externalName();

    /** {@return hostnames of the ExternalName services that stand for this one, directly or through others} */
    List<String> aliases();

    /** {@return whether it is a Kubernetes service without cluster IP} */
    @Value.Default
    default boolean headless() {
        return false;
    }

    /** {@return subjectAltNames of a ServiceEntry} */
    List<String> subjectAltNames();

    /**
     * {@return the port of this number; one of UDP is not found, even when it comes first}. Mirrors istio 1.30.3 {@code
     * pilot/pkg/model/service.go:GetByPort}.
     *
     * @param number port number
     */
    default Optional<MeshServicePort> port(int number) {
        return ports().stream()
                .filter(port -> port.number() == number && port.protocol() != PortProtocol.UDP)
                .findFirst();
    }

    /** {@return a builder that starts from this value} */
    default MeshServiceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static MeshServiceBuilder builder() {
        return new MeshServiceBuilder();
    }
}
