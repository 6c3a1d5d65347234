package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One rule of a {@link GrpcRoute}: conditions, filters and backends. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GrpcRouteRuleBuilder.ImmutableGrpcRouteRule.class)
@JsonDeserialize(as = GrpcRouteRuleBuilder.ImmutableGrpcRouteRule.class)
public interface GrpcRouteRule {
    /** {@return name of the rule} */
    Optional<String> name();

    /** {@return alternatives of which one must hold, at most 64; empty: every call} */
    List<GrpcRouteMatch> matches();

    /** {@return filters in document order, at most 16} */
    List<GrpcRouteFilter> filters();

    /** {@return weighted backends, at most 16; none: calls are refused} */
    List<GrpcBackendReference> backendRefs();

    /** {@return experimental channel: keeps sessions on one backend} */
    Optional<SessionPersistence> sessionPersistence();

    /** {@return a builder that starts with the content of this value} */
    default GrpcRouteRuleBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static GrpcRouteRuleBuilder builder() {
        return new GrpcRouteRuleBuilder();
    }
}
