package io.eastwest.routing.security;

import java.util.Optional;

/** Attributes that no call of this library has. */
final class UntestedFields {
    /** Metadata that other filters leave; none of them is modelled, so that no value matches. */
    static final PolicyField METADATA =
            PolicyField.connection(value -> Optional.of(input -> false), input -> "no dynamic metadata");

    /** A key whose name is not in brackets: no value of it can be tested. */
    static final PolicyField MALFORMED = PolicyField.connection(value -> Optional.empty(), input -> "unknown");

    private UntestedFields() {}
}
