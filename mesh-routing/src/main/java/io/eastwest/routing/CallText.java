package io.eastwest.routing;

import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.TlsClientHello;

/** What a call says, in one line. */
final class CallText {
    private CallText() {}

    static String of(Call call) {
        String scheme = call.tls().isPresent() ? "https" : "http";
        String bytes = call.tls().isPresent() ? "tls " : "tcp ";
        return call.request().map(http -> of(http, scheme)).orElse(bytes + call.host() + ":" + call.port())
                + call.tls().map(CallText::of).orElse("");
    }

    private static String of(HttpRequest http, String scheme) {
        String version = switch (http.version()) {
            case HTTP_1_0 -> " in HTTP/1.0";
            case HTTP_1_1 -> "";
            case HTTP_2 -> RetryTriggers.isGrpc(http) ? " in gRPC" : " in HTTP/2";
        };
        return http.method() + " " + scheme + "://" + http.authority() + http.path() + version;
    }

    private static String of(TlsClientHello hello) {
        return hello.serverName().map(name -> " for " + name).orElse(" without SNI")
                + (hello.applicationProtocols().isEmpty()
                        ? ""
                        : " by " + String.join(" or ", hello.applicationProtocols()));
    }
}
