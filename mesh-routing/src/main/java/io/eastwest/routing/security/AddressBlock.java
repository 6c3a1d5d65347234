package io.eastwest.routing.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A block of IP addresses, written as an address or in CIDR form. Nothing is ever looked up. */
final class AddressBlock {
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private final byte[] network;
    private final int length;

    private AddressBlock(byte[] network, int length) {
        this.network = network;
        this.length = length;
    }

    static Optional<AddressBlock> parse(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> network = address(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) {
            return network.map(bytes -> new AddressBlock(bytes, bytes.length * Byte.SIZE));
        }
        String digits = text.substring(slash + 1);
        if (!digits.matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int length = Integer.parseInt(digits);
        return network.filter(bytes -> length <= bytes.length * Byte.SIZE)
                .map(bytes -> new AddressBlock(bytes, length));
    }

    boolean contains(String text) {
        return address(text).filter(this::contains).isPresent();
    }

    private boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
            if (((address[bit / Byte.SIZE] ^ network[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> address(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
