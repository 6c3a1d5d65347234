package io.eastwest.routing.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Methods sorted by the patterns of policies that they match. */
final class MethodClasses {
    private static final List<String> USUAL =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE");
    /** Stands for every method that nobody names. */
    private static final String ANY_OTHER = "EASTWEST";

    /**
     * One class.
     *
     * @param example one of its methods
     * @param label its methods
     */
    record MethodClass(String example, String label) {}

    private MethodClasses() {}

    /** {@return the classes; {@code CONNECT} and {@code TRACE} only where policies name them} */
    static List<MethodClass> of(Collection<String> patterns) {
        Set<String> distinct = new TreeSet<>(patterns);
        Set<String> methods = new LinkedHashSet<>(USUAL);
        distinct.stream().filter(pattern -> pattern.indexOf('*') < 0).forEach(methods::add);
        methods.removeIf(method -> (method.equals("CONNECT") || method.equals("TRACE")) && !distinct.contains(method));
        methods.add(ANY_OTHER);
        Map<List<String>, List<String>> bySignature = new LinkedHashMap<>();
        for (String method : methods) {
            List<String> signature = distinct.stream()
                    .filter(pattern -> matches(pattern, method))
                    .toList();
            bySignature.computeIfAbsent(signature, key -> new ArrayList<>()).add(method);
        }
        return bySignature.values().stream()
                .map(each -> new MethodClass(each.get(0), label(each)))
                .toList();
    }

    private static String label(List<String> methods) {
        return methods.contains(ANY_OTHER) ? "other" : String.join(",", methods);
    }

    private static boolean matches(String pattern, String method) {
        if (pattern.equals("*")) {
            return true;
        }
        if (pattern.startsWith("*")) {
            return method.endsWith(pattern.substring(1));
        }
        return pattern.endsWith("*")
                ? method.startsWith(pattern.substring(0, pattern.length() - 1))
                : method.equals(pattern);
    }
}
