package io.eastwest.samples.applying;

import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little of an API server that server-side apply needs: it keeps what it is sent by path, refuses objects of a namespace that
 * is not there, and tells which resources of Istio there are.
 */
final class ApplyServer extends Dispatcher {
    private static final Pattern NAMESPACED =
            Pattern.compile("(/api/v1/namespaces/[^/]+)/.+|/apis/.+/namespaces/([^/]+)/.+");
    private static final String ISTIO = """
            {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "networking.istio.io/v1", "resources": [
              {"name": "virtualservices", "singularName": "virtualservice", "kind": "VirtualService", "namespaced": true, "verbs": ["patch"]},
              {"name": "destinationrules", "singularName": "destinationrule", "kind": "DestinationRule", "namespaced": true, "verbs": ["patch"]},
              {"name": "gateways", "singularName": "gateway", "kind": "Gateway", "namespaced": true, "verbs": ["patch"]}]}
            """;

    private final Map<String, String> objects = new LinkedHashMap<>();
    private final List<String> queries = new ArrayList<>();

    /** What is kept, by path, in the order of its first application. */
    synchronized Map<String, String> objects() {
        return new LinkedHashMap<>(objects);
    }

    /** The queries of all applications. */
    synchronized List<String> queries() {
        return List.copyOf(queries);
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        String[] parts = request.getPath().split("\\?", 2);
        String path = parts[0];
        if (request.getMethod().equals("GET") && path.equals("/apis/networking.istio.io/v1")) {
            return answer(200, ISTIO);
        }
        if (!request.getMethod().equals("PATCH")) {
            return status(404, request.getRequestLine());
        }
        if (!String.valueOf(request.getHeader("Content-Type")).startsWith("application/apply-patch+yaml")) {
            return status(415, request.getHeader("Content-Type"));
        }
        Matcher namespaced = NAMESPACED.matcher(path);
        if (namespaced.matches()) {
            String namespace =
                    namespaced.group(1) != null ? namespaced.group(1) : "/api/v1/namespaces/" + namespaced.group(2);
            if (!objects.containsKey(namespace)) {
                return status(404, "no " + namespace);
            }
        }
        String body = request.getUtf8Body();
        queries.add(parts.length > 1 ? parts[1] : "");
        objects.put(path, body);
        return answer(200, body);
    }

    private static MockResponse status(int code, String message) {
        return answer(
                code,
                "{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"status\": \"Failure\", \"code\": " + code
                        + ", \"message\": \"" + message + "\"}");
    }

    private static MockResponse answer(int code, String body) {
        return new MockResponse()
                .setResponseCode(code)
                .setHeader("Content-Type", "application/json")
                .setBody(body);
    }
}
