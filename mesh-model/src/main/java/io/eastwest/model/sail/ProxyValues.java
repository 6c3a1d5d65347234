package io.eastwest.model.sail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Helm values {@code global.proxy}: the sidecars. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ProxyValuesBuilder.ImmutableProxyValues.class)
@JsonDeserialize(as = ProxyValuesBuilder.ImmutableProxyValues.class)
public interface ProxyValues {
    /** {@return {@code enabled} or {@code disabled}: whether namespaces inject unless they say otherwise} */
    Optional<String> autoInject();

    /** {@return domain of the cluster; empty: {@code cluster.local}} */
    Optional<String> clusterDomain();

    /** {@return image name or reference; empty: {@code proxyv2}} */
    Optional<String> image();

    /** {@return log level; empty: {@code warning}} */
    Optional<String> logLevel();

    /** {@return tracing provider; empty: none} */
    Optional<String> tracer();

    /** {@return requests and limits, kept as they stand} */
    Optional<JsonNode> resources();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default ProxyValuesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ProxyValuesBuilder builder() {
        return new ProxyValuesBuilder();
    }
}
