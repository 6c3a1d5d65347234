package io.eastwest.routing.question;

import static java.util.Objects.requireNonNull;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import dk.brics.automaton.RegExp;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that calls may have on each axis, and those that people like to read. */
final class AxisValues {
    /** What says that a value is there. */
    static final String THERE = "=";

    /** A text of a token. */
    static final String YES = "yes";

    static final String NO = "no";

    private static final String PLAIN = "a-zA-Z0-9_:=+,!$'.\\-\\~*@();&";
    private static final String SIMPLE = "a-zA-Z0-9_:=+,!$'";

    private final Map<RequestAxis.Kind, Language> all = new EnumMap<>(RequestAxis.Kind.class);
    private final Map<RequestAxis.Kind, List<Language>> nice = new EnumMap<>(RequestAxis.Kind.class);

    AxisValues() {
        Automaton dots = new RegExp("(.*/)?\\.\\.?(/.*)?").toAutomaton();
        add(
                RequestAxis.Kind.PATH,
                new RegExp("/[" + PLAIN + "/]*").toAutomaton().minus(dots),
                "((/[" + SIMPLE + "\\-][" + SIMPLE + ".\\-]*)+/?)|/");
        add(RequestAxis.Kind.METHOD, expression("[A-Z]{1,12}"));
        add(RequestAxis.Kind.AUTHORITY, expression("[a-z0-9]([a-z0-9.\\-]*[a-z0-9])?(:[1-9][0-9]{0,4})?"));
        add(
                RequestAxis.Kind.HEADER,
                expression("(=([!-\\~]([ -\\~]*[!-\\~])?)?)?"),
                "=[a-zA-Z0-9.:/\\-]+",
                "=[!-\\~]+");
        add(RequestAxis.Kind.PARAMETER, expression("(=[!\\\"$%'-\\~]*)?"), "=[a-zA-Z0-9._\\~%+\\-]*");
        add(RequestAxis.Kind.TOKEN, expression("=?"));
        add(RequestAxis.Kind.ISSUER, expression("[!-\\~]+"), "[a-z0-9.@:/\\-]+");
        add(RequestAxis.Kind.EXPIRED, expression(YES + "|" + NO));
        add(RequestAxis.Kind.SIGNED, expression(YES + "|" + NO));
        add(RequestAxis.Kind.CLAIM, expression("(=[ -\\~]*)?"), "=[a-zA-Z0-9.@:/\\-]+");
        add(RequestAxis.Kind.SPEECH, texts(CallSpeech.ALL));
        add(RequestAxis.Kind.TLS, expression(YES + "|" + NO));
        add(RequestAxis.Kind.SERVER_NAME, expression("(=[a-z0-9]([a-z0-9_.\\-]*[a-z0-9])?)?"), "=[a-z0-9.\\-]+");
        add(RequestAxis.Kind.PROTOCOLS, texts(CallSpeech.OFFERS));
    }

    private static Automaton texts(List<String> all) {
        return BasicOperations.union(all.stream().map(BasicAutomata::makeString).toList());
    }

    private static Automaton expression(String text) {
        return new RegExp(text).toAutomaton();
    }

    private void add(RequestAxis.Kind kind, Automaton values, String... liked) {
        all.put(kind, Language.of(values));
        nice.put(
                kind,
                List.of(liked).stream()
                        .map(text -> Language.of(new RegExp(text).toAutomaton()))
                        .toList());
    }

    /** {@return every value} */
    Language all(RequestAxis axis) {
        return requireNonNull(all.get(axis.kind()));
    }

    /** {@return the simplest value of some} */
    String example(RequestAxis axis, Language values, String usual) {
        List<String> preferred = switch (axis.kind()) {
            case METHOD -> List.of(usual, "GET", "POST", "PUT", "DELETE", "PATCH", "EASTWEST", "OPTIONS");
            case SPEECH -> CallSpeech.preferred(usual);
            default -> List.of(usual);
        };
        return values.example(preferred, requireNonNull(nice.get(axis.kind())));
    }

    /** {@return the language of a value that is there} */
    static Automaton there(Automaton value) {
        return BasicAutomata.makeString(THERE).concatenate(value);
    }

    static String text(boolean value) {
        return value ? YES : NO;
    }

    /** {@return a value as a text of an axis where it may be absent} */
    static String text(Optional<String> value) {
        return value.map(text -> THERE + text).orElse("");
    }
}
