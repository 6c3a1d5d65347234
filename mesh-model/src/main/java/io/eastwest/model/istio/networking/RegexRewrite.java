package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A substitution by regular expression on the path.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:RegexRewrite. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RegexRewriteBuilder.ImmutableRegexRewrite.class)
@JsonDeserialize(as = RegexRewriteBuilder.ImmutableRegexRewrite.class)
public interface RegexRewrite {
    /** {@return the RE2 expression that is looked for} */
    Optional<String> match();

    /** {@return the replacement, with {@code \1} to {@code \9} for groups} */
    Optional<String> rewrite();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default RegexRewriteBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the substitution}
     *
     * @param match the RE2 expression
     * @param rewrite the replacement
     */
    static RegexRewrite of(String match, String rewrite) {
        return builder().match(match).rewrite(rewrite).build();
    }

    /** {@return an empty builder} */
    static RegexRewriteBuilder builder() {
        return new RegexRewriteBuilder();
    }
}
