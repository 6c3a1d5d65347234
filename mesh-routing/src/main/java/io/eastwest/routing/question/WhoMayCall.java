package io.eastwest.routing.question;

import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.trace.TraceStep;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may call a service, with which methods and on which paths: every kind of caller across the kinds of requests that the
 * policies of the mesh tell apart. Each cell is decided by a call of its own. Immutable.
 */
public final class WhoMayCall {
    /** More calls than this are refused, so that a table stays something to read. */
    public static final int MOST_CALLS = 20_000;

    private final String target;
    private final List<AccessRow> rows;
    private final List<String> fixed;

    private WhoMayCall(String target, List<AccessRow> rows, List<String> fixed) {
        this.target = target;
        this.rows = List.copyOf(rows);
        this.fixed = List.copyOf(fixed);
    }

    /**
     * Asks for every kind of caller of the mesh.
     *
     * @param router the mesh
     * @param host host as callers write it, best in full
     * @param port port of the service
     * @return the table
     * @throws IllegalArgumentException if the table would be too large
     */
    public static WhoMayCall of(MeshRouter router, String host, int port) {
        List<Caller> callers = CallerKinds.of(new MeshPods(router)).stream()
                .map(pod -> new Caller(pod.name(), pod.namespace(), pod.cluster()))
                .toList();
        return of(router, host, port, callers);
    }

    /**
     * Asks for chosen callers.
     *
     * @param router the mesh
     * @param host host as callers write it, best in full
     * @param port port of the service
     * @param callers workloads
     * @return the table, with one row for each caller in their order
     * @throws IllegalArgumentException if the mesh has no such caller, or the table would be too large
     */
    public static WhoMayCall of(MeshRouter router, String host, int port, List<Caller> callers) {
        RequestKinds kinds = new RequestKinds(policies(router));
        List<AccessCell> asked = isHttp(router, host, port) ? requests(kinds) : List.of(cell("", "", "", ""));
        if ((long) asked.size() * callers.size() > MOST_CALLS) {
            throw new IllegalArgumentException(asked.size() + " kinds of requests of " + callers.size()
                    + " callers are more than " + MOST_CALLS + " calls; ask for fewer callers");
        }
        List<AccessRow> rows = new ArrayList<>();
        for (Caller caller : callers) {
            WorkloadInstance pod = router.workload(caller);
            List<AccessCell> cells = new ArrayList<>();
            asked.forEach(each -> cells.add(decide(router, host, port, caller, pod, each)));
            String uri = pod.serviceAccount();
            rows.add(new AccessRow(caller, uri.substring(uri.indexOf("//") < 0 ? 0 : uri.indexOf("//") + 2), cells));
        }
        return new WhoMayCall(host + ":" + port, rows, kinds.fixed());
    }

    private static List<AuthorizationPolicy> policies(MeshRouter router) {
        List<AuthorizationPolicy> all = new ArrayList<>();
        for (String cluster : router.snapshot().clusters()) {
            router.view(cluster).configuration(AuthorizationPolicy.class).forEach(each -> all.add(each.resource()));
        }
        return all;
    }

    private static boolean isHttp(MeshRouter router, String host, int port) {
        for (String cluster : router.snapshot().clusters()) {
            ControlPlaneView view = router.view(cluster);
            Optional<PortProtocol> protocol = view.services().stream()
                    .filter(service -> isNamed(service, host))
                    .flatMap(service -> service.port(port).stream())
                    .map(each -> each.protocol())
                    .findFirst();
            if (protocol.isPresent()) {
                return protocol.get().isHttp() || protocol.get() == PortProtocol.UNSUPPORTED;
            }
        }
        return true;
    }

    private static boolean isNamed(MeshService service, String host) {
        return service.hostname().equals(host) || service.hostname().startsWith(host + ".");
    }

    private static List<AccessCell> requests(RequestKinds kinds) {
        List<AccessCell> asked = new ArrayList<>();
        for (PathClasses.PathClass path : kinds.paths()) {
            for (MethodClasses.MethodClass method : kinds.methods()) {
                asked.add(cell(method.label(), path.label(), method.example(), path.example()));
            }
        }
        return asked;
    }

    private static AccessCell cell(String methods, String paths, String method, String path) {
        return new AccessCell(
                methods, paths, method, path, AccessCell.Verdict.NOT_REACHED, "", Optional.empty(), "", "");
    }

    private static AccessCell decide(
            MeshRouter router, String host, int port, Caller caller, WorkloadInstance pod, AccessCell asked) {
        if (router.resolve(MeshPods.id(pod), host).isEmpty()) {
            return cause(
                    asked,
                    new AccessReasons.Cause(
                            AccessCell.Verdict.NOT_REACHED, "its DNS does not know the host", Optional.empty()));
        }
        Optional<HttpRequest> request = asked.method().isEmpty()
                ? Optional.empty()
                : Optional.of(HttpRequest.builder()
                        .method(asked.method())
                        .authority(host + ":" + port)
                        .path(asked.path())
                        .build());
        Call call = new Call(caller, host, port, request);
        return cause(asked, AccessReasons.of(router.explain(call, Conditions.healthy())));
    }

    private static AccessCell cause(AccessCell asked, AccessReasons.Cause cause) {
        return new AccessCell(
                asked.methods(),
                asked.paths(),
                asked.method(),
                asked.path(),
                cause.verdict(),
                cause.text(),
                cause.step().flatMap(TraceStep::resource),
                cause.step().map(TraceStep::path).orElse(""),
                cause.step().map(TraceStep::location).orElse(""));
    }

    /** {@return what is called, {@code host:port}} */
    public String target() {
        return target;
    }

    /** {@return callers in the order of the mesh} */
    public List<AccessRow> rows() {
        return rows;
    }

    /** {@return attributes that policies look at and that all calls of the table have in common: a plain request without token} */
    public List<String> fixedAttributes() {
        return fixed;
    }

    /** {@return the table for people: for each caller the kinds of calls that end alike together} */
    public String toText() {
        TextTable table = new TextTable("CALLER", "CALLS", "VERDICT");
        for (AccessRow row : rows) {
            Map<String, Set<String>> byVerdict = new LinkedHashMap<>();
            row.cells()
                    .forEach(cell -> byVerdict
                            .computeIfAbsent(cell.toText(), key -> new TreeSet<>())
                            .add((cell.methods() + " " + cell.paths()).trim()));
            String name = row.caller() + (row.principal().isEmpty() ? "" : " as " + row.principal());
            for (Map.Entry<String, Set<String>> entry : byVerdict.entrySet()) {
                String calls = byVerdict.size() == 1 ? "all" : String.join("; ", entry.getValue());
                table.line(name, calls, entry.getKey());
                name = "";
            }
        }
        String same = fixed.isEmpty()
                ? ""
                : "The policies also look at " + String.join(", ", fixed) + ", in which these calls do not differ.\n";
        return "Who may call " + target + "\n" + table + same;
    }

    @Override
    public String toString() {
        return toText();
    }
}
