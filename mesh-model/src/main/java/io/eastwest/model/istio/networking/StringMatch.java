package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eastwest.model.style.Oneof;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a text: equal, starting with, matching a regular expression, or merely present.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:StringMatch.
 */
public sealed interface StringMatch {
    /**
     * Equal to the value, case-sensitive unless the place says otherwise.
     *
     * @param value the wire value of {@code exact}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Exact(@JsonProperty("exact") String value) implements StringMatch {}

    /**
     * Starting with the value.
     *
     * @param value the wire value of {@code prefix}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Prefix(@JsonProperty("prefix") String value) implements StringMatch {}

    /**
     * Matching the RE2 expression as a whole.
     *
     * @param value the wire value of {@code regex}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Regex(@JsonProperty("regex") String value) implements StringMatch {}

    /** No member is set: the wire form is an empty object. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Present() implements StringMatch {}

    /**
     * Answers with the function of the arm that is present.
     *
     * @param exact applied when {@code exact} is set
     * @param prefix applied when {@code prefix} is set
     * @param regex applied when {@code regex} is set
     * @param present applied when nothing is set
     * @param <R> the type of the answer
     * @return what the chosen function answered
     */
    default <R> R match(
            Function<Exact, R> exact,
            Function<Prefix, R> prefix,
            Function<Regex, R> regex,
            Function<Present, R> present) {
        if (this instanceof Exact arm) {
            return exact.apply(arm);
        }
        if (this instanceof Prefix arm) {
            return prefix.apply(arm);
        }
        if (this instanceof Regex arm) {
            return regex.apply(arm);
        }
        return present.apply((Present) this);
    }

    /**
     * {@return the arm {@code exact}}
     *
     * @param value its value
     */
    static StringMatch exact(String value) {
        return new Exact(value);
    }

    /**
     * {@return the arm {@code prefix}}
     *
     * @param value its value
     */
    static StringMatch prefix(String value) {
        return new Prefix(value);
    }

    /**
     * {@return the arm {@code regex}}
     *
     * @param value its value
     */
    static StringMatch regex(String value) {
        return new Regex(value);
    }

    /** {@return the arm without any member} */
    static StringMatch present() {
        return new Present();
    }

    @JsonCreator
    private static StringMatch of(
            @JsonProperty("exact") @Nullable String exact,
            @JsonProperty("prefix") @Nullable String prefix,
            @JsonProperty("regex") @Nullable String regex) {
        Oneof.atMostOne("exact", exact, "prefix", prefix, "regex", regex);
        if (exact != null) {
            return new Exact(exact);
        }
        if (prefix != null) {
            return new Prefix(prefix);
        }
        if (regex != null) {
            return new Regex(regex);
        }
        return new Present();
    }
}
