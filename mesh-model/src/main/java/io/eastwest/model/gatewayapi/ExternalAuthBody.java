package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Whether the body of a request is sent along. Experimental channel. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ExternalAuthBodyBuilder.ImmutableExternalAuthBody.class)
@JsonDeserialize(as = ExternalAuthBodyBuilder.ImmutableExternalAuthBody.class)
public interface ExternalAuthBody {
    /** {@return bytes that are sent at most, 0..65535; empty or 0: no body} */
    OptionalInt maxSize();

    /** {@return a builder that starts with the content of this value} */
    default ExternalAuthBodyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ExternalAuthBodyBuilder builder() {
        return new ExternalAuthBodyBuilder();
    }
}
