package io.eastwest.routing.drift;

import io.eastwest.model.scalar.GoDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** How both sides write the same thing, so that equal settings are equal texts. */
final class Words {
    private Words() {}

    static String path(String kind, String value, boolean caseSensitive) {
        return "path " + kind + " " + value + (caseSensitive ? "" : " in any case");
    }

    static String value(String subject, String name, boolean inverted, String kind, String value) {
        String how = kind.equals("present") ? "present" : kind + " \"" + value + "\"";
        return subject + " " + name + (inverted ? " not " : " ") + how;
    }

    static String weighted(List<String> clusters, List<Long> weights) {
        TreeMap<String, Long> byName = new TreeMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            byName.merge(clusters.get(i), weights.get(i), Long::sum);
        }
        StringBuilder text = new StringBuilder();
        byName.forEach((cluster, weight) -> text.append(text.isEmpty() ? "" : ", ")
                .append(weight)
                .append(" to ")
                .append(cluster));
        return text.toString();
    }

    static String retries(long attempts, String on, List<String> codes, Optional<Duration> perTry) {
        return attempts + " on " + on + (codes.isEmpty() ? "" : " codes " + codes)
                + perTry.map(each -> " each " + duration(each)).orElse("");
    }

    static String rewrite(Optional<String> host, Optional<String> prefix, Optional<String> regex) {
        List<String> parts = new ArrayList<>();
        host.ifPresent(each -> parts.add("host " + each));
        prefix.ifPresent(each -> parts.add("prefix " + each));
        regex.ifPresent(each -> parts.add("regex " + each));
        return String.join(", ", parts);
    }

    static String regex(String pattern, String substitution) {
        return pattern + " by " + substitution;
    }

    static String redirect(
            long status,
            String scheme,
            String host,
            long port,
            Optional<String> path,
            Optional<String> prefix,
            String regex) {
        return "redirect " + status + (scheme.isEmpty() ? "" : " scheme " + scheme)
                + (host.isEmpty() ? "" : " host " + host)
                + (port == 0 ? "" : " port " + port)
                + path.map(each -> " path " + each).orElse("")
                + prefix.map(each -> " prefix " + each).orElse("")
                + (regex.isEmpty() ? "" : " regex " + regex);
    }

    static String direct(long status) {
        return "answer " + status;
    }

    static String mirror(String cluster, long millionths) {
        return cluster + " " + millionths + "/1000000";
    }

    static String duration(Duration duration) {
        return GoDuration.format(duration);
    }

    static String endpoint(String address, String locality, long priority, long weight, String health) {
        return address + " in " + (locality.isEmpty() ? "no locality" : locality) + ", priority " + priority
                + ", weight " + weight + (health.equals("HEALTHY") ? "" : ", " + health);
    }

    static String locality(String region, String zone, String subzone) {
        String text = region + "/" + zone + "/" + subzone;
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }
}
