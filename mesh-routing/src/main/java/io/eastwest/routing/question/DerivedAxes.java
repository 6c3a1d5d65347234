package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.Resolution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who may call what, as a mesh itself says it. */
final class DerivedAxes {
    private static final String NETWORK = "topology.istio.io/network";
    private static final String API_SERVER = "kubernetes.default.svc.";

    private DerivedAxes() {}

    /** {@return every port of every service of the mesh, by hostname and port number} */
    static List<CallTarget> targets(MeshRouter router, MeshPods pods) {
        Map<String, Map<Integer, CallTarget>> targets = new TreeMap<>();
        for (String cluster : router.snapshot().clusters()) {
            for (MeshService service : router.view(cluster).services()) {
                if (isMeant(service) && !pods.isOfTheSystem(cluster, service.namespace())) {
                    service.ports().stream()
                            .filter(port -> port.protocol() != PortProtocol.UDP)
                            .forEach(port -> targets.computeIfAbsent(service.hostname(), key -> new TreeMap<>())
                                    .putIfAbsent(port.number(), target(service, port)));
                }
            }
        }
        return targets.values().stream()
                .flatMap(ports -> ports.values().stream())
                .toList();
    }

    private static boolean isMeant(MeshService service) {
        return !service.meshExternal()
                && service.resolution() != Resolution.ALIAS
                && !service.hostname().startsWith("*")
                && !service.hostname().startsWith(API_SERVER)
                && !service.labels().containsKey(NETWORK);
    }

    private static CallTarget target(MeshService service, MeshServicePort port) {
        String name = service.registry() == Registry.KUBERNETES
                ? service.name() + "." + service.namespace()
                : service.hostname();
        boolean http = port.protocol().isHttp() || port.protocol() == PortProtocol.UNSUPPORTED;
        return new CallTarget(
                name + ":" + port.number(),
                http
                        ? Call.get("http://" + service.hostname() + ":" + port.number() + "/")
                        : Call.tcp(service.hostname(), port.number()));
    }

    /** {@return one caller per cluster and locality, in the order of the mesh} */
    static List<Caller> callers(MeshPods pods) {
        Map<String, Map<String, Caller>> callers = new LinkedHashMap<>();
        pods.all().stream()
                .filter(pods::isCaller)
                .forEach(pod -> callers.computeIfAbsent(pod.cluster(), key -> new TreeMap<>())
                        .putIfAbsent(MeshPods.locality(pod), new Caller(pod.name(), pod.namespace(), pod.cluster())));
        return callers.values().stream()
                .flatMap(places -> places.values().stream())
                .toList();
    }
}
