package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/** Changes of headers: set, then add, then remove. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpHeaderModifierBuilder.ImmutableHttpHeaderModifier.class)
@JsonDeserialize(as = HttpHeaderModifierBuilder.ImmutableHttpHeaderModifier.class)
public interface HttpHeaderModifier {
    /** {@return headers that replace those of the same name, at most 16} */
    List<HttpHeader> set();

    /** {@return headers that join those of the same name, at most 16} */
    List<HttpHeader> add();

    /** {@return names of headers that are removed, at most 16} */
    List<String> remove();

    /** {@return a builder that starts with the content of this value} */
    default HttpHeaderModifierBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static HttpHeaderModifierBuilder builder() {
        return new HttpHeaderModifierBuilder();
    }
}
