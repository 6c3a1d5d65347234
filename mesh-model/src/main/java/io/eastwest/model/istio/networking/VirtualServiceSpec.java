package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * Hosts, scope and ordered routes of a {@link VirtualService}.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:VirtualService. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = VirtualServiceSpecBuilder.ImmutableVirtualServiceSpec.class)
@JsonDeserialize(as = VirtualServiceSpecBuilder.ImmutableVirtualServiceSpec.class)
public interface VirtualServiceSpec {
    /** The reserved gateway name that stands for all sidecars. */
    String MESH_GATEWAY = "mesh";

    /**
     * {@return the host names that the rules apply to, each a DNS name, a short service name or a name with a
     * leading wildcard; empty: the resource is a delegate and is only reached through another VirtualService}
     */
    List<String> hosts();

    /**
     * {@return the gateways whose traffic the rules apply to, as {@code name} or {@code namespace/name}, and
     * {@link #MESH_GATEWAY} for sidecars; empty: sidecars only}
     */
    List<String> gateways();

    /**
     * {@return the rules for HTTP traffic, first match wins; also used for TLS traffic that a gateway
     * terminates}
     */
    List<IstioHttpRoute> http();

    /** {@return the rules for TLS traffic that is passed through, chosen by server name, first match wins} */
    List<IstioTlsRoute> tls();

    /** {@return the rules for opaque TCP traffic, first match wins} */
    List<IstioTcpRoute> tcp();

    /**
     * {@return the namespaces that may see the resource: {@code .} for its own, {@code *} for all, or names;
     * empty: the mesh default applies, which is {@code *} unless MeshConfig says otherwise}
     */
    List<String> exportTo();

    /**
     * {@return whether the resource names no host and so only contributes routes to a VirtualService that
     * delegates to it}
     */
    default boolean isDelegate() {
        return hosts().isEmpty();
    }

    /**
     * {@return whether sidecars use the rules}
     */
    default boolean appliesToMesh() {
        return gateways().isEmpty() || gateways().contains(MESH_GATEWAY);
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default VirtualServiceSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a specification with one host and HTTP rules in the given order, used by sidecars}
     *
     * @param host the host name
     * @param routes the rules, first match wins
     */
    static VirtualServiceSpec forHost(String host, IstioHttpRoute... routes) {
        return builder().addHost(host).addHttp(routes).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static VirtualServiceSpec empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static VirtualServiceSpecBuilder builder() {
        return new VirtualServiceSpecBuilder();
    }
}
