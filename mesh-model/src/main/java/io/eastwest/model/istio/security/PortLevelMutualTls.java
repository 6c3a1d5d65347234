package io.eastwest.model.istio.security;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The modes of single ports of a workload. An empty one is told from none, since Istio's admission refuses it.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/peer_authentication.proto:PeerAuthentication.
 *
 * @param ports the mode by workload port, 1..65535, in document order
 */
public record PortLevelMutualTls(@JsonValue Map<Integer, PeerMutualTls> ports) {
    /**
     * Copies the ports in their order.
     *
     * @param ports the mode by workload port, 1..65535, in document order
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PortLevelMutualTls {
        ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
    }

    /**
     * The setting of one port.
     *
     * @param number the workload port
     * @return its mode; empty when the port is not listed
     */
    public Optional<PeerMutualTls> port(int number) {
        return Optional.ofNullable(ports.get(number));
    }

    /**
     * The setting of a single port.
     *
     * @param number the workload port, 1..65535
     * @param mode its mode
     * @return modes with one port
     */
    public static PortLevelMutualTls of(int number, MutualTlsMode mode) {
        Map<Integer, PeerMutualTls> ports = new LinkedHashMap<>();
        ports.put(number, PeerMutualTls.of(mode));
        return new PortLevelMutualTls(ports);
    }
}
