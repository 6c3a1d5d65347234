package io.eastwest.model.gatewayapi;

import java.util.Optional;
import java.util.OptionalInt;

/** What all references to a backend say: which object, and which of its ports. */
public interface BackendTarget {
    /** {@return API group of the backend; empty: the API server writes the core group} */
    Optional<String> group();

    /** {@return kind of the backend; empty: the API server writes {@code Service}} */
    Optional<String> kind();

    /** {@return name of the backend} */
    String name();

    /** {@return namespace of the backend; empty: that of the route} */
    Optional<String> namespace();

    /** {@return port of the backend, 1..65535; the API server requires it for a Service} */
    OptionalInt port();

    /** {@return whether a Service is meant; an unstated group or kind counts as the default of the API server} */
    default boolean isService() {
        return group().orElse("").isEmpty() && kind().orElse("Service").equals("Service");
    }
}
