package io.eastwest.model.istio.extensions;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/**
 * A Lua filter of a {@link TrafficExtension}.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/traffic_extension.proto:LuaConfig. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = LuaExtensionBuilder.ImmutableLuaExtension.class)
@JsonDeserialize(as = LuaExtensionBuilder.ImmutableLuaExtension.class)
public interface LuaExtension {
    /** {@return the source text} */
    String inlineCode();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default LuaExtensionBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static LuaExtensionBuilder builder() {
        return new LuaExtensionBuilder();
    }
}
