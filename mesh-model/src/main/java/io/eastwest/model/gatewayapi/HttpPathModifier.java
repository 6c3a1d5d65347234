package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.eastwest.model.issue.InvalidResourceException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A change of the path of a request, as part of a redirect or rewrite. Immutable. */
@JsonPropertyOrder("type")
public sealed interface HttpPathModifier permits HttpPathModifier.ReplaceFullPath, HttpPathModifier.ReplacePrefixMatch {

    /** {@return the discriminator on the wire: the simple name of the arm} */
    @JsonProperty
    String type();

    /**
     * {@return the result of the function that fits}
     *
     * @param full applied when the whole path is replaced
     * @param prefix applied when the matched prefix is replaced
     * @param <R> type of the result
     */
    <R> R match(Function<ReplaceFullPath, R> full, Function<ReplacePrefixMatch, R> prefix);

    /**
     * {@return a replacement of the whole path}
     *
     * @param path new path, at most 1024 characters
     */
    static HttpPathModifier fullPath(String path) {
        return new ReplaceFullPath(path);
    }

    /**
     * {@return a replacement of the prefix that the rule matched}
     *
     * @param prefix new prefix, at most 1024 characters
     */
    static HttpPathModifier prefix(String prefix) {
        return new ReplacePrefixMatch(prefix);
    }

    /**
     * {@return the change that an object on the wire describes}
     *
     * @param type name of the member that is set
     * @param replaceFullPath new path
     * @param replacePrefixMatch new prefix
     * @throws InvalidResourceException if not exactly the member that the type names is set
     */
    @JsonCreator
    static HttpPathModifier of(
            @JsonProperty(value = "type", required = true) @Nullable HttpPathModifierType type,
            @JsonProperty("replaceFullPath") @Nullable String replaceFullPath,
            @JsonProperty("replacePrefixMatch") @Nullable String replacePrefixMatch) {
        return new WireUnion<HttpPathModifier>()
                .arm("ReplaceFullPath", "replaceFullPath", replaceFullPath, ReplaceFullPath::new)
                .arm("ReplacePrefixMatch", "replacePrefixMatch", replacePrefixMatch, ReplacePrefixMatch::new)
                .choose(type);
    }

    /**
     * The whole path is replaced.
     *
     * @param path new path
     */
    record ReplaceFullPath(@JsonProperty("replaceFullPath") String path) implements HttpPathModifier {
        @Override
        public String type() {
            return "ReplaceFullPath";
        }

        @Override
        public <R> R match(Function<ReplaceFullPath, R> full, Function<ReplacePrefixMatch, R> prefix) {
            return full.apply(this);
        }
    }

    /**
     * The prefix that the rule matched is replaced.
     *
     * @param prefix new prefix
     */
    record ReplacePrefixMatch(
            @JsonProperty("replacePrefixMatch") String prefix) implements HttpPathModifier {
        @Override
        public String type() {
            return "ReplacePrefixMatch";
        }

        @Override
        public <R> R match(Function<ReplaceFullPath, R> full, Function<ReplacePrefixMatch, R> prefix) {
            return prefix.apply(this);
        }
    }
}
