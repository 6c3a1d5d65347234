package io.eastwest.routing.match;

import java.util.Locale;

/** How Envoy reads an authority to find a virtual host. */
final class AuthorityText {
    private AuthorityText() {}

    /** {@return the authority in lower case without its port; brackets of IPv6 stay} */
    static String host(String authority) {
        String lower = authority.toLowerCase(Locale.ROOT);
        int colon = lower.lastIndexOf(':');
        boolean port = colon >= 0 && lower.lastIndexOf(']') < colon;
        return port ? lower.substring(0, colon) : lower;
    }
}
