package io.eastwest.model.scalar;

import java.util.Arrays;
import java.util.Optional;

/** How a gRPC call ends. Mirrors go {@code google.golang.org/grpc/codes}, whose names manifests use. */
public enum GrpcStatusCode {
    /** It succeeds. */
    OK(0),
    /** The caller gave it up. */
    CANCELLED(1),
    /** Nobody says why it failed. */
    UNKNOWN(2),
    /** An argument is wrong whatever the state of the server. */
    INVALID_ARGUMENT(3),
    /** It took too long. */
    DEADLINE_EXCEEDED(4),
    /** What it asks for does not exist. */
    NOT_FOUND(5),
    /** What it makes exists. */
    ALREADY_EXISTS(6),
    /** The caller may not do it. */
    PERMISSION_DENIED(7),
    /** A quota or a place is full. */
    RESOURCE_EXHAUSTED(8),
    /** The state of the server does not admit it. */
    FAILED_PRECONDITION(9),
    /** Another call came in between. */
    ABORTED(10),
    /** It goes past what there is. */
    OUT_OF_RANGE(11),
    /** The server has no such method. */
    UNIMPLEMENTED(12),
    /** The server is broken. */
    INTERNAL(13),
    /** The server cannot be reached now. */
    UNAVAILABLE(14),
    /** Data is lost. */
    DATA_LOSS(15),
    /** Nobody knows who calls. */
    UNAUTHENTICATED(16);

    private final int number;

    GrpcStatusCode(int number) {
        this.number = number;
    }

    /** {@return the number on the wire, 0 to 16} */
    public int number() {
        return number;
    }

    /**
     * Finds a status by its name.
     *
     * @param name name as manifests write it, such as {@code UNAVAILABLE}
     * @return the status; empty when none has that name
     */
    public static Optional<GrpcStatusCode> named(String name) {
        return Arrays.stream(values()).filter(code -> code.name().equals(name)).findFirst();
    }
}
