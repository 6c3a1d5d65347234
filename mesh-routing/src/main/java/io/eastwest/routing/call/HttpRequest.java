package io.eastwest.routing.call;

import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One HTTP request as the application or client sends it. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface HttpRequest {
    /** {@return protocol version; HTTP/1.1 unless said} */
    @Value.Default
    default HttpVersion version() {
        return HttpVersion.HTTP_1_1;
    }

    /** {@return request method; GET unless said} */
    @Value.Default
    default String method() {
        return "GET";
    }

    /** {@return the Host header or {@code :authority}, as sent} */
    String authority();

    /** {@return path with query, as sent; / unless said} */
    @Value.Default
    default String path() {
        return "/";
    }

    /** {@return further headers in order; a name may repeat} */
    List<Header> headers();

    /** {@return a bearer token sent in the {@code Authorization} header, given by its claims} */
    Optional<JwtToken> token();

    /**
     * {@return the values of a header in order, by case-insensitive name}
     *
     * @param name name of the header
     */
    default List<String> headerValues(String name) {
        return headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** {@return a builder that starts from this value} */
    default HttpRequestBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static HttpRequestBuilder builder() {
        return new HttpRequestBuilder();
    }
}
