package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** Keeps the requests of one session on one backend. Experimental channel. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = SessionPersistenceBuilder.ImmutableSessionPersistence.class)
@JsonDeserialize(as = SessionPersistenceBuilder.ImmutableSessionPersistence.class)
public interface SessionPersistence {
    /** {@return name of the cookie or header, at most 128 characters; empty: chosen by the implementation} */
    Optional<String> sessionName();

    /** {@return longest life of a session; empty: unlimited} */
    Optional<Duration> absoluteTimeout();

    /** {@return where the identity is kept; empty: the API server writes Cookie} */
    Optional<SessionPersistenceType> type();

    /** {@return how the cookie is made; only with type Cookie} */
    Optional<CookieConfig> cookieConfig();

    /** {@return a builder that starts with the content of this value} */
    default SessionPersistenceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static SessionPersistenceBuilder builder() {
        return new SessionPersistenceBuilder();
    }
}
