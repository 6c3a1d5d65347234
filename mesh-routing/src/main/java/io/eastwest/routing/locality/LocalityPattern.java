package io.eastwest.routing.locality;

import io.eastwest.routing.endpoints.Locality;

/**
 * A locality of a rule: any part may be {@code *}, and zone and subzone may be left out. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/util/util.go:LocalityMatch}.
 *
 * @param parts its parts
 */
record LocalityPattern(Locality parts) {
    private static final String ANY = "*";

    static LocalityPattern parse(String text) {
        return new LocalityPattern(Locality.parse(text));
    }

    boolean matches(Locality place) {
        return (parts.region().equals(ANY) || parts.region().equals(place.region()))
                && matches(parts.zone(), place.zone())
                && matches(parts.subzone(), place.subzone());
    }

    private static boolean matches(String rule, String part) {
        return rule.isEmpty() || rule.equals(ANY) || rule.equals(part);
    }
}
