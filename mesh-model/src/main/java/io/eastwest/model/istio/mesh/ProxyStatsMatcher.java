package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * The further statistics that are kept.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:ProxyConfig.ProxyStatsMatcher. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ProxyStatsMatcherBuilder.ImmutableProxyStatsMatcher.class)
@JsonDeserialize(as = ProxyStatsMatcherBuilder.ImmutableProxyStatsMatcher.class)
public interface ProxyStatsMatcher {
    /** {@return the prefixes of names} */
    List<String> inclusionPrefixes();

    /** {@return the suffixes of names} */
    List<String> inclusionSuffixes();

    /** {@return the RE2 expressions on names} */
    List<String> inclusionRegexps();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ProxyStatsMatcherBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ProxyStatsMatcher empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ProxyStatsMatcherBuilder builder() {
        return new ProxyStatsMatcherBuilder();
    }
}
