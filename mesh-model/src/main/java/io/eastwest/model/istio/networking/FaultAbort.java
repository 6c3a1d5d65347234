package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * An error that is answered for a share of the requests.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:HTTPFaultInjection.Abort. Not meant to
 * be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = FaultAbortBuilder.ImmutableFaultAbort.class)
@JsonDeserialize(as = FaultAbortBuilder.ImmutableFaultAbort.class)
public interface FaultAbort {
    /** {@return the HTTP status to answer, 200..600; excludes the other two kinds of error} */
    OptionalInt httpStatus();

    /** {@return the gRPC status to answer, by name; excludes the other two kinds of error} */
    Optional<String> grpcStatus();

    /** {@return an HTTP/2 error; refused by Istio's admission and without effect} */
    Optional<String> http2Error();

    /** {@return the share of requests that are aborted; empty: none} */
    Optional<Percent> percentage();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default FaultAbortBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return an HTTP error for a share of the requests}
     *
     * @param httpStatus the status
     * @param percentage the share
     */
    static FaultAbort httpStatus(int httpStatus, Percent percentage) {
        return builder().httpStatus(httpStatus).percentage(percentage).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static FaultAbort empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static FaultAbortBuilder builder() {
        return new FaultAbortBuilder();
    }
}
