package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is rewritten in a request before it is forwarded.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:HTTPRewrite. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpRewriteBuilder.ImmutableHttpRewrite.class)
@JsonDeserialize(as = HttpRewriteBuilder.ImmutableHttpRewrite.class)
public interface HttpRewrite {
    /**
     * {@return the text that takes the place of the matched path or path prefix; excludes {@link
     * #uriRegexRewrite()}}
     */
    Optional<String> uri();

    /** {@return the new authority; empty: unchanged} */
    Optional<String> authority();

    /** {@return the substitution made on the path; excludes {@link #uri()}} */
    Optional<RegexRewrite> uriRegexRewrite();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default HttpRewriteBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a rewrite of the matched path or path prefix}
     *
     * @param uri the replacement
     */
    static HttpRewrite uri(String uri) {
        return builder().uri(uri).build();
    }

    /**
     * {@return a rewrite of the authority}
     *
     * @param authority the new authority
     */
    static HttpRewrite authority(String authority) {
        return builder().authority(authority).build();
    }

    /** {@return an empty builder} */
    static HttpRewriteBuilder builder() {
        return new HttpRewriteBuilder();
    }
}
