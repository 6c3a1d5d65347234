package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.JwtToken;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.match.QueryText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls that have some values on some axes; on every other axis they are as the call that they start from. Immutable. */
final class RequestRegion {
    private static final String NOBODY = "nobody";

    private final AxisValues values;
    private final Map<RequestAxis, Language> bounds;

    private RequestRegion(AxisValues values, Map<RequestAxis, Language> bounds) {
        this.values = values;
        this.bounds = bounds;
    }

    /** {@return every call} */
    static RequestRegion all(AxisValues values) {
        return new RequestRegion(values, new LinkedHashMap<>());
    }

    Language of(RequestAxis axis) {
        Language bound = bounds.get(axis);
        return bound == null ? values.all(axis) : bound;
    }

    /** {@return the same with fewer values on an axis} */
    RequestRegion with(RequestAxis axis, Language language) {
        Map<RequestAxis, Language> more = new LinkedHashMap<>(bounds);
        more.put(axis, language);
        return new RequestRegion(values, more);
    }

    /** {@return the simplest call of it; empty: no call has all of these values} */
    Optional<Call> example(Call start) {
        Map<RequestAxis, String> chosen = new LinkedHashMap<>();
        bounds.forEach((axis, language) -> chosen.put(axis, values.example(axis, language, usual(start, axis))));
        String speech = chosen.getOrDefault(RequestAxis.SPEECH, usual(start, RequestAxis.SPEECH));
        Optional<TlsClientHello> tls = chosen.getOrDefault(RequestAxis.TLS, usual(start, RequestAxis.TLS))
                        .equals(AxisValues.YES)
                ? Optional.of(CallSpeech.hello(
                        chosen.getOrDefault(RequestAxis.SERVER_NAME, usual(start, RequestAxis.SERVER_NAME)),
                        chosen.getOrDefault(RequestAxis.PROTOCOLS, usual(start, RequestAxis.PROTOCOLS))))
                : Optional.empty();
        return request(CallSpeech.request(start), chosen)
                .map(request -> call(start, CallSpeech.request(speech, request), tls));
    }

    /** {@return the call with other bytes; a request from outside has the host that is called for its authority} */
    private static Call call(Call start, Optional<HttpRequest> request, Optional<TlsClientHello> tls) {
        String host = request.filter(each -> start.caller().outside())
                .map(HttpRequest::authority)
                .map(authority ->
                        authority.indexOf(':') < 0 ? authority : authority.substring(0, authority.lastIndexOf(':')))
                .orElse(start.host());
        return new Call(start.caller(), host, start.port(), request, tls);
    }

    private static Optional<HttpRequest> request(HttpRequest start, Map<RequestAxis, String> chosen) {
        var request = start.toBuilder();
        List<Header> headers = new ArrayList<>(start.headers());
        StringBuilder query = new StringBuilder();
        chosen.forEach((axis, value) -> {
            switch (axis.kind()) {
                case METHOD -> request.method(value);
                case AUTHORITY -> request.authority(value);
                case HEADER -> {
                    headers.removeIf(header -> header.name().equalsIgnoreCase(axis.name()));
                    if (!value.isEmpty()) {
                        headers.add(new Header(axis.name(), value.substring(1)));
                    }
                }
                case PARAMETER -> {
                    if (!value.isEmpty()) {
                        query.append(query.length() == 0 ? '?' : '&')
                                .append(axis.name())
                                .append(value);
                    }
                }
                default -> {}
            }
        });
        Optional<Optional<JwtToken>> token = token(chosen);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        String path = chosen.getOrDefault(RequestAxis.PATH, usual(start, RequestAxis.PATH));
        return Optional.of(request.headers(headers)
                .path(path + (query.length() == 0 ? ExchangePath.query(start.path()) : query))
                .token(token.get())
                .build());
    }

    /** {@return the value of the call that a region starts from} */
    private static String usual(Call start, RequestAxis axis) {
        return switch (axis.kind()) {
            case SPEECH -> CallSpeech.of(start);
            case TLS -> AxisValues.text(start.tls().isPresent());
            case SERVER_NAME -> CallSpeech.serverName(start);
            case PROTOCOLS -> CallSpeech.offer(start);
            default -> usual(CallSpeech.request(start), axis);
        };
    }

    /** {@return the value of a request that a region starts from; what is not of a request is absent} */
    static String usual(HttpRequest start, RequestAxis axis) {
        return switch (axis.kind()) {
            case PATH -> ExchangePath.plain(start.path());
            case METHOD -> start.method();
            case AUTHORITY -> start.authority();
            case HEADER ->
                AxisValues.text(start.headers().stream()
                        .filter(header -> header.name().equalsIgnoreCase(axis.name()))
                        .map(Header::value)
                        .reduce((one, other) -> one + "," + other));
            case PARAMETER -> AxisValues.text(QueryText.first(start.path(), axis.name()));
            case TOKEN -> start.token().isPresent() ? AxisValues.THERE : "";
            case ISSUER -> start.token().map(JwtToken::issuer).orElse(NOBODY);
            case EXPIRED ->
                AxisValues.text(start.token().filter(JwtToken::expired).isPresent());
            case SIGNED ->
                AxisValues.text(start.token().filter(token -> !token.knownKey()).isEmpty());
            case CLAIM, SPEECH, TLS, SERVER_NAME, PROTOCOLS -> "";
        };
    }

    /** {@return the token, or none; empty: a claim would have to be a text and an object at once} */
    private static Optional<Optional<JwtToken>> token(Map<RequestAxis, String> chosen) {
        if (chosen.getOrDefault(RequestAxis.TOKEN, "").isEmpty()) {
            return Optional.of(Optional.empty());
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        for (Map.Entry<RequestAxis, String> entry : chosen.entrySet()) {
            boolean there = entry.getKey().kind() == RequestAxis.Kind.CLAIM
                    && !entry.getValue().isEmpty();
            String[] path = entry.getKey().name().split("\0", -1);
            if (there && !put(claims, path, 0, entry.getValue().substring(1))) {
                return Optional.empty();
            }
        }
        return Optional.of(Optional.of(JwtToken.builder()
                .issuer(chosen.getOrDefault(RequestAxis.ISSUER, NOBODY))
                .claims(claims)
                .expired(chosen.getOrDefault(RequestAxis.EXPIRED, AxisValues.NO).equals(AxisValues.YES))
                .knownKey(
                        chosen.getOrDefault(RequestAxis.SIGNED, AxisValues.YES).equals(AxisValues.YES))
                .build()));
    }

    @SuppressWarnings("unchecked") // claims hold only the objects that are made here
    private static boolean put(Map<String, Object> claims, String[] path, int at, String value) {
        if (at == path.length - 1) {
            return claims.putIfAbsent(path[at], value) == null;
        }
        Object inner = claims.computeIfAbsent(path[at], key -> new LinkedHashMap<String, Object>());
        return inner instanceof Map<?, ?> map && put((Map<String, Object>) map, path, at + 1, value);
    }
}
