package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Changes of host and path on the way to a backend. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpUrlRewriteBuilder.ImmutableHttpUrlRewrite.class)
@JsonDeserialize(as = HttpUrlRewriteBuilder.ImmutableHttpUrlRewrite.class)
public interface HttpUrlRewrite {
    /** {@return new host; empty: unchanged} */
    Optional<String> hostname();

    /** {@return change of the path; empty: none} */
    Optional<HttpPathModifier> path();

    /** {@return a builder that starts with the content of this value} */
    default HttpUrlRewriteBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static HttpUrlRewriteBuilder builder() {
        return new HttpUrlRewriteBuilder();
    }
}
