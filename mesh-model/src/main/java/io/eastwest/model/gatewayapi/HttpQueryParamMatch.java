package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Condition on one query parameter of a request. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpQueryParamMatchBuilder.ImmutableHttpQueryParamMatch.class)
@JsonDeserialize(as = HttpQueryParamMatchBuilder.ImmutableHttpQueryParamMatch.class)
public interface HttpQueryParamMatch {
    /** {@return how the value is compared; empty: the API server writes Exact} */
    Optional<QueryParamMatchType> type();

    /** {@return name of the parameter, case-sensitive} */
    String name();

    /** {@return value to compare with, 1..1024 characters} */
    String value();

    /** {@return a builder that starts with the content of this value} */
    default HttpQueryParamMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static HttpQueryParamMatchBuilder builder() {
        return new HttpQueryParamMatchBuilder();
    }
}
