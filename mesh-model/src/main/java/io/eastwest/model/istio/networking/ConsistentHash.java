package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * Affinity by hash: what is hashed and the table that is used. At most one key and one of {@link #ringHash()}
 * and {@link #maglev()} may be set.
 *
 * <p>Mirrors istio/api v1.30.3
 * networking/v1alpha3/destination_rule.proto:LoadBalancerSettings.ConsistentHashLB. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ConsistentHashBuilder.ImmutableConsistentHash.class)
@JsonDeserialize(as = ConsistentHashBuilder.ImmutableConsistentHash.class)
public interface ConsistentHash {
    /** {@return the request header to hash} */
    Optional<String> httpHeaderName();

    /** {@return the cookie to hash} */
    Optional<HttpCookie> httpCookie();

    /**
     * {@return whether the address of the caller is hashed; a present {@code false} also takes the place of the
     * key}
     */
    Optional<Boolean> useSourceIp();

    /** {@return the query parameter to hash} */
    Optional<String> httpQueryParameterName();

    /** {@return the ring} */
    Optional<RingHash> ringHash();

    /** {@return the Maglev table} */
    Optional<Maglev> maglev();

    /** {@return the least number of ring entries; deprecated in favour of {@link #ringHash()}} */
    OptionalLong minimumRingSize();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ConsistentHashBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return affinity by a request header}
     *
     * @param name the header name
     */
    static ConsistentHash header(String name) {
        return builder().httpHeaderName(name).build();
    }

    /**
     * {@return affinity by a query parameter}
     *
     * @param name the parameter name
     */
    static ConsistentHash queryParameter(String name) {
        return builder().httpQueryParameterName(name).build();
    }

    /**
     * {@return affinity by the address of the caller}
     */
    static ConsistentHash sourceIp() {
        return builder().useSourceIp(true).build();
    }

    /**
     * {@return affinity by a cookie}
     *
     * @param cookie the cookie
     */
    static ConsistentHash cookie(HttpCookie cookie) {
        return builder().httpCookie(cookie).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ConsistentHash empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ConsistentHashBuilder builder() {
        return new ConsistentHashBuilder();
    }
}
