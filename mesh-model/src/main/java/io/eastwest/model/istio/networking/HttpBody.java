package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eastwest.model.style.Oneof;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The body of a direct response.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:HTTPBody.
 */
public sealed interface HttpBody {
    /**
     * A text.
     *
     * @param value the wire value of {@code string}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Text(@JsonProperty("string") String value) implements HttpBody {}

    /**
     * Bytes in standard base64.
     *
     * @param value the wire value of {@code bytes}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Bytes(@JsonProperty("bytes") String value) implements HttpBody {
        /**
         * Refuses a text that is not standard base64 with padding; line breaks are skipped.
         *
         * @param value the wire value of {@code bytes}
         */
        public Bytes {
            Base64Text.decode(value);
        }

        /** {@return the bytes themselves, a fresh copy} */
        public byte[] decoded() {
            return Base64Text.decode(value);
        }
    }

    /** No member is set: the wire form is an empty object. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record NoBody() implements HttpBody {}

    /**
     * Answers with the function of the arm that is present.
     *
     * @param text applied when {@code string} is set
     * @param bytes applied when {@code bytes} is set
     * @param noBody applied when nothing is set
     * @param <R> the type of the answer
     * @return what the chosen function answered
     */
    default <R> R match(Function<Text, R> text, Function<Bytes, R> bytes, Function<NoBody, R> noBody) {
        if (this instanceof Text arm) {
            return text.apply(arm);
        }
        if (this instanceof Bytes arm) {
            return bytes.apply(arm);
        }
        return noBody.apply((NoBody) this);
    }

    /**
     * {@return the arm {@code string}}
     *
     * @param value its value
     */
    static HttpBody text(String value) {
        return new Text(value);
    }

    /**
     * {@return the arm {@code bytes}}
     *
     * @param value its value
     */
    static HttpBody bytes(String value) {
        return new Bytes(value);
    }

    /** {@return the arm without any member} */
    static HttpBody noBody() {
        return new NoBody();
    }

    @JsonCreator
    private static HttpBody of(
            @JsonProperty("string") @Nullable String text, @JsonProperty("bytes") @Nullable String bytes) {
        Oneof.atMostOne("string", text, "bytes", bytes);
        if (text != null) {
            return new Text(text);
        }
        if (bytes != null) {
            return new Bytes(bytes);
        }
        return new NoBody();
    }
}
