package io.eastwest.routing.proxy;

import java.util.HexFormat;
import java.util.Optional;

/** A range of IP addresses. */
public final class CidrRange {
    private final byte[] network;
    private final int length;

    private CidrRange(byte[] network, int length) {
        this.network = network;
        this.length = length;
    }

    /** {@return how many leading bits must be equal} */
    public int length() {
        return length;
    }

    /**
     * {@return the range of a text such as {@code 10.0.0.0/8} or a single address; empty when it is none}
     *
     * @param text the text
     */
    public static Optional<CidrRange> parse(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> network = IpText.bits(slash < 0 ? text : text.substring(0, slash));
        if (network.isEmpty()) {
            return Optional.empty();
        }
        int bits = network.get().length * Byte.SIZE;
        if (slash < 0) {
            return Optional.of(new CidrRange(network.get(), bits));
        }
        String digits = text.substring(slash + 1);
        boolean number =
                !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(Character::isDigit);
        return number && Integer.parseInt(digits) <= bits
                ? Optional.of(new CidrRange(network.get(), Integer.parseInt(digits)))
                : Optional.empty();
    }

    /**
     * {@return whether an address is in the range}
     *
     * @param address an IP address; what is none is in no range
     */
    public boolean contains(String address) {
        return IpText.bits(address).filter(this::contains).isPresent();
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
            int at = bit / Byte.SIZE;
            if ((address[at] & mask) != (network[at] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** {@return the leading bits that count, and their number: equal for equal ranges} */
    @Override
    public String toString() {
        byte[] masked = network.clone();
        for (int bit = length; bit < masked.length * Byte.SIZE; bit++) {
            masked[bit / Byte.SIZE] &= (byte) ~(1 << (Byte.SIZE - 1 - bit % Byte.SIZE));
        }
        return HexFormat.of().formatHex(masked) + "/" + length;
    }
}
