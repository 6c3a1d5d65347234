package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/** A header that is set or added. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpHeaderBuilder.ImmutableHttpHeader.class)
@JsonDeserialize(as = HttpHeaderBuilder.ImmutableHttpHeader.class)
public interface HttpHeader {
    /** {@return name of the header, case-insensitive} */
    String name();

    /** {@return value, 1..4096 characters} */
    String value();

    /** {@return a builder that starts with the content of this value} */
    default HttpHeaderBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static HttpHeaderBuilder builder() {
        return new HttpHeaderBuilder();
    }
}
