package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.JwtToken;
import io.eastwest.routing.match.RouteInput;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What proxies asked of one call, in terms of what its client sent. */
final class RequestReads {
    private static final String COMMA = ",";

    private final ReadLanguages languages;
    private final Call call;
    private final HttpRequest sent;
    private final List<RequestRead> reads = new ArrayList<>();
    private final Set<String> gaps = new LinkedHashSet<>();

    RequestReads(ReadLanguages languages, Call call) {
        this.languages = languages;
        this.call = call;
        this.sent = CallSpeech.request(call);
    }

    ReadLanguages languages() {
        return languages;
    }

    Call call() {
        return call;
    }

    /** {@return the request as its client sent it; of other bytes one that stands for none} */
    HttpRequest sent() {
        return sent;
    }

    List<RequestRead> all() {
        return reads;
    }

    Set<String> gaps() {
        return gaps;
    }

    /** Says that requests may be told apart by something that is not understood. */
    void gap(String text) {
        gaps.add(text);
    }

    /** Notes a read of a value that nobody changes on the way. */
    boolean read(RequestAxis axis, Language wanted) {
        boolean held = wanted.contains(RequestRegion.usual(sent, axis));
        reads.add(new RequestRead(axis, wanted, held));
        return held;
    }

    /** Notes a read of which the answer is known. */
    void read(RequestAxis axis, Language wanted, boolean held) {
        reads.add(new RequestRead(axis, wanted, held));
    }

    /** Notes a read of the path. */
    boolean path(ExchangePath history, String actual, Language wanted) {
        boolean held = wanted.contains(actual);
        if (history.kind() == ExchangePath.Kind.UNKNOWN) {
            gap("a path that an expression rewrites, or that is not normal, is looked at");
        } else if (history.kind() == ExchangePath.Kind.KNOWN) {
            reads.add(new RequestRead(RequestAxis.PATH, history.sent(wanted), held));
        }
        return held;
    }

    /** Notes a read of the authority, which a proxy before may have replaced. */
    boolean authority(String actual, Language wanted) {
        boolean held = wanted.contains(actual);
        if (actual.equals(sent.authority())) {
            reads.add(new RequestRead(RequestAxis.AUTHORITY, wanted, held));
        }
        return held;
    }

    /** Notes a read of a header, which proxies may have changed: what is put there is alike for all that have it, and for all that
     * have it not. */
    boolean header(String name, RouteInput input, Language wanted) {
        return header(name, input.header(name), wanted);
    }

    /** The same of a value that is told. */
    boolean header(String name, Optional<String> value, Language wanted) {
        RequestAxis axis = RequestAxis.header(name);
        String own = RequestRegion.usual(sent, axis);
        String actual = AxisValues.text(value);
        boolean held = wanted.contains(actual);
        if (actual.equals(own)) {
            reads.add(new RequestRead(axis, wanted, held));
            return held;
        }
        read(axis, languages.there());
        if (!own.isEmpty() && actual.startsWith(own + COMMA)) {
            reads.add(new RequestRead(axis, wanted.beforeAppending(actual.substring(own.length())), held));
        }
        return held;
    }

    /** Notes a read of a query parameter. */
    boolean parameter(String name, Optional<String> value, Language wanted) {
        RequestAxis axis = RequestAxis.parameter(name);
        String actual = AxisValues.text(value);
        String own = RequestRegion.usual(sent, axis);
        boolean held = wanted.contains(actual);
        if (actual.equals(own)) {
            reads.add(new RequestRead(axis, wanted, held));
        } else {
            reads.add(new RequestRead(axis, languages.there(), languages.there().contains(own)));
        }
        return held;
    }

    /** {@return a claim of the token as it was sent, as a value of its axis; absent where it is no text} */
    String claim(List<String> path) {
        Optional<Object> value = sent.token().map(JwtToken::claims);
        for (String name : path) {
            value = value.flatMap(each -> Optional.ofNullable(each instanceof Map<?, ?> map ? map.get(name) : null));
        }
        return AxisValues.text(value.filter(String.class::isInstance).map(String.class::cast));
    }
}
