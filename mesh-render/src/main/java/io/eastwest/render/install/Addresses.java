package io.eastwest.render.install;

import io.eastwest.model.scalar.IpBlock;

/** What kind of address a text is. */
final class Addresses {
    private Addresses() {}

    /** Whether a text is an IPv4 or IPv6 address, not a name. */
    static boolean isIp(String text) {
        return IpBlock.parseAddress(text).isPresent();
    }
}
