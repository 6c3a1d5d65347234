package io.eastwest.model.istio.telemetry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eastwest.model.style.Oneof;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The value of a tag.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:Tracing.CustomTag.
 */
public sealed interface TelemetryTag {
    /**
     * A fixed value.
     *
     * @param value the wire value of {@code literal}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Literal(@JsonProperty("literal") TagLiteral value) implements TelemetryTag {}

    /**
     * An environment variable of the proxy.
     *
     * @param value the wire value of {@code environment}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Environment(@JsonProperty("environment") TagSource value) implements TelemetryTag {}

    /**
     * A request header.
     *
     * @param value the wire value of {@code header}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Header(@JsonProperty("header") TagSource value) implements TelemetryTag {}

    /**
     * A format text of access logs.
     *
     * @param value the wire value of {@code formatter}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Formatter(@JsonProperty("formatter") TagFormatter value) implements TelemetryTag {}

    /** No member is set: the wire form is an empty object. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record NoTag() implements TelemetryTag {}

    /**
     * Answers with the function of the arm that is present.
     *
     * @param literal applied when {@code literal} is set
     * @param environment applied when {@code environment} is set
     * @param header applied when {@code header} is set
     * @param formatter applied when {@code formatter} is set
     * @param noTag applied when nothing is set
     * @param <R> the type of the answer
     * @return what the chosen function answered
     */
    default <R> R match(
            Function<Literal, R> literal,
            Function<Environment, R> environment,
            Function<Header, R> header,
            Function<Formatter, R> formatter,
            Function<NoTag, R> noTag) {
        if (this instanceof Literal arm) {
            return literal.apply(arm);
        }
        if (this instanceof Environment arm) {
            return environment.apply(arm);
        }
        if (this instanceof Header arm) {
            return header.apply(arm);
        }
        if (this instanceof Formatter arm) {
            return formatter.apply(arm);
        }
        return noTag.apply((NoTag) this);
    }

    @JsonCreator
    private static TelemetryTag of(
            @JsonProperty("literal") @Nullable TagLiteral literal,
            @JsonProperty("environment") @Nullable TagSource environment,
            @JsonProperty("header") @Nullable TagSource header,
            @JsonProperty("formatter") @Nullable TagFormatter formatter) {
        Oneof.atMostOne("literal", literal, "environment", environment, "header", header, "formatter", formatter);
        if (literal != null) {
            return new Literal(literal);
        }
        if (environment != null) {
            return new Environment(environment);
        }
        if (header != null) {
            return new Header(header);
        }
        if (formatter != null) {
            return new Formatter(formatter);
        }
        return new NoTag();
    }
}
