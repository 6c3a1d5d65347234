package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Condition on the path of a request. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpPathMatchBuilder.ImmutableHttpPathMatch.class)
@JsonDeserialize(as = HttpPathMatchBuilder.ImmutableHttpPathMatch.class)
public interface HttpPathMatch {
    /** {@return how the path is compared; empty: the API server writes PathPrefix} */
    Optional<PathMatchType> type();

    /** {@return value to compare with, at most 1024 characters; empty: the API server writes {@code /}} */
    Optional<String> value();

    /**
     * {@return a condition}
     *
     * @param type how the path is compared
     * @param value value to compare with
     */
    static HttpPathMatch of(PathMatchType type, String value) {
        return builder().type(type).value(value).build();
    }

    /** {@return a builder that starts with the content of this value} */
    default HttpPathMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a condition on the whole path}
     *
     * @param path the path
     */
    static HttpPathMatch exact(String path) {
        return of(PathMatchType.Exact, path);
    }

    /**
     * {@return a condition on the first parts of the path}
     *
     * @param path the first parts
     */
    static HttpPathMatch prefix(String path) {
        return of(PathMatchType.PathPrefix, path);
    }

    /** {@return a builder in which nothing is set} */
    static HttpPathMatchBuilder builder() {
        return new HttpPathMatchBuilder();
    }
}
