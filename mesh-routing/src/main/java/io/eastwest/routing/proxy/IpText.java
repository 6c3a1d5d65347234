package io.eastwest.routing.proxy;

/** Addresses with ports. */
final class IpText {
    private IpText() {}

    /** {@return address and port as Envoy writes them: IPv6 in brackets} */
    static String withPort(String address, int port) {
        return address.indexOf(':') >= 0 && !address.startsWith("[")
                ? "[" + address + "]:" + port
                : address + ":" + port;
    }
}
