package io.eastwest.routing.match;

import java.util.Map;
import java.util.Optional;

/** What the conditions of a route look at: a request after path normalisation. */
public interface RouteInput {
    /** {@return request method} */
    String method();

    /** {@return the path with its query} */
    String target();

    /** {@return how many characters of {@link #target()} are the path} */
    int pathEnd();

    /** {@return the path without query} */
    default String pathWithoutQuery() {
        return target().substring(0, pathEnd());
    }

    /**
     * {@return the values of a header, joined by a comma; empty when it is absent}
     *
     * @param name name in lower case, or a pseudo header with its colon
     */
    Optional<String> header(String name);

    /**
     * {@return the raw value of the first parameter of this name; empty when there is none}
     *
     * @param name raw name
     */
    Optional<String> firstQueryValue(String name);

    /** {@return the claims of the verified token; empty: no token was verified} */
    Optional<Map<String, Object>> claims();
}
