package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Header changes in one direction.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:HeaderOperations. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HeaderOperationsBuilder.ImmutableHeaderOperations.class)
@JsonDeserialize(as = HeaderOperationsBuilder.ImmutableHeaderOperations.class)
public interface HeaderOperations {
    /** {@return the headers to overwrite, value by name} */
    Map<String, String> set();

    /** {@return the headers to append, value by name} */
    Map<String, String> add();

    /** {@return the names of the headers to remove} */
    List<String> remove();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default HeaderOperationsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static HeaderOperations empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static HeaderOperationsBuilder builder() {
        return new HeaderOperationsBuilder();
    }
}
