package io.eastwest.routing.proxy;

import java.nio.charset.StandardCharsets;

/** How HTTP answers of a proxy look to gRPC clients. */
final class GrpcStatus {
    private GrpcStatus() {}

    /** {@return the gRPC status of an HTTP status. Mirrors envoy source/common/grpc/status.cc:httpToGrpcStatus} */
    static int ofHttp(int status) {
        return switch (status) {
            case 400 -> 13;
            case 401 -> 16;
            case 403 -> 7;
            case 404 -> 12;
            case 429, 502, 503, 504 -> 14;
            default -> 2;
        };
    }

    /** {@return the text as a {@code grpc-message} carries it} */
    static String encodedMessage(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            if (value >= ' ' && value < 0x7f && value != '%') {
                encoded.append((char) value);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit((value >> 4) & 15, 16)))
                        .append(Character.toUpperCase(Character.forDigit(value & 15, 16)));
            }
        }
        return encoded.toString();
    }
}
