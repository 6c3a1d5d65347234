package io.eastwest.routing.endpoints;

import io.eastwest.model.scalar.IpBlock;

/** Addresses as they are written; nothing is looked up. An IPv4 address in the form of IPv6 counts as IPv4. */
final class AddressText {
    private static final IpBlock MAPPED_V4 = IpBlock.parse("::ffff:0:0/96").orElseThrow();
    private static final String UNIX = "unix://";

    private AddressText() {}

    static boolean isIp(String text) {
        return IpBlock.isAddress(text);
    }

    static boolean isV4(String text) {
        return IpBlock.parseAddress(text).filter(AddressText::isV4).isPresent();
    }

    static boolean isV6(String text) {
        return IpBlock.parseAddress(text).filter(address -> !isV4(address)).isPresent();
    }

    private static boolean isV4(IpBlock address) {
        return !address.isIpv6() || MAPPED_V4.contains(address);
    }

    /** {@return {@code ip:port}, {@code [v6]:port} or {@code name:port}; the path of a unix domain socket} */
    static String of(String address, int port) {
        if (port == 0) {
            return address.startsWith(UNIX) ? address.substring(UNIX.length()) : address;
        }
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
    }
}
