package io.eastwest.pki.verification;

/** What a leaf is used for in a handshake. */
public enum Purpose {
    /** It answers: extended key usage serverAuth. */
    SERVER("1.3.6.1.5.5.7.3.1"),
    /** It asks: extended key usage clientAuth. */
    CLIENT("1.3.6.1.5.5.7.3.2");

    private final String oid;

    Purpose(String oid) {
        this.oid = oid;
    }

    String oid() {
        return oid;
    }
}
