package io.eastwest.testing.coverage;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.HttpVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls in the form in which an {@code expect.yaml} has them. */
public final class CallYaml {
    private static final int HTTP_PORT = 80;

    private CallYaml() {}

    /**
     * Whether the form has a place for everything that a call says.
     *
     * @param call the call
     * @return no for tokens, other versions than HTTP/1.1, headers that repeat, and authorities that are not what is dialled
     */
    public static boolean holds(Call call) {
        return call.request().isEmpty()
                || call.request().filter(request -> holds(call, request)).isPresent();
    }

    private static boolean holds(Call call, HttpRequest request) {
        List<String> names = request.headers().stream()
                .map(header -> header.name())
                .distinct()
                .toList();
        return request.token().isEmpty()
                && request.version() == HttpVersion.HTTP_1_1
                && names.size() == request.headers().size()
                && List.of(call.host() + ":" + call.port(), call.port() == HTTP_PORT ? call.host() : "")
                        .contains(request.authority());
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
                        request -> add(request, fields),
                        () -> fields.put("tcp", quoted(call.host() + ":" + call.port())));
        Caller caller = call.caller();
        fields.put(
                caller.outside() ? "arrivingAt" : "from",
                plain(caller.cluster() + "/" + caller.namespace() + "/" + caller.workload()));
        return flow(fields);
    }

    private static void add(HttpRequest request, Map<String, String> fields) {
        fields.put("url", quoted("http://" + request.authority() + request.path()));
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
