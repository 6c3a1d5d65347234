package io.eastwest.routing;

import io.eastwest.model.scalar.GoDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads conditions as text. */
final class ConditionNotation {
    private static final int LONGEST = 65_536;
    private static final int MOST = 1_000;
    private static final Map<String, Form> FORMS = forms();

    private ConditionNotation() {}

    /** How a kind of condition is written, and what is made of the name in it. */
    private record Form(String example, String state, Function<String, Condition> make) {
        int names() {
            return example.split(" ", -1).length - 2;
        }
    }

    /** A word and the position at which it starts. */
    private record Word(String text, int at) {}

    private static Map<String, Form> forms() {
        Map<String, Form> forms = new LinkedHashMap<>();
        add(forms, "endpoint <address>:<port> down", Condition.EndpointDown::new);
        add(forms, "pod <cluster>/<namespace>/<pod> down", Condition.PodDown::new);
        add(forms, "workload <cluster>/<namespace>/<workload> down", name -> {
            String[] parts = parts("workload", name, 3);
            return new Condition.WorkloadDown(parts[0], parts[1], parts[2]);
        });
        add(forms, "node <cluster>/<node> down", name -> {
            String[] parts = parts("node", name, 2);
            return new Condition.NodeDown(parts[0], parts[1]);
        });
        add(forms, "subzone <region>/<zone>/<subzone> down", name -> locality("subzone", name));
        add(forms, "zone <region>/<zone> down", name -> locality("zone", name));
        add(forms, "region <region> down", name -> locality("region", name));
        add(forms, "cluster <cluster> down", Condition.ClusterDown::new);
        add(forms, "network <network> down", Condition.NetworkDown::new);
        add(forms, "gateway <address> down", Condition.GatewayDown::new);
        add(forms, "gateways <network> down", Condition.GatewaysDown::new);
        add(forms, "link <network> <network> cut", ConditionNotation::link);
        add(forms, "control-plane <cluster> down", Condition.ControlPlaneDown::new);
        add(forms, "certificate <cluster>/<namespace>/<workload> expired", name -> {
            String[] parts = parts("certificate", name, 3);
            return new Condition.CertificateExpired(parts[0], parts[1], parts[2]);
        });
        add(forms, "authority <cluster> expired", Condition.AuthorityExpired::new);
        add(forms, "host <proxy> <cluster> <address>:<port> ejected", ConditionNotation::ejected);
        add(forms, "joined <address>:<port> <duration> ago", ConditionNotation::joined);
        return Collections.unmodifiableMap(forms);
    }

    private static void add(Map<String, Form> forms, String example, Function<String, Condition> make) {
        forms.put(
                example.substring(0, example.indexOf(' ')),
                new Form(example, example.substring(example.lastIndexOf(' ') + 1), make));
    }

    static Set<Condition> parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "conditions may have " + LONGEST + " characters, but these have " + text.length());
        }
        Set<Condition> all = new LinkedHashSet<>();
        int start = 0;
        while (start <= text.length()) {
            int semicolon = text.indexOf(';', start);
            int end = semicolon < 0 ? text.length() : semicolon;
            List<Word> words = words(text, start, end);
            boolean closes = semicolon < 0 && (words.isEmpty() || isHealthy(words, text));
            if (!closes) {
                all.add(condition(words, end));
            }
            if (all.size() > MOST) {
                throw new IllegalArgumentException("there may be " + MOST + " conditions at once");
            }
            start = end + 1;
        }
        return all;
    }

    /** {@return whether the text says in one word that nothing is broken} */
    private static boolean isHealthy(List<Word> words, String text) {
        return words.size() == 1
                && words.get(0).text().equals(Conditions.HEALTHY_NOTATION)
                && text.strip().equals(Conditions.HEALTHY_NOTATION);
    }

    private static Condition condition(List<Word> words, int end) {
        if (words.isEmpty()) {
            throw wrong(end, "a condition is missing before the semicolon", FORMS.values());
        }
        Word kind = words.get(0);
        Form form = FORMS.get(kind.text());
        if (form == null) {
            throw wrong(kind.at(), "there is no condition " + ConditionNames.quoted(kind.text()), FORMS.values());
        }
        Word state = words.get(words.size() - 1);
        if (words.size() < 3 || !state.text().equals(form.state())) {
            int at = words.size() < 3 ? end : state.at();
            throw wrong(at, kind.text() + " is not complete", List.of(form));
        }
        List<String> names =
                words.subList(1, words.size() - 1).stream().map(Word::text).toList();
        if (names.size() > 1 && form.names() == 1) {
            throw wrong(words.get(2).at(), kind.text() + " takes one name", List.of(form));
        }
        try {
            return form.make().apply(String.join(" ", names));
        } catch (IllegalArgumentException problem) {
            throw new IllegalArgumentException(
                    "at " + words.get(1).at() + ": " + problem.getMessage() + "; accepted is " + form.example(),
                    problem);
        }
    }

    private static List<Word> words(String text, int start, int end) {
        List<Word> words = new ArrayList<>();
        int at = start;
        while (at < end) {
            int from = at;
            while (at < end && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at > from) {
                words.add(new Word(text.substring(from, at), from));
            }
            at++;
        }
        return words;
    }

    private static IllegalArgumentException wrong(int at, String problem, Iterable<Form> accepted) {
        List<String> examples = new ArrayList<>();
        accepted.forEach(form -> examples.add(form.example()));
        return new IllegalArgumentException(
                "at " + at + ": " + problem + "; accepted is " + String.join(", ", examples));
    }

    private static String[] parts(String what, String name, int count) {
        ConditionNames.checkCount(what, name, count);
        return name.split("/", -1);
    }

    private static Condition locality(String level, String name) {
        ConditionNames.checkLocality(name);
        if (!ConditionNames.levelOf(name).equals(level)) {
            throw new IllegalArgumentException(ConditionNames.quoted(name) + " is no " + level);
        }
        return new Condition.LocalityDown(name);
    }

    private static Condition ejected(String names) {
        String[] parts = names.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a host is ejected by a proxy from a cluster of Envoy, but this is "
                    + ConditionNames.quoted(names));
        }
        return new Condition.HostEjected(parts[0], parts[1], parts[2]);
    }

    private static Condition joined(String names) {
        String[] parts = names.split(" ", -1);
        Optional<Duration> age = parts.length == 2 ? GoDuration.parse(parts[1]) : Optional.empty();
        if (age.isEmpty()) {
            throw new IllegalArgumentException("an endpoint joined a duration such as 30s or 1m30s ago, but this is "
                    + ConditionNames.quoted(names));
        }
        return new Condition.EndpointJoined(parts[0], age.get());
    }

    private static Condition link(String names) {
        String[] parts = names.split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "a link is between two networks, but this is " + ConditionNames.quoted(names));
        }
        return new Condition.LinkCut(parts[0], parts[1]);
    }
}
