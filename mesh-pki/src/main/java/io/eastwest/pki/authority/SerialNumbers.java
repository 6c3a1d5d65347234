package io.eastwest.pki.authority;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Serial numbers: 128 random bits, never zero, at most 17 octets, so within the 20 of RFC 5280. */
final class SerialNumbers {
    private static final int BITS = 128;

    private SerialNumbers() {}

    static BigInteger next(SecureRandom random) {
        BigInteger serial = new BigInteger(BITS, random);
        return serial.signum() > 0 ? serial : next(random);
    }
}
