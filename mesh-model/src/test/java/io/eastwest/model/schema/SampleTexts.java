package io.eastwest.model.schema;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Texts that mean something to one definition or another, plain and odd. */
final class SampleTexts {
    private static final List<String> PLAIN = List.of(
            "a", "b1", "my-name", "A", "a.example.com", "shop/a", "/a", "10s", "v1", "HTTP", "default", "a/b/c");
    private static final List<String> ODD = List.of(
            "",
            "*",
            "*.example.com",
            "a*b",
            " ",
            "a b",
            "a_b",
            "-a",
            "a.",
            "\u00e9",
            "\uD83D\uDE00",
            "1",
            "0",
            "65536",
            "10.0.0.1",
            "10.0.0.0/8",
            "::1",
            "unix:///a",
            "unix://@a",
            "unix:///a/",
            "unix://a",
            "unix://",
            "http://a",
            "https://a/b?c",
            "HTTPS://a",
            "oci://a",
            "ftp://a",
            "a:80",
            "http://a b",
            "http://[::1",
            "//a",
            "a#b",
            "%zz",
            "localhost",
            "istio-system",
            "ClusterIP",
            "aGk=",
            "a\n",
            "line\nline",
            "HTTPS",
            "http",
            "^a",
            "1.5",
            "true",
            "/a//b",
            "/a/../b",
            "/a/./b",
            "/%2f",
            "/..",
            "/.",
            "/a#b",
            "/%41",
            "$a");
    private static final List<String> DURATIONS =
            List.of("1ms", "10s", "1h", "1m30s", "1.5s", "100ms", "1000us", "2h45m", "5000000ns");
    private static final List<String> ODD_DURATIONS =
            List.of("0s", "1us", "0", "999us", "-1s", "", "10", "1d", "abc", "0.5ms", "+2s");
    private static final List<String> MATCHING = List.of(
            "0123456789abcdef".repeat(4),
            "aGk=",
            "500m",
            "2Gi",
            "1h30m",
            "Kind",
            "group.example.com",
            "GET",
            "Foo",
            "example.com/name",
            "*.b.c",
            "https://a.b:8080",
            "IPAddress",
            "a-1");
    private static final Map<String, List<String>> BY_PATTERN = new LinkedHashMap<>();

    private SampleTexts() {}

    static String duration(Random random, boolean wild) {
        return pick(wild ? ODD_DURATIONS : DURATIONS, random);
    }

    /** A text that a pattern takes. */
    static String matching(String pattern, Random random) {
        List<String> texts = BY_PATTERN.computeIfAbsent(pattern, SampleTexts::filter);
        if (texts.isEmpty()) {
            throw new IllegalStateException("no sample for the pattern " + pattern);
        }
        return pick(texts, random);
    }

    static String any(Random random, boolean wild) {
        return pick(wild || random.nextInt(4) == 0 ? ODD : PLAIN, random);
    }

    private static List<String> filter(String regex) {
        Pattern pattern = Pattern.compile(regex);
        List<String> texts = new ArrayList<>(MATCHING);
        texts.addAll(PLAIN);
        texts.addAll(ODD);
        texts.removeIf(text -> !pattern.matcher(text).find());
        return texts;
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
