package io.eastwest.routing.view;

import java.util.Optional;

/**
 * A range of addresses.
 *
 * @param base any address of the range
 * @param length number of leading bits that count
 */
record CidrBlock(IpAddress base, int length) {
    static Optional<CidrBlock> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String digits = text.substring(slash + 1);
        if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int length = Integer.parseInt(digits);
        return IpAddress.parse(text.substring(0, slash))
                .filter(address -> length <= address.bits())
                .map(address -> new CidrBlock(address, length));
    }

    boolean contains(IpAddress address) {
        return base.sharesPrefix(address, length);
    }

    boolean isSingle() {
        return length == base.bits();
    }
}
