package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A header that can be switched off.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:ProxyConfig.ProxyHeaders.RequestId. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ProxyHeaderSwitchBuilder.ImmutableProxyHeaderSwitch.class)
@JsonDeserialize(as = ProxyHeaderSwitchBuilder.ImmutableProxyHeaderSwitch.class)
public interface ProxyHeaderSwitch {
    /** {@return whether it is off; empty: no} */
    Optional<Boolean> disabled();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ProxyHeaderSwitchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ProxyHeaderSwitch empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ProxyHeaderSwitchBuilder builder() {
        return new ProxyHeaderSwitchBuilder();
    }
}
