package io.eastwest.routing.endpoints;

import java.util.regex.Pattern;

/** Addresses as they are written; nothing is looked up. */
final class AddressText {
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final String MAPPED_V4 = "::ffff:";
    private static final String UNIX = "unix://";

    private AddressText() {}

    static boolean isIp(String text) {
        return isV4(text) || isV6(text);
    }

    static boolean isV4(String text) {
        return V4.matcher(text.startsWith(MAPPED_V4) ? text.substring(MAPPED_V4.length()) : text)
                .matches();
    }

    static boolean isV6(String text) {
        return !isV4(text) && V6.matcher(text).matches();
    }

    /** {@return {@code ip:port}, {@code [v6]:port} or {@code name:port}; the path of a unix domain socket} */
    static String of(String address, int port) {
        if (port == 0) {
            return address.startsWith(UNIX) ? address.substring(UNIX.length()) : address;
        }
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
    }
}
