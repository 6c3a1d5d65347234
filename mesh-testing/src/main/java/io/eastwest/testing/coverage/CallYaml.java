package io.eastwest.testing.coverage;

import io.eastwest.routing.Call;
import io.eastwest.routing.CallDraft;
import io.eastwest.routing.Caller;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls in the form in which an {@code expect.yaml} has them. */
public final class CallYaml {
    private CallYaml() {}

    /**
     * Whether the form has a place for everything that a call says.
     *
     * @param call the call
     * @return no for tokens, TLS of other bytes than HTTP, TLS with protocols or another server name than the host, other versions than
     *     HTTP/1.1, headers that repeat, and authorities that are not what is dialled
     */
    public static boolean holds(Call call) {
        return call.request()
                .map(request -> isSame(call, request))
                .orElseGet(() -> call.tls().isEmpty());
    }

    /** {@return whether what is written is read as the same call} */
    private static boolean isSame(Call call, HttpRequest request) {
        long names = request.headers().stream().map(Header::name).distinct().count();
        if (names != request.headers().size()) {
            return false;
        }
        try {
            CallDraft draft = Call.http(request.method(), url(call, request));
            for (Header header : request.headers()) {
                draft = draft.header(header.name(), header.value());
            }
            Call read = draft.from(call.caller());
            return read.equals(call);
        } catch (IllegalArgumentException noUrl) {
            return false;
        }
    }

    private static String url(Call call, HttpRequest request) {
        return (call.tls().isPresent() ? "https://" : "http://") + request.authority() + request.path();
    }

    /**
     * Writes a call.
     *
     * @param call the call
     * @return one line, such as <code>{url: 'http://orders.shop:8080/', from: east/shop/web}</code>
     */
    public static String of(Call call) {
        Map<String, String> fields = new LinkedHashMap<>();
        call.request()
                .ifPresentOrElse(
                        request -> add(call, request, fields),
                        () -> fields.put("tcp", quoted(call.host() + ":" + call.port())));
        Caller caller = call.caller();
        fields.put(
                caller.outside() ? "arrivingAt" : "from",
                plain(caller.cluster() + "/" + caller.namespace() + "/" + caller.workload()));
        return flow(fields);
    }

    private static void add(Call call, HttpRequest request, Map<String, String> fields) {
        fields.put("url", quoted(url(call, request)));
        if (!request.method().equals("GET")) {
            fields.put("method", plain(request.method()));
        }
        if (!request.headers().isEmpty()) {
            Map<String, String> headers = new LinkedHashMap<>();
            for (Header header : request.headers()) {
                headers.put(plain(header.name()), quoted(header.value()));
            }
            fields.put("headers", flow(headers));
        }
    }

    /**
     * Writes a map on one line.
     *
     * @param fields names and values, as YAML
     * @return the map as YAML
     */
    public static String flow(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /**
     * Writes a text that YAML could take for something else.
     *
     * @param text the text, without line breaks
     * @return the text in quotes
     */
    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /**
     * Writes a text, in quotes where it needs them.
     *
     * @param text the text, without line breaks
     * @return the text as YAML
     */
    public static String plain(String text) {
        boolean safe =
                text.matches("[A-Za-z/][A-Za-z0-9./_-]*") && !text.matches("(?i)y|n|yes|no|on|off|true|false|null");
        return safe ? text : quoted(text);
    }
}
