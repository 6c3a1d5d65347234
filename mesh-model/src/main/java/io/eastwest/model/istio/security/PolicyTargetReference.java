package io.eastwest.model.istio.security;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A resource that a policy is attached to, such as a Gateway or a Service with a waypoint.
 *
 * <p>Mirrors istio/api v1.30.3 type/v1beta1/selector.proto:PolicyTargetReference. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PolicyTargetReferenceBuilder.ImmutablePolicyTargetReference.class)
@JsonDeserialize(as = PolicyTargetReferenceBuilder.ImmutablePolicyTargetReference.class)
public interface PolicyTargetReference {
    /** {@return the API group of the target; empty: the core group} */
    Optional<String> group();

    /** {@return the kind of the target} */
    String kind();

    /** {@return the name of the target, in the namespace of the policy, or cluster-wide for a GatewayClass} */
    String name();

    /** {@return refused unless empty; kept as written} */
    Optional<String> namespace();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default PolicyTargetReferenceBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a reference to a Gateway of the Gateway API}
     *
     * @param name the name of the Gateway
     */
    static PolicyTargetReference gateway(String name) {
        return builder()
                .group("gateway.networking.k8s.io")
                .kind("Gateway")
                .name(name)
                .build();
    }

    /**
     * {@return a reference to a Kubernetes Service}
     *
     * @param name the name of the Service
     */
    static PolicyTargetReference service(String name) {
        return builder().group("").kind("Service").name(name).build();
    }

    /** {@return an empty builder} */
    static PolicyTargetReferenceBuilder builder() {
        return new PolicyTargetReferenceBuilder();
    }
}
