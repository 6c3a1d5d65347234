package io.eastwest.model.istio.security;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * Conditions on what is asked for; all that are set have to hold. In each list one has to match, in a list of
 * exclusions none may.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/authorization_policy.proto:Operation. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RequestOperationBuilder.ImmutableRequestOperation.class)
@JsonDeserialize(as = RequestOperationBuilder.ImmutableRequestOperation.class)
public interface RequestOperation {
    /** {@return the authorities, compared without regard to case} */
    List<String> hosts();

    /** {@return the excluded authorities} */
    List<String> notHosts();

    /** {@return the destination ports, exact} */
    List<String> ports();

    /** {@return the excluded destination ports} */
    List<String> notPorts();

    /** {@return the methods; for gRPC always {@code POST}} */
    List<String> methods();

    /** {@return the excluded methods} */
    List<String> notMethods();

    /**
     * {@return the normalised paths, where {@code {*}} stands for a segment and {@code {**}} for any number of
     * them}
     */
    List<String> paths();

    /** {@return the excluded paths} */
    List<String> notPaths();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default RequestOperationBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return operations by method}
     *
     * @param methods the methods
     */
    static RequestOperation methods(String... methods) {
        return builder().addMethods(methods).build();
    }

    /**
     * {@return operations by path}
     *
     * @param paths the paths
     */
    static RequestOperation paths(String... paths) {
        return builder().addPaths(paths).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static RequestOperation empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static RequestOperationBuilder builder() {
        return new RequestOperationBuilder();
    }
}
