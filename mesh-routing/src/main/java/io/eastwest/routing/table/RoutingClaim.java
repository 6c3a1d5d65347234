package io.eastwest.routing.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Header names that stand for claims of a token. Mirrors istio 1.30.3 {@code pkg/jwt/routing.go:ToRoutingClaim}.
 */
final class RoutingClaim {
    private static final String PREFIX = "@request.auth.claims";

    private RoutingClaim() {}

    /** {@return the path of the claim; empty when the name is an ordinary header} */
    static Optional<List<String>> parse(String name) {
        if (!name.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
            return Optional.empty();
        }
        String rest = name.substring(PREFIX.length());
        if (rest.startsWith(".") && rest.length() > 1) {
            return Optional.of(List.of(rest.substring(1).split("\\.", -1)));
        }
        return rest.startsWith("[") && rest.endsWith("]") && rest.length() > 2
                ? Optional.of(List.of(rest.substring(1, rest.length() - 1).split("]\\[", -1)))
                : Optional.empty();
    }
}
