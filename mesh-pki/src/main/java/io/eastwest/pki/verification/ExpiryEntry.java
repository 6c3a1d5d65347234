package io.eastwest.pki.verification;

import io.eastwest.pki.style.PkiValue;
import java.time.Duration;
import java.time.Instant;
import org.immutables.value.Value;

/** How long one certificate or revocation list has to live. Made by {@link ExpiryReport}. */
@PkiValue
@Value.Immutable
public interface ExpiryEntry {
    /** {@return the file, such as {@code cacerts/east root-cert.pem}} */
    String file();

    /** {@return position in the file, the first is 0} */
    int index();

    /** {@return what it is} */
    Role role();

    /** {@return subject of a certificate, issuer of a revocation list; a serial number where the subject is empty} */
    String subject();

    /** {@return notAfter of a certificate, nextUpdate of a revocation list} */
    Instant notAfter();

    /** {@return time left; negative: it is over} */
    Duration remaining();

    /** {@return whether it is in time, due or over} */
    State state();

    /** What expires. */
    enum Role {
        /** A CA that issued itself. */
        ROOT,
        /** Any other CA. */
        INTERMEDIATE,
        /** No CA. */
        LEAF,
        /** A revocation list. */
        REVOCATION_LIST
    }

    /** How urgent it is. */
    enum State {
        /** More time is left than the threshold asks for. */
        IN_TIME,
        /** Less time is left than the threshold asks for. */
        DUE,
        /** No time is left. */
        OVER
    }

    /** {@return a builder} */
    static ExpiryEntryBuilder builder() {
        return new ExpiryEntryBuilder();
    }
}
