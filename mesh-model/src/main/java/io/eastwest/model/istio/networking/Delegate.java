package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The VirtualService that continues a rule of another one.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:Delegate. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = DelegateBuilder.ImmutableDelegate.class)
@JsonDeserialize(as = DelegateBuilder.ImmutableDelegate.class)
public interface Delegate {
    /** {@return the name of the delegate} */
    Optional<String> name();

    /** {@return its namespace; empty: that of the VirtualService that delegates} */
    Optional<String> namespace();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default DelegateBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static DelegateBuilder builder() {
        return new DelegateBuilder();
    }
}
