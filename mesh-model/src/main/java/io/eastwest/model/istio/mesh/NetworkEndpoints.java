package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eastwest.model.style.Oneof;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints of a network, by address or by the cluster they are found in.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/network.proto:Network.NetworkEndpoints.
 */
public sealed interface NetworkEndpoints {
    /**
     * The endpoints with an address in a CIDR block.
     *
     * @param value the wire value of {@code fromCidr}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record FromCidr(@JsonProperty("fromCidr") String value) implements NetworkEndpoints {}

    /**
     * The endpoints found in a cluster, by its id.
     *
     * @param value the wire value of {@code fromRegistry}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record FromRegistry(@JsonProperty("fromRegistry") String value) implements NetworkEndpoints {}

    /** No member is set: the wire form is an empty object. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record NoEndpoints() implements NetworkEndpoints {}

    /**
     * Answers with the function of the arm that is present.
     *
     * @param fromCidr applied when {@code fromCidr} is set
     * @param fromRegistry applied when {@code fromRegistry} is set
     * @param noEndpoints applied when nothing is set
     * @param <R> the type of the answer
     * @return what the chosen function answered
     */
    default <R> R match(
            Function<FromCidr, R> fromCidr,
            Function<FromRegistry, R> fromRegistry,
            Function<NoEndpoints, R> noEndpoints) {
        if (this instanceof FromCidr arm) {
            return fromCidr.apply(arm);
        }
        if (this instanceof FromRegistry arm) {
            return fromRegistry.apply(arm);
        }
        return noEndpoints.apply((NoEndpoints) this);
    }

    /**
     * {@return the arm {@code fromCidr}}
     *
     * @param value its value
     */
    static NetworkEndpoints fromCidr(String value) {
        return new FromCidr(value);
    }

    /**
     * {@return the arm {@code fromRegistry}}
     *
     * @param value its value
     */
    static NetworkEndpoints fromRegistry(String value) {
        return new FromRegistry(value);
    }

    /** {@return the arm without any member} */
    static NetworkEndpoints noEndpoints() {
        return new NoEndpoints();
    }

    @JsonCreator
    private static NetworkEndpoints of(
            @JsonProperty("fromCidr") @Nullable String fromCidr,
            @JsonProperty("fromRegistry") @Nullable String fromRegistry) {
        Oneof.atMostOne("fromCidr", fromCidr, "fromRegistry", fromRegistry);
        if (fromCidr != null) {
            return new FromCidr(fromCidr);
        }
        if (fromRegistry != null) {
            return new FromRegistry(fromRegistry);
        }
        return new NoEndpoints();
    }
}
