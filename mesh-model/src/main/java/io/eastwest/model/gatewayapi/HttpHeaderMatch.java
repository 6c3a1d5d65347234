package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Condition on one header of a request. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpHeaderMatchBuilder.ImmutableHttpHeaderMatch.class)
@JsonDeserialize(as = HttpHeaderMatchBuilder.ImmutableHttpHeaderMatch.class)
public interface HttpHeaderMatch {
    /** {@return how the value is compared; empty: the API server writes Exact} */
    Optional<HeaderMatchType> type();

    /** {@return name of the header, case-insensitive} */
    String name();

    /** {@return value to compare with, 1..4096 characters} */
    String value();

    /** {@return a builder that starts with the content of this value} */
    default HttpHeaderMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a condition on the whole value of a header}
     *
     * @param name name of the header
     * @param value its value
     */
    static HttpHeaderMatch exact(String name, String value) {
        return builder().type(HeaderMatchType.Exact).name(name).value(value).build();
    }

    /** {@return a builder in which nothing is set} */
    static HttpHeaderMatchBuilder builder() {
        return new HttpHeaderMatchBuilder();
    }
}
