package io.eastwest.routing.balancing;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.charset.StandardCharsets;

/** XXH64 of text as UTF-8 bytes. Results are unsigned. */
final class XxHash {
    private static final Hasher64 SEED_ZERO = Hashing.xxh64();
    private static final Hasher64 SEED_ONE = Hashing.xxh64(1);

    private XxHash() {}

    static long of(String text) {
        return SEED_ZERO.hashBytesToLong(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the hash with seed 1, which maglev steps by} */
    static long ofSeedOne(String text) {
        return SEED_ONE.hashBytesToLong(text.getBytes(StandardCharsets.UTF_8));
    }

    static long of(byte[] bytes, long seed) {
        return seed == 0
                ? SEED_ZERO.hashBytesToLong(bytes)
                : Hashing.xxh64(seed).hashBytesToLong(bytes);
    }
}
