package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.CallDraft;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.Resolution;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What may be called, as a mesh itself says it. */
final class DerivedAxes {
    private static final String NETWORK = "topology.istio.io/network";
    private static final String API_SERVER = "kubernetes.default.svc.";

    private final Map<String, Map<Integer, CallTarget>> targets = new TreeMap<>();
    private final Map<String, UncalledService> uncalled = new TreeMap<>();

    DerivedAxes(MeshRouter router, MeshPods pods) {
        for (String cluster : router.snapshot().clusters()) {
            for (MeshService service : router.view(cluster).services()) {
                if (isMeant(service) && !pods.isOfTheSystem(cluster, service.namespace())) {
                    service.ports().stream()
                            .filter(port -> port.protocol() != PortProtocol.UDP)
                            .forEach(port -> add(service, port));
                }
            }
        }
    }

    /** {@return every port of every service of the mesh, by hostname and port number} */
    static List<CallTarget> targets(MeshRouter router, MeshPods pods) {
        return new DerivedAxes(router, pods).targets();
    }

    /** {@return every port of every service of the mesh, by hostname and port number} */
    List<CallTarget> targets() {
        return targets.values().stream()
                .flatMap(ports -> ports.values().stream())
                .toList();
    }

    /** {@return the targets by hostname, then by port number} */
    Map<String, Map<Integer, CallTarget>> byHost() {
        return Collections.unmodifiableMap(targets);
    }

    /** {@return services that no call can name, by hostname} */
    List<UncalledService> uncalled() {
        return new ArrayList<>(uncalled.values());
    }

    private static boolean isMeant(MeshService service) {
        return !service.meshExternal()
                && service.resolution() != Resolution.ALIAS
                && !service.hostname().startsWith(API_SERVER)
                && !service.labels().containsKey(NETWORK);
    }

    private void add(MeshService service, MeshServicePort port) {
        String host = service.hostname();
        boolean http = port.protocol().isHttp() || port.protocol() == PortProtocol.UNSUPPORTED;
        if (host.startsWith("*")) {
            uncalled.put(host, new UncalledService(host, "it stands for many names, and a call needs one"));
        } else if (http && !isOfUrls(host)) {
            uncalled.put(host, new UncalledService(host, "no URL can hold this name"));
        } else {
            CallDraft call =
                    http ? Call.get("http://" + host + ":" + port.number() + "/") : Call.tcp(host, port.number());
            String name = service.registry() == Registry.KUBERNETES ? service.name() + "." + service.namespace() : host;
            targets.computeIfAbsent(host, key -> new TreeMap<>())
                    .putIfAbsent(port.number(), new CallTarget(name + ":" + port.number(), call));
        }
    }

    private static boolean isOfUrls(String host) {
        try {
            return host.equals(new URI("http://" + host + "/").getHost());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
