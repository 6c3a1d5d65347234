package io.eastwest.routing.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which calls each application cannot do without. Immutable; has no cycles. */
public final class AppGraph {
    private final Map<String, List<AppCall>> calls;

    private AppGraph(Map<String, List<AppCall>> calls) {
        this.calls = Collections.unmodifiableMap(calls);
        calls.keySet().forEach(service -> walk(service, new LinkedHashSet<>()));
    }

    private void walk(String service, Set<String> above) {
        if (!above.add(service)) {
            throw new IllegalArgumentException("applications must not call each other in a circle: "
                    + String.join(" -> ", above) + " -> " + service);
        }
        of(service).forEach(call -> walk(call.service(), new LinkedHashSet<>(above)));
    }

    /** {@return applications that call nobody} */
    public static AppGraph empty() {
        return new AppGraph(Collections.emptyMap());
    }

    /**
     * Adds the calls of an application.
     *
     * @param service its service, {@code <namespace>/<name>}
     * @param mandatory calls without which it cannot answer
     * @return the graph with these calls
     * @throws IllegalArgumentException if calls would go in a circle, or the service is not named by namespace and name
     */
    public AppGraph calls(String service, AppCall... mandatory) {
        check(service);
        Map<String, List<AppCall>> more = new LinkedHashMap<>(calls);
        List<AppCall> all = new ArrayList<>(of(service));
        all.addAll(List.of(mandatory));
        more.put(service, List.copyOf(all));
        return new AppGraph(more);
    }

    /**
     * The calls of an application.
     *
     * @param service its service
     * @return its calls in order; none for one that is not known
     */
    public List<AppCall> of(String service) {
        return calls.getOrDefault(service, List.of());
    }

    static void check(String service) {
        if (service.split("/", -1).length != 2) {
            throw new IllegalArgumentException(
                    "a service is named <namespace>/<name>, but this is \"" + service + "\"");
        }
    }
}
