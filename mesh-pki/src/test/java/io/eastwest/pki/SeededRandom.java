package io.eastwest.pki;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Predictable bytes: SHA-256 of a seed and a counter. For tests of determinism only. */
public final class SeededRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final long seed;
    private long counter;

    public SeededRandom(long seed) {
        super(null, null);
        this.seed = seed;
    }

    @Override
    public synchronized void nextBytes(byte[] bytes) {
        for (int done = 0; done < bytes.length; ) {
            byte[] block = block();
            int length = Math.min(block.length, bytes.length - done);
            System.arraycopy(block, 0, bytes, done, length);
            done += length;
        }
    }

    private byte[] block() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(ByteBuffer.allocate(16)
                            .putLong(seed)
                            .putLong(counter++)
                            .array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
