package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/** Parents and rules of {@code TLSRoute}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TlsRouteSpecBuilder.ImmutableTlsRouteSpec.class)
@JsonDeserialize(as = TlsRouteSpecBuilder.ImmutableTlsRouteSpec.class)
public interface TlsRouteSpec extends RouteSpec {
    /** {@return server names, perhaps with a leading {@code *.}, 1..1024; before v1 they could be left out} */
    List<String> hostnames();

    /** {@return rules: exactly one in v1, up to 16 before} */
    List<TlsRouteRule> rules();

    /** {@return a builder that starts with the content of this value} */
    default TlsRouteSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static TlsRouteSpecBuilder builder() {
        return new TlsRouteSpecBuilder();
    }
}
