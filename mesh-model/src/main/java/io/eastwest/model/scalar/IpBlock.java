package io.eastwest.model.scalar;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IP address, or a block of them in CIDR form. A text is only read, never looked up as a name. Immutable.
 *
 * <p>Mirrors go {@code net/netip}: IPv4 without leading zeros, IPv6 with {@code ::}, an IPv4 tail and a zone. An IPv4
 * address and the IPv6 address {@code ::ffff:} that carries it are of two families; neither contains the other.
 */
public final class IpBlock {
    private final byte[] bytes;
    private final String zone;
    private final int prefixLength;

    private IpBlock(byte[] bytes, String zone, int prefixLength) {
        this.bytes = bytes;
        this.zone = zone;
        this.prefixLength = prefixLength;
    }

    /**
     * Reads an address or a block.
     *
     * @param text such as {@code 10.1.2.3}, {@code 10.0.0.0/8}, {@code fd00::/8}
     * @return the block; empty when the text is neither
     */
    public static Optional<IpBlock> parse(String text) {
        return text.indexOf('/') < 0 ? parseAddress(text) : parseCidr(text);
    }

    /**
     * Reads a single address.
     *
     * @param text such as {@code 10.1.2.3}, {@code fe80::1%eth0}
     * @return a block of one address; empty when the text is none
     */
    public static Optional<IpBlock> parseAddress(String text) {
        int percent = text.indexOf('%');
        String zone = percent < 0 ? "" : text.substring(percent + 1);
        String digits = percent < 0 ? text : text.substring(0, percent);
        if (percent >= 0 && (zone.isEmpty() || digits.indexOf(':') < 0)) {
            return Optional.empty();
        }
        return IpSyntax.parse(digits).map(bytes -> new IpBlock(bytes, zone, bytes.length * Byte.SIZE));
    }

    /**
     * {@return whether a text is a single address}
     *
     * @param text any text
     */
    public static boolean isAddress(String text) {
        return parseAddress(text).isPresent();
    }

    private static Optional<IpBlock> parseCidr(String text) {
        int slash = text.lastIndexOf('/');
        String digits = text.substring(slash + 1);
        boolean number = !digits.isEmpty()
                && digits.length() <= 3
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        if (!number) {
            return Optional.empty();
        }
        int length = Integer.parseInt(digits);
        return parseAddress(text.substring(0, slash))
                .filter(address -> address.zone.isEmpty() && length <= address.bits())
                .map(address -> new IpBlock(address.bytes, "", length));
    }

    /** {@return how many bits an address of this family has, 32 or 128} */
    public int bits() {
        return bytes.length * Byte.SIZE;
    }

    /** {@return how many leading bits count, 0 to {@link #bits()}} */
    public int prefixLength() {
        return prefixLength;
    }

    /** {@return whether this is one address, written with or without its length} */
    public boolean isSingle() {
        return prefixLength == bits();
    }

    /** {@return whether this is of the IPv6 family} */
    public boolean isIpv6() {
        return bytes.length > 4;
    }

    /** {@return the block with the same addresses whose bits behind the prefix are 0: equal for equal sets of addresses} */
    public IpBlock masked() {
        byte[] masked = bytes.clone();
        for (int bit = prefixLength; bit < bits(); bit++) {
            masked[bit / Byte.SIZE] &= (byte) ~(1 << (Byte.SIZE - 1 - bit % Byte.SIZE));
        }
        return new IpBlock(masked, zone, prefixLength);
    }

    /**
     * Whether a block lies in this one. Bits behind the prefix do not matter.
     *
     * @param other an address or a block
     * @return whether all its addresses are addresses of this one; false for another family, and for an address with a
     *     zone unless this is that address
     */
    public boolean contains(IpBlock other) {
        if (bytes.length != other.bytes.length || other.prefixLength < prefixLength || !zone.equals(other.zone)) {
            return false;
        }
        int whole = prefixLength / Byte.SIZE;
        int rest = prefixLength % Byte.SIZE;
        return Arrays.equals(bytes, 0, whole, other.bytes, 0, whole)
                && (rest == 0 || ((bytes[whole] ^ other.bytes[whole]) & 0xff) >> (Byte.SIZE - rest) == 0);
    }

    /** Blocks are equal when address, zone and prefix length are; bits behind the prefix count. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpBlock that
                && prefixLength == that.prefixLength
                && zone.equals(that.zone)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(bytes) + prefixLength) + zone.hashCode();
    }

    /** {@return the shortest text, without the prefix length for a single address; {@link #parse} reads it} */
    @Override
    public String toString() {
        String address = IpSyntax.format(bytes) + (zone.isEmpty() ? "" : "%" + zone);
        return isSingle() ? address : address + "/" + prefixLength;
    }
}
