package io.eastwest.routing.proxy;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * An answer that the proxy makes itself, in the form that the client understands.
 *
 * <p>Mirrors envoy source/common/http/utility.cc:prepareLocalReply.
 *
 * @param status HTTP status that is sent
 * @param response headers, location and body; empty when there are none
 */
record LocalReply(int status, Optional<ClientResponse> response) {
    private static final String CONTENT_TYPE = "content-type";
    private static final int OK = 200;

    /**
     * {@return the reply}
     *
     * @param request the request; gRPC clients get 200 and a gRPC status
     * @param status HTTP status that is meant
     * @param body body; empty text for none
     * @param grpcStatus gRPC status that is meant; empty: it follows from the HTTP status
     * @param headers headers that filters and routes set
     */
    static LocalReply of(RequestState request, int status, String body, OptionalInt grpcStatus, HeaderLines headers) {
        if (!request.isGrpc()) {
            if (body.isEmpty()) {
                headers.remove(CONTENT_TYPE);
            } else if (!headers.contains(CONTENT_TYPE)) {
                headers.set(CONTENT_TYPE, "text/plain");
            }
            return new LocalReply(status, response(headers, request.isHead() ? "" : body));
        }
        headers.set(CONTENT_TYPE, "application/grpc");
        if (!headers.contains("grpc-status")) {
            headers.set("grpc-status", Integer.toString(grpcStatus.orElseGet(() -> GrpcStatus.ofHttp(status))));
        }
        if (!body.isEmpty() && !request.isHead()) {
            headers.set("grpc-message", GrpcStatus.encodedMessage(body));
        }
        return new LocalReply(OK, response(headers, ""));
    }

    private static Optional<ClientResponse> response(HeaderLines headers, String body) {
        Optional<String> location = headers.first("location");
        headers.remove("location");
        boolean nothing = location.isEmpty() && body.isEmpty() && headers.all().isEmpty();
        return nothing
                ? Optional.empty()
                : Optional.of(ClientResponse.builder()
                        .headers(headers.all())
                        .location(location)
                        .body(body.isEmpty() ? Optional.empty() : Optional.of(body))
                        .build());
    }
}
