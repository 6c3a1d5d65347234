package io.eastwest.pki.pem;

import java.util.Arrays;

/** One block of a PEM text. Its bytes may be a private key: they are never part of the text of this object. */
public final class PemBlock implements AutoCloseable {
    private final String type;
    private final byte[] der;
    private final String damage;
    private final boolean headers;

    PemBlock(String type, byte[] der, boolean headers, String damage) {
        this.type = type;
        this.der = der;
        this.headers = headers;
        this.damage = damage;
    }

    /** {@return the label between BEGIN and the dashes, such as {@code CERTIFICATE}} */
    public String type() {
        return type;
    }

    /** {@return a copy of the decoded bytes, empty when the block is damaged; wipe it when it is a key} */
    public byte[] der() {
        return der.clone();
    }

    /** {@return whether lines such as {@code Proc-Type:} stand before the data} */
    public boolean hasHeaders() {
        return headers;
    }

    /** {@return whether the block cannot be decoded; Go skips such a block without a word} */
    public boolean isDamaged() {
        return !damage.isEmpty();
    }

    /** {@return why the block cannot be decoded, or an empty text} */
    public String damage() {
        return damage;
    }

    /** Overwrites the decoded bytes of this block with zeros. */
    @Override
    public void close() {
        Arrays.fill(der, (byte) 0);
    }

    /** {@return the type and the length, never the content} */
    @Override
    public String toString() {
        return "PemBlock[" + type + ", " + der.length + " bytes]";
    }
}
