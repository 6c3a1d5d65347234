package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.HttpVersion;
import io.eastwest.routing.call.TlsClientHello;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What clients speak, as values of axes: HTTP of some version or other bytes; what they offer in TLS. */
final class CallSpeech {
    static final String HTTP_1 = "http/1.1";
    static final String HTTP_2 = "http/2";
    static final String BYTES = "bytes";

    /** What calls may speak. */
    static final List<String> ALL = List.of(HTTP_1, HTTP_2, BYTES);

    /** What can be read as HTTP. */
    static final List<String> HTTP = List.of(HTTP_1, HTTP_2);

    /** Lists of protocols that calls in TLS may offer: none, those of HTTP, and one that no proxy knows. */
    static final List<String> OFFERS = List.of("", "=h2", "=http/1.1", "=h2,http/1.1", "=acme-tls/1");

    private static final String COMMA = ",";

    private CallSpeech() {}

    /** {@return all, a wanted one first} */
    static List<String> preferred(String first) {
        List<String> all = new ArrayList<>(List.of(first));
        ALL.stream().filter(each -> !each.equals(first)).forEach(all::add);
        return all;
    }

    /** {@return what a call speaks} */
    static String of(Call call) {
        return call.request()
                .map(HttpRequest::version)
                .map(version -> version == HttpVersion.HTTP_2 ? HTTP_2 : HTTP_1)
                .orElse(BYTES);
    }

    /** {@return a request of what is spoken, like one of HTTP/1.1; empty: no HTTP} */
    static Optional<HttpRequest> request(String speech, HttpRequest like) {
        return switch (speech) {
            case BYTES -> Optional.empty();
            case HTTP_2 ->
                Optional.of(like.toBuilder().version(HttpVersion.HTTP_2).build());
            default -> Optional.of(like);
        };
    }

    /** {@return the request of a call, or one that its host would get in HTTP} */
    static HttpRequest request(Call call) {
        return call.request()
                .orElseGet(() -> HttpRequest.builder()
                        .authority(call.host() + ":" + call.port())
                        .build());
    }

    /** {@return the server name of a call in TLS, or the one that it would have} */
    static String serverName(Call call) {
        return call.tls().isPresent()
                ? AxisValues.text(call.tls().flatMap(TlsClientHello::serverName))
                : AxisValues.THERE + call.host().toLowerCase(Locale.ROOT);
    }

    /** {@return what a call offers in TLS} */
    static String offer(Call call) {
        return call.tls().map(hello -> offer(hello.applicationProtocols())).orElse("");
    }

    private static String offer(List<String> protocols) {
        return protocols.isEmpty() ? "" : AxisValues.THERE + String.join(COMMA, protocols);
    }

    /** {@return what a client says that asks for a server and offers protocols, both as values of axes} */
    static TlsClientHello hello(String serverName, String offer) {
        return new TlsClientHello(
                serverName.isEmpty() ? Optional.empty() : Optional.of(serverName.substring(1)),
                offer.isEmpty() ? List.of() : List.of(offer.substring(1).split(COMMA, -1)));
    }
}
